import type { Condition } from "../domain/answer.ts";
import { cut } from "./cut.ts";
import { formatDate } from "./dates.ts";
import { listed } from "./words.ts";

/** More publishers than this are counted, not named. */
const MAX_NAMES = 3;
/** Longest phrase or name that is repeated whole, in characters. */
const MAX_LENGTH = 60;

/**
 * Tells to which conditions an answer was held, so that a misreading is seen: "Only VOA News, from July 2022 on, without
 * “iran”." Plain text; empty where there were none.
 */
export function conditionsLine(conditions: readonly Condition[]): string {
  const phrases = conditions.filter((condition) => condition.kind === "phrase");
  const publishers = conditions.filter((condition) => condition.kind === "publisher");
  const wanted = publishers.filter(({ excluded }) => !excluded).flatMap(({ names }) => names);
  const unwanted = publishers.filter(({ excluded }) => excluded).flatMap(({ names }) => names);
  const held = phrases.filter(({ excluded }) => !excluded).map(({ text }) => quoted(text));
  const left = phrases.filter(({ excluded }) => excluded).map(({ text }) => quoted(text));

  const only = [
    wanted.length === 0 ? "" : named(wanted),
    ...conditions.map((condition) => dated(condition)),
    held.length === 0 ? "" : `with ${listed(held, "and")} word for word`,
  ].filter((part) => part !== "");
  const without = [...(unwanted.length === 0 ? [] : [named(unwanted)]), ...left];
  if (without.length === 0) return only.length === 0 ? "" : `Only ${only.join(", ")}.`;
  const rest = `without ${listed(without, "or")}`;
  return only.length === 0 ? `W${rest.slice(1)}.` : `Only ${[...only, rest].join(", ")}.`;
}

/** Said above the passages that stand in for those nobody could find. */
export function withoutQuotesLine(unquoted: readonly string[]): string {
  return `No results for ${listed(
    unquoted.map((text) => quoted(text)),
    "and",
  )}. Results without quotes:`;
}

function dated(condition: Condition): string {
  if (condition.kind === "after") return `from ${formatDate(condition.date, "long")} on`;
  return condition.kind === "before" ? `before ${formatDate(condition.date, "long")}` : "";
}

function quoted(text: string): string {
  return `“${cut(text.trim(), MAX_LENGTH)}”`;
}

function named(names: readonly string[]): string {
  const distinct = [...new Set(names)].map((name) => cut(name, MAX_LENGTH));
  const more = distinct.length - MAX_NAMES;
  return listed(more > 1 ? [...distinct.slice(0, MAX_NAMES), `${String(more)} other publishers`] : distinct, "or");
}
