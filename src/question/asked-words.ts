import type { Span } from "../domain/sentence.ts";
import { fold } from "../text/fold.ts";
import { tokenize } from "../text/tokens.ts";

/** A word of a question as typed and as it is compared. */
export interface AskedWord extends Span {
  readonly text: string;
  /** Without case and accents, digits of other scripts as 0 to 9. */
  readonly folded: string;
}

/** What is written onto the next word with an apostrophe: "l'avion", "dov'è", "qu'il", "ç'është". */
const ELIDED =
  /^(?:l|d|j|m|t|s|n|c|qu|jusqu|lorsqu|puisqu|quelqu|un|all|dell|nell|sull|dall|quell|cos|dov|com|quand)['’ʼ`](?=.)/iu;
/** What English writes onto a word: "l's" is no article. */
const ENGLISH_ENDING = /^(?:s|t|d|m|ll|re|ve)$/iu;
/** Interrogatives that elide before a single letter: "cos'è", "dov'è". */
const BEFORE_LETTER = /^(?:cos|dov|com|quand|c)['’ʼ`]$/iu;

/** Letters of Arabic keyboards that stand for those of Persian ones. */
const PERSIAN_LETTERS: Readonly<Record<string, string>> = { ي: "ی", ى: "ی", ك: "ک", ة: "ه", ۀ: "ه", ـ: "" };

/** The words of a question in order, percent signs among them. */
export function askedWords(question: string): readonly AskedWord[] {
  const text = westernDigits(question);
  const words = tokenize(text).flatMap((token) => withoutElision(token.text, token.start, token.folded));
  for (const { index } of text.matchAll(/%/gu)) {
    words.push({ text: "%", folded: "%", start: index, end: index + 1 });
  }
  return text.includes("%") ? words.sort((a, b) => a.start - b.start) : words;
}

function withoutElision(text: string, start: number, folded: string): AskedWord[] {
  const elided = ELIDED.exec(text)?.[0] ?? "";
  const rest = text.slice(elided.length);
  const whole = elided === "" || ENGLISH_ENDING.test(rest) || (rest.length < 2 && !BEFORE_LETTER.test(elided));
  if (whole) return [{ text, folded: comparable(folded), start, end: start + text.length }];
  const middle = start + elided.length;
  return [
    { text: elided, folded: fold(elided.slice(0, -1)), start, end: middle },
    { text: rest, folded: comparable(fold(rest)), start: middle, end: middle + rest.length },
  ];
}

const NOT_ASCII = /[^\0-~]/u;

/** What is typed on keyboards of other languages with the letters of Persian. */
export function comparable(folded: string): string {
  if (!NOT_ASCII.test(folded)) return folded;
  return folded.replace(/[يىكةۀـ]/gu, (letter) => PERSIAN_LETTERS[letter] ?? letter);
}

/** The same text with Arabic and Persian digits as 0 to 9, each in its place. */
function westernDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹]/gu, (digit) => String((digit.codePointAt(0) ?? 0) & 15));
}
