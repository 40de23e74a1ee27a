import type { Languages, Words } from "../domain/words.ts";
import type { Catalogue } from "./catalogue.ts";
import { createWords } from "./create-words.ts";

/** The languages of some catalogues. Where one lacks a message, it is said in English. */
export function createLanguages(english: Catalogue, others: readonly Catalogue[]): Languages {
  const inEnglish = createWords(english, english);
  const sorted = others.toSorted((a, b) => (a.language < b.language ? -1 : 1));
  const all = [inEnglish, ...sorted.map((catalogue) => createWords(catalogue, english))];
  const byTag = new Map(all.map((words) => [words.language.toLowerCase(), words]));
  const nearest = (locale: string): Words | null => nearestOf(byTag, locale);
  return { english: inEnglish, all, wordsFor: (locale) => nearest(locale) ?? inEnglish, nearest };
}

/** The words for the longest beginning of a tag that a language goes by. */
function nearestOf(byTag: ReadonlyMap<string, Words>, locale: string): Words | null {
  const parts = locale.toLowerCase().split(/[-_]/u);
  for (let length = parts.length; length > 0; length -= 1) {
    const words = byTag.get(parts.slice(0, length).join("-"));
    if (words !== undefined) return words;
  }
  return null;
}
