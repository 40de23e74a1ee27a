import { fold } from "../text/fold.ts";

/** The words and numbers of a text as they are compared letter by letter: folded, without punctuation. */
export function cleanWords(text: string): readonly string[] {
  return fold(text).match(/[\p{L}\p{N}]+(?:[.,]\p{N}+)*/gu) ?? [];
}
