import {
  AFTER_ORDINAL,
  AFTER_TIME,
  BEFORE_NUMBER,
  EITHER,
  INNER,
  STARTERS,
  TITLES,
  WEEKDAYS,
} from "./abbreviations.ts";

/** Characters looked at before a boundary; longer than any abbreviation or web address worth telling. */
const LOOK = 100;

const CLOSERS = "\"'”’“‘»›)\\]}";
const OPENERS = "\"'“„‘‚«‹([{¿¡–—\\-";

const CLOSING_ALONE = new RegExp(`^[${CLOSERS}]+(?=\\s|$)`, "u");
const OPENING_AT_END = /[“„‘‚«‹([{¿¡]+$/u;
const TERMINAL = new RegExp(`(?<mark>[.!?…]+)(?<closers>[${CLOSERS}]*)$`, "u");
const OPENED = new RegExp(`^[${OPENERS}\\s]*`, "u");
const WIDE_TERMINAL = /[^\p{ASCII}…][”’»」』）]*$/u;

const ADDRESS = /:\/\/|www\.|[@/\\_=&#]|\.\p{Ll}{2,}(?:[.:]|$)/u;
const GLUED_LEFT = new RegExp(`(?:\\p{Ll}{2}|\\d{2})[.!?][${CLOSERS}]*$`, "u");
const GLUED_RIGHT = /^\p{Lu}(?:\p{Ll}|[\s’'])/u;

const SAYS =
  /^(?:\p{Lu}[\p{L}\p{M}.'’-]*\s+){1,4}(?:said|says|asked|asks|added|adds|wrote|writes|told|cried|shouted|tweeted)(?:[.,;]|\s+(?:in|on|at|during|after|by|to|as)\b|$)/u;
const LIST_NUMBER = /(?:^|[.!?:;…]["”’)]*\s+)\(?(?:\d{1,3}|[ivx]{1,4})$/u;
/** Reads backwards from the end: forwards it would begin anew at every character. */
const LAST_WORD = /$(?<=(?<word>[^\s([{"“„«‘—–/]*))/u;
const INITIALS = /^(?:\p{Lu}|\p{Lu}(?:[.-]+\p{Lu})+|\p{Lu}\p{Ll}?\.-?\p{Lu})$/u;
/** Dotted names after which a number begins a sentence; elsewhere it belongs to them ("E.O. 13224", "A. 5"). */
const PLACE = /^(?:U\.[SKN]|E\.U|D\.C|\p{Lu}\p{Ll}.*)$/u;
const DOTTED_LOWER = /^\p{Ll}{1,2}(?:\.\s?\p{L}{1,2})+$/u;

/** A boundary between two sentences: where the one ends and the next starts, white space left out. */
export interface Boundary {
  readonly end: number;
  readonly next: number;
}

/**
 * Settles whether a sentence ends at `at`, a place where a segmenter or a pattern supposes it, and where exactly: closing
 * quotes stay with what they close. Looks at up to 100 characters on either side. Returns null where the text goes on: after
 * abbreviations, initials, list numbers, an ellipsis, a quoted question that is told on ("Why?" he asked).
 */
export function settleBoundary(text: string, at: number): Boundary | null {
  const boundary = place(text, at);
  if (boundary === null) return null;
  const left = text.slice(Math.max(0, boundary.end - LOOK), boundary.end);
  const right = text.slice(boundary.next, boundary.next + LOOK);
  const glued = boundary.end === boundary.next;
  return (glued ? endsGlued(left, right) : endsSentence(left, right)) ? boundary : null;
}

/** Moves the boundary over quotes that stand on its wrong side. */
function place(text: string, at: number): Boundary | null {
  const before = text.slice(Math.max(0, at - LOOK), at).trimEnd();
  let end = Math.max(0, at - LOOK) + before.length;
  let next = skipSpace(text, at);
  const closing = CLOSING_ALONE.exec(text.slice(next, next + LOOK))?.[0];
  if (closing !== undefined) {
    end = next + closing.length;
    next = skipSpace(text, end);
  }
  if (end === next) {
    const opening = OPENING_AT_END.exec(before)?.[0].length ?? 0;
    end -= opening;
    next -= opening;
  }
  return before === "" || next >= text.length ? null : { end, next };
}

function skipSpace(text: string, from: number): number {
  const found = /\S/gu;
  found.lastIndex = from;
  return found.exec(text)?.index ?? text.length;
}

/** "attack.The ministry", but not "exit.al", "System.Net" or an address. */
function endsGlued(left: string, right: string): boolean {
  const word = /\S*$/u.exec(left)?.[0] ?? "";
  if (WIDE_TERMINAL.test(left)) return !/^["'”’»]/u.test(right);
  if (ADDRESS.test(word + (/^\S*/u.exec(right)?.[0] ?? ""))) return false;
  if (word.endsWith("..")) return startsAnew(right);
  const open = right.replace(OPENED, "");
  return GLUED_LEFT.test(left) && GLUED_RIGHT.test(open);
}

function endsSentence(left: string, right: string): boolean {
  const terminal = TERMINAL.exec(left);
  const next = right.replace(OPENED, "");
  if (/^\p{Ll}/u.test(next) && !/^[ie]\p{Lu}/u.test(next)) return false;
  if (terminal === null) return true;
  const mark = terminal.groups?.["mark"] ?? "";
  const closers = terminal.groups?.["closers"] ?? "";
  const before = left.slice(0, terminal.index);
  if (/^(?:…|\.{2,})$/u.test(mark)) return !/[[(]\s*$/u.test(before) || /[.!?]["”’]*\s*[[(]\s*$/u.test(before);
  if (mark !== ".") return closers === "" || !SAYS.test(right);
  return /["”’»“]/u.test(closers) || endsAfterPeriod(before, right, next);
}

/** Whether the period after `before` ends its sentence, when `next` follows (`right`, openers left out). */
function endsAfterPeriod(before: string, right: string, next: string): boolean {
  const word = LAST_WORD.exec(before)?.groups?.["word"] ?? "";
  if (/[\divx]$/u.test(word) && LIST_NUMBER.test(before)) return false;
  if (/^\d{1,2}$/u.test(word)) return !AFTER_ORDINAL.test(next);
  if (TITLES.has(word) || INNER.has(word.toLowerCase())) return false;
  if (/^[ap]\.?m$/iu.test(word)) return !AFTER_TIME.test(next);
  if (DOTTED_LOWER.test(word)) return false;
  const number = /^\d/u.test(next);
  if (number && BEFORE_NUMBER.has(word.toLowerCase())) return false;
  if (WEEKDAYS.has(word)) return !AFTER_TIME.test(next);
  if (!INITIALS.test(word) && !EITHER.has(word)) return true;
  return number ? PLACE.test(word) && !/^\d+(?:st|nd|rd|th)\b/u.test(next) : startsAnew(right);
}

function startsAnew(right: string): boolean {
  const first = /^(?<opening>[^\p{L}\p{N}]*)(?<word>[\p{L}\p{M}]+)(?<after>.?)/u.exec(right)?.groups;
  return first !== undefined && first["after"] !== "." && STARTERS.has(first["word"] ?? "");
}
