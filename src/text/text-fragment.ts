import type { Span } from "../domain/sentence.ts";
import { fold } from "./fold.ts";

/** A passage of up to so many words is named whole; of a longer one its beginning and its end. */
const WHOLE = 10;
/** Fewer words than this make no beginning or end: what is added to a page would soon hold them too. */
const MIN_START = 4;
const MIN_END = 3;
/** Longest fragment, in characters: letters beyond ASCII take three or six each. */
const MAX_LENGTH = 600;

/** A word of the passage, without the punctuation around it; offsets into the text. */
type Word = Span;

/**
 * The text fragment, without `#`, that leads a browser to a passage: the shortest beginning of it, and where that is not all
 * of it the shortest end, that cannot be found anywhere else. Browsers mark what lies between.
 *
 * They compare letters without case and accents and white space as one blank, so that is how it is looked for, within words
 * too. No prefix or suffix is used: they change more easily than the passage itself.
 *
 * @see https://wicg.github.io/scroll-to-text-fragment/
 * @param body the whole text, as published
 * @returns null where no such quotation exists
 */
export function textFragment(body: string, { start, end }: Span): string | null {
  const words = wordsWithin(body, start, end);
  const [first] = words;
  const last = words.at(-1);
  if (first === undefined || last === undefined) return null;
  const text = asCompared(body);
  const quotation = (from: Word, to: Word): string => body.slice(from.start, to.end);
  const isUnique = (from: Word, to: Word): boolean => occursOnce(text, asCompared(quotation(from, to)));
  if (!isUnique(first, last)) return null;
  if (words.length <= WHOLE) return directive([quotation(first, last)]);

  const startEnds = words.findIndex((word, place) => place + 1 >= MIN_START && isUnique(first, word));
  const endBegins = words.findLastIndex((word, place) => words.length - place >= MIN_END && isUnique(word, last));
  const [beginning, ending] = [words[startEnds], words[endBegins]];
  if (beginning === undefined || ending === undefined || startEnds >= endBegins) {
    return directive([quotation(first, last)]);
  }
  return directive([quotation(first, beginning), quotation(ending, last)]);
}

/** The words of a text between blanks, without punctuation at their edges. */
function wordsWithin(body: string, start: number, end: number): readonly Word[] {
  return Array.from(body.slice(start, end).matchAll(/\S+/gu)).flatMap(({ 0: written, index }): readonly Word[] => {
    const lead = /^[^\p{L}\p{M}\p{N}]*/u.exec(written)?.[0].length ?? 0;
    if (lead === written.length) return [];
    const tail = /[^\p{L}\p{M}\p{N}]*$/u.exec(written)?.[0].length ?? 0;
    return [{ start: start + index + lead, end: start + index + written.length - tail }];
  });
}

function asCompared(text: string): string {
  return fold(text).replaceAll(/\s+/gu, " ");
}

function occursOnce(text: string, quotation: string): boolean {
  const first = text.indexOf(quotation);
  return first >= 0 && !text.includes(quotation, first + 1);
}

function directive(parts: readonly string[]): string | null {
  // Half a surrogate pair has no encoding.
  if (parts.some((part) => /\p{Cs}/u.test(part))) return null;
  const encoded = parts.map((part) => encode(part.replaceAll(/\s+/gu, " "))).join(",");
  return encoded.length > MAX_LENGTH ? null : `:~:text=${encoded}`;
}

/** Percent-encodes what a fragment may not hold, what has a meaning in the directive, and what ends links in Markdown. */
function encode(text: string): string {
  return encodeURIComponent(text).replaceAll(
    /[-!'()*~_]/gu,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
