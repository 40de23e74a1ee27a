import { cleanWords } from "./clean-words.ts";
import type { Name } from "./statement.ts";

/** Endings that make another word of a name: "Malta", "Maltese"; "Norway", "Norwegian". */
const DERIVED = /^(?:s|es|n|an|ian|ean|ish|ese|i|in|er|ist|ism)$/u;

/** Whether one word is made of the other by an ending: "Iceland", "Icelander". */
export function isDerived(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return long.startsWith(short) && DERIVED.test(long.slice(short.length));
}

/**
 * Two long forms of one name of the glossary that differ in a single word: "Karsten Hoel", "Carsten Hoel"; null where
 * there are none. An abbreviation beside what it stands for is no other form, and neither is "Norway's king" beside
 * "the Norwegian king".
 */
export function otherForms(a: readonly Name[], b: readonly Name[]): readonly [string, string] | null {
  for (const one of a.filter(({ known }) => known)) {
    for (const other of b.filter(({ term }) => term === one.term)) {
      const own = wordsOf(one);
      const its = wordsOf(other);
      const [differing, ...more] = own.flatMap((word, place) =>
        word === its[place] ? [] : [[word, its[place] ?? ""]],
      );
      if (own.length < 2 || own.length !== its.length || differing === undefined || more.length > 0) continue;
      const [word = "", counterpart = ""] = differing;
      if (!isDerived(word, counterpart)) return [one.surface, other.surface];
    }
  }
  return null;
}

function wordsOf({ surface }: Name): readonly string[] {
  return cleanWords(surface.replaceAll(/['’]s\b/gu, ""));
}
