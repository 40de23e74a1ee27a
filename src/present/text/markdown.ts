import { cleanText } from "./clean.ts";

/**
 * Every ASCII punctuation character with a meaning somewhere in Discord's Markdown: emphasis, code, spoilers, quotes,
 * headings, lists, masked links, mentions, timestamps, custom emoji, and the colon without which a bare address is not
 * a link.
 */
const MEANINGFUL = /[\\`*_~|[\]()<>#@:+\-=]/gu;
const ESCAPED = /\\([\\`*_~|[\]()<>#@:+\-=.])/gu;
/** `1. ` at the start of a line begins a list. */
const LIST_NUMBER = /^(\s*\d+)\./u;

/** Text as Discord Markdown that shows exactly that text on one line: nothing in it formats, mentions or links. */
export function escapeMarkdown(text: string): string {
  return cleanText(text)
    .replaceAll(MEANINGFUL, String.raw`\$&`)
    .replace(LIST_NUMBER, String.raw`$1\.`);
}

/** The text that {@link escapeMarkdown} made Markdown of. */
export function unescapeMarkdown(markdown: string): string {
  return markdown.replaceAll(ESCAPED, "$1");
}

/** A channel as clients name it; it notifies nobody. What is no id is shown as it stands. */
export function channelMention(id: string): string {
  return /^\d{1,20}$/u.test(id) ? `<#${id}>` : escapeMarkdown(id);
}

/** Plain text in Discord's small print, one line each; empty ones are left out. */
export function quietLines(lines: readonly string[]): string {
  return lines
    .filter((line) => line !== "")
    .map((line) => `-# ${escapeMarkdown(line)}`)
    .join("\n");
}

/**
 * A masked link. An address that is not plain http(s) is not linked: the label alone is given.
 *
 * @param label plain text, escaped here
 */
export function link(label: string, url: string | null): string {
  const target = url === null ? null : linkTarget(url);
  return target === null ? escapeMarkdown(label) : `[${escapeMarkdown(label)}](${target})`;
}

/** The address as it may stand within a masked link, or null for what is no web address. */
export function linkTarget(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const parsed = new URL(url);
  if (parsed.protocol !== "https:" && parsed.protocol !== "http:") return null;
  if (parsed.username !== "" || parsed.password !== "") return null;
  const target = parsed.href.replaceAll(/[()<>\\*_~|`[\]]/gu, (character) => encodeURIComponentFully(character));
  // Browsers look for a text fragment behind exactly these characters; one tilde alone strikes nothing through.
  return target.replace("#:%7E:text=", "#:~:text=");
}

/** `encodeURIComponent` leaves parentheses, asterisks and tildes alone, which end or change a Markdown link. */
function encodeURIComponentFully(character: string): string {
  return `%${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(2, "0")}`;
}
