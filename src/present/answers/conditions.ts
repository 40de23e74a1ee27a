import type { Condition } from "../../domain/answer.ts";
import type { Words } from "../../domain/words.ts";
import { cut } from "../text/cut.ts";
import { dated } from "../text/dates.ts";
import { quoted } from "../text/words.ts";

/** More publishers than this are counted, not named. */
const MAX_NAMES = 3;
/** Longest phrase or name that is repeated whole, in characters. */
const MAX_LENGTH = 60;

/**
 * Tells to which conditions an answer was held, so that a misreading is seen: "Only VOA News, from July 2022 on, without
 * “iran”." Plain text; empty where there were none.
 */
export function conditionsLine(words: Words, conditions: readonly Condition[]): string {
  const phrases = conditions.filter((condition) => condition.kind === "phrase");
  const publishers = conditions.filter((condition) => condition.kind === "publisher");
  const wanted = publishers.filter(({ excluded }) => !excluded).flatMap(({ names }) => names);
  const unwanted = publishers.filter(({ excluded }) => excluded).flatMap(({ names }) => names);
  const held = phrases.filter(({ excluded }) => !excluded).map(({ text }) => phraseOf(words, text));
  const left = phrases.filter(({ excluded }) => excluded).map(({ text }) => phraseOf(words, text));

  const only = [
    wanted.length === 0 ? "" : named(words, wanted),
    ...conditions.map((condition) => period(words, condition)),
    held.length === 0 ? "" : words.say("condition.word-for-word", { phrases: words.list(held, "and") }),
  ].filter((part) => part !== "");
  const without = [...(unwanted.length === 0 ? [] : [named(words, unwanted)]), ...left];
  if (without.length === 0)
    return only.length === 0 ? "" : words.say("condition.only", { conditions: only.join(", ") });
  const what = words.list(without, "or");
  if (only.length === 0) return words.say("condition.only-without", { what });
  return words.say("condition.only", { conditions: [...only, words.say("condition.without", { what })].join(", ") });
}

/** Said above the passages that stand in for those nobody could find. */
export function withoutQuotesLine(words: Words, unquoted: readonly string[]): string {
  const phrases = unquoted.map((text) => phraseOf(words, text));
  return words.say("search.without-quotes", { phrases: words.list(phrases, "and") });
}

function period(words: Words, condition: Condition): string {
  if (condition.kind === "after") return words.say("condition.after", dated(words, condition.date, "long"));
  return condition.kind === "before" ? words.say("condition.before", dated(words, condition.date, "long")) : "";
}

function phraseOf(words: Words, text: string): string {
  return quoted(words, cut(text.trim(), MAX_LENGTH));
}

function named(words: Words, names: readonly string[]): string {
  const distinct = [...new Set(names)].map((name) => cut(name, MAX_LENGTH));
  const count = distinct.length - MAX_NAMES;
  const others = count > 1 ? [words.say("condition.other-publishers", { count })] : distinct.slice(MAX_NAMES);
  return words.list([...distinct.slice(0, MAX_NAMES), ...others], "or");
}
