import type { Span } from "../domain/sentence.ts";

/** A longer quotation is several sentences, whatever stands after it. */
const MAX_LENGTH = 400;

const QUOTE = /["“”„«»]/gu;
const BEFORE_OPENING = /[\s([{—–/-]/u;
const GOES_ON = /^\s?,|^\s+\p{Ll}/u;

/**
 * Quotations that stand inside a sentence which goes on after them, from the opening to the closing quote: in
 * "“We were hit! We work on”, said Rama" no sentence ends before "Rama". Nested quotations are not told apart.
 */
export function quotationsWithin(text: string): readonly Span[] {
  const found: Span[] = [];
  let open: number | null = null;
  for (const { 0: quote, index } of text.matchAll(QUOTE)) {
    if (opens(text, quote, index, open !== null)) open = index;
    else if (open !== null) {
      if (index - open <= MAX_LENGTH && goesOn(text, index)) found.push({ start: open, end: index });
      open = null;
    }
  }
  return found;
}

function opens(text: string, quote: string, index: number, open: boolean): boolean {
  if (quote === "„" || quote === "«") return true;
  // In German the closing quote is the one that opens in English; straight quotes are told apart by what they touch.
  if (quote === "“") return !open;
  return quote === '"' && (index === 0 || BEFORE_OPENING.test(text.charAt(index - 1)));
}

function goesOn(text: string, closing: number): boolean {
  const last = text.charAt(closing - 1);
  return last === "," || (last !== "." && GOES_ON.test(text.slice(closing + 1, closing + 9)));
}
