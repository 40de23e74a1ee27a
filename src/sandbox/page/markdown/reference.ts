import type { MarkdownNode, Match, TimestampStyle } from "./tree.ts";

type Reader = (groups: readonly string[]) => MarkdownNode | null;

const id = String.raw`(\d{1,20})`;
const commandName = String.raw`([-_\p{L}\p{N}]{1,32}(?: [-_\p{L}\p{N}]{1,32}){0,2})`;

const readers: readonly (readonly [RegExp, Reader])[] = [
  [new RegExp(`<@!?${id}>`, "y"), ([user = ""]) => ({ type: "user", id: user })],
  [new RegExp(`<@&${id}>`, "y"), ([role = ""]) => ({ type: "role", id: role })],
  [new RegExp(`<#${id}>`, "y"), ([channel = ""]) => ({ type: "channel", id: channel })],
  [/@(everyone|here)/y, ([name]) => ({ type: "everyone", name: name === "here" ? "here" : "everyone" })],
  [new RegExp(`</${commandName}:${id}>`, "uy"), ([name = ""]) => ({ type: "command", name })],
  [new RegExp(`<a?:(\\w{2,32}):${id}>`, "y"), ([name = ""]) => ({ type: "emoji", name })],
  [/<t:(-?\d{1,13})(?::([tTdDfFR]))?>/y, ([seconds = "0", style = ""]) => timestamp(Number(seconds), style)],
];

/** A mention, custom emoji or timestamp at `at`. Whether a mention has any effect is the message's affair. */
export function matchReference(source: string, at: number): Match | null {
  for (const [pattern, read] of readers) {
    pattern.lastIndex = at;
    const found = pattern.exec(source);
    const node = found === null ? null : read(found.slice(1));
    if (found !== null && node !== null) {
      return { node, end: at + found[0].length };
    }
  }
  return null;
}

function timestamp(seconds: number, letter: string): MarkdownNode | null {
  const styles: readonly TimestampStyle[] = ["t", "T", "d", "D", "f", "F", "R"];
  const style = styles.find((known) => known === letter) ?? "f";
  return Number.isNaN(new Date(seconds * 1000).getTime()) ? null : { type: "timestamp", seconds, style };
}
