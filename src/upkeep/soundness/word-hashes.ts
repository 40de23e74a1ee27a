import type { Span } from "../../domain/sentence.ts";
import { fold } from "../../text/fold.ts";

const WORD = /[\p{L}\p{M}\p{N}]+(?:[.,]\p{N}+)*/gu;
const PLAIN_WORD = /^[a-z0-9.,]+$/u;

/** The words and numbers of a text as they are compared letter by letter, each as a 32-bit hash (FNV-1a), in order. */
export function wordHashesOf(text: string): Uint32Array {
  return Uint32Array.from(text.match(WORD) ?? [], hashOfWord);
}

/** Where the words of {@link wordHashesOf} stand in the text. */
export function wordSpansOf(text: string): readonly Span[] {
  return Array.from(text.matchAll(WORD), ({ 0: word, index }) => ({ start: index, end: index + word.length }));
}

/** Hashes of all runs of `length` words, in order; empty where there are fewer words. */
export function runHashesOf(words: Uint32Array, length: number): Uint32Array {
  const runs = new Uint32Array(Math.max(0, words.length - length + 1));
  for (let start = 0; start < runs.length; start += 1) {
    let hash = 0;
    for (let at = start; at < start + length; at += 1) hash = mixed(Math.imul(hash, 31) + (words[at] ?? 0));
    runs[start] = hash;
  }
  return runs;
}

/** Spreads a 32-bit number over all 32-bit numbers, one to one: the finaliser of MurmurHash3 (Appleby 2011). */
export function mixed(number: number): number {
  let hash = number;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function hashOfWord(written: string): number {
  const lower = written.toLowerCase();
  const word = PLAIN_WORD.test(lower) ? lower : fold(written);
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
