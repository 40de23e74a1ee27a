import type { PartialDate } from "../domain/article.ts";
import type { Span } from "../domain/sentence.ts";
import { readPartialDate } from "./partial-dates.ts";

/** What is typed to narrow a search, as typed. */
export type Operator =
  /** `"foreign ministry"`, `-word`, `-"a phrase"`; `text` is without its quotes. */
  | { readonly kind: "phrase"; readonly text: string; readonly excluded: boolean }
  | { readonly kind: "publisher"; readonly typed: string; readonly excluded: boolean }
  | { readonly kind: "before" | "after"; readonly date: PartialDate };

/** A stretch of the text whose words are matched. */
export interface TextPart extends Span {
  /** Whether it stands in quotes; its span does not hold them. */
  readonly quoted: boolean;
}

/** What someone typed, parted into what is matched word by word and what narrows the search. */
export interface Syntax {
  readonly parts: readonly TextPart[];
  readonly operators: readonly Operator[];
  /** The first `before:` or `after:` that no date follows. */
  readonly malformed: { readonly operator: "before" | "after"; readonly typed: string } | null;
}

/** More is pasted, not typed; from there on operators are ordinary words. */
const MAX_OPERATORS = 10;
/** Longest text between quotes, in characters. It bounds how far each quote is looked after. */
const MAX_QUOTED = 200;

const QUOTES = '"“„«';
const CLOSING: Readonly<Record<string, string>> = { '"': '"', "“": "”", "„": "“”", "«": "»" };

/**
 * Where an operator may begin. Before it stands white space or nothing, before a quote also a bracket or a dash: the minus
 * of "cyber-attack" and the inches of 5" are neither. A minus before a digit is a number's. Discord puts a space after the
 * colon of its own `before:`.
 */
const MARK = new RegExp(
  [
    String.raw`(?<!\S)(?<minus>-?)(?<name>publisher:(?=\S)|(?:before|after):(?:\s(?=\d)|(?=\S)))`,
    String.raw`(?<!\S)-(?=[\p{L}${QUOTES}])`,
    `(?<![^\\s([{/–—-])(?=[${QUOTES}])`,
  ].join("|"),
  "giu",
);

/** A value without quotes, and without what punctuation ends it. Excluded words end at a comma too: "-iran,please". */
const VALUE = /[^\s"“”„«»]*[\p{L}\p{M}\p{N}]/uy;
const WORD = /[^\s"“”„«»,;]*[\p{L}\p{M}\p{N}]/uy;

/**
 * Reads the operators that search engines share. Whatever does not fit is ordinary text: an unclosed quote, another prefix
 * ("note: …", 10:30, an address), a value without letter or digit. Linear in the length of `text`.
 */
export function readSyntax(text: string): Syntax {
  const parts: TextPart[] = [];
  const operators: Operator[] = [];
  let malformed: Syntax["malformed"] = null;
  let from = 0;
  for (const mark of text.matchAll(MARK)) {
    if (operators.length >= MAX_OPERATORS) break;
    if (mark.index < from) continue;
    const at = mark.index + mark[0].length;
    const name = mark.groups?.["name"]?.toLowerCase().replace(/:\s?$/u, "");
    const excluded = mark[0].startsWith("-");
    const value =
      quotedAt(text, at) ?? (name === undefined ? (excluded ? runAt(WORD, text, at) : null) : runAt(VALUE, text, at));
    if (value === null) continue;
    const typed = text.slice(value.start, value.end);
    if (name === "before" || name === "after") {
      const date = readPartialDate(typed);
      if (date === null) malformed ??= { operator: name, typed };
      // Not before a date is from that date on, and the other way round.
      else operators.push({ kind: excluded ? opposite(name) : name, date });
    } else if (name === "publisher") operators.push({ kind: "publisher", typed, excluded });
    else operators.push({ kind: "phrase", text: typed, excluded });

    parts.push({ start: from, end: mark.index, quoted: false });
    if (name === undefined && !excluded) parts.push({ start: value.start, end: value.end, quoted: true });
    from = value.after;
  }
  parts.push({ start: from, end: text.length, quoted: false });
  return { parts: parts.filter(({ start, end }) => start < end), operators, malformed };
}

/** The same with its phrases as ordinary words; what is excluded stays so. */
export function withoutQuotes(syntax: Syntax): Syntax {
  const parts: TextPart[] = [];
  for (const { start, end } of syntax.parts) {
    const last = parts.at(-1);
    // Where a quote stood between them, a name may go on.
    const joined = last !== undefined && start - last.end <= 1;
    if (joined) parts.pop();
    parts.push({ start: joined ? last.start : start, end, quoted: false });
  }
  return {
    ...syntax,
    parts,
    operators: syntax.operators.filter((operator) => operator.kind !== "phrase" || operator.excluded),
  };
}

/** What is asked in the person's own words: the text with everything in quotes and every operator blanked out. */
export function ownWordsOf(text: string, { parts }: Syntax): string {
  return parts
    .filter(({ quoted }) => !quoted)
    .map(({ start, end }) => text.slice(start, end))
    .join(" ");
}

interface Value extends Span {
  /** Where the text goes on. */
  readonly after: number;
}

/** What stands between the quote at `at` and the nearest that closes it. */
function quotedAt(text: string, at: number): Value | null {
  const closing = CLOSING[text.charAt(at)];
  if (closing === undefined) return null;
  const limit = Math.min(text.length, at + 1 + MAX_QUOTED + 1);
  for (let end = at + 1; end < limit; end += 1) {
    if (closing.includes(text.charAt(end))) return valueOf(text, at + 1, end, end + 1);
  }
  return null;
}

function runAt(pattern: RegExp, text: string, at: number): Value | null {
  pattern.lastIndex = at;
  const run = pattern.exec(text)?.[0] ?? "";
  return valueOf(text, at, at + run.length, at + run.length);
}

function valueOf(text: string, start: number, end: number, after: number): Value | null {
  return /[\p{L}\p{N}]/u.test(text.slice(start, end)) ? { start, end, after } : null;
}

function opposite(name: "before" | "after"): "before" | "after" {
  return name === "before" ? "after" : "before";
}
