import porter from "natural/lib/natural/stemmers/porter_stemmer.js";

/** Words whose forms share nothing but their meaning, or that Porter's algorithm throws together with others. */
const EXCEPTIONS: Readonly<Record<string, readonly string[]>> = {
  news: ["news"],
};

const STEM_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(EXCEPTIONS).flatMap(([stem, words]) => words.map((word) => [word, stem] as const)),
);

const ENGLISH_WORD = /^[a-z]{3,}$/u;

/**
 * The stem that the forms of an English word share, by Porter's algorithm (M. F. Porter, 1980) with the exceptions above.
 * Takes a folded token; one with digits or letters beyond a to z is returned as it is.
 */
export function stem(folded: string): string {
  if (!ENGLISH_WORD.test(folded)) return folded;
  return STEM_OF.get(folded) ?? porter.stem(folded);
}
