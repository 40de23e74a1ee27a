import type { GlossaryEntry } from "../domain/corpus.ts";
import type { Span } from "../domain/sentence.ts";
import { acronym, casingOf, type Casing } from "./acronyms.ts";
import { nameTree, type Name } from "./alias-names.ts";
import { longestName, type PlacedWord } from "./longest-name.ts";
import { createTokenScanner } from "./token-scanner.ts";
import { WordReader, type Word } from "./words.ts";

/** One thing to look up: a word, or a name of the glossary whichever way it was written. */
export interface Term extends Span {
  /** Key of the index: the word's stem, or for an alias `=` and the folded name of its entry. */
  readonly term: string;
  /** As written: `text.slice(start, end)`. */
  readonly surface: string;
  /** The word without case and accents, before stemming; for an alias the folded name of its entry. */
  readonly folded: string;
  readonly kind: "word" | "alias";
  /** Whether it is a word without content of its own. Never true of an alias. */
  readonly stop: boolean;
}

/** Turns text into terms, the same way for articles and questions. */
export interface Analyzer {
  /** All terms by `start`; an alias comes before the words it spans, which stay terms of their own. */
  analyze(text: string): readonly Term[];
  /** Visits what an index needs of the terms that are not stop words, in the same order, at less cost. */
  eachTerm(text: string, visit: TermVisitor): void;
}

/** @param id the same number always means the same word; a word may have several. Null for an alias */
export type TermVisitor = (term: string, folded: string, kind: Term["kind"], id: number | null) => void;

/**
 * An analyzer that knows an event's names. An entry's term and aliases all give the term `=<folded term>`, matched over
 * stems, so "cyber-attacks" is found by the alias "cyber attack"; the longest name wins. Nothing is guessed: a lone surname
 * stands for the full name only where the glossary lists it. Of two entries with the same alias the first has it.
 *
 * It remembers the words it met, up to about 40 MB, and is fast once it has.
 */
export function createAnalyzer(glossary: readonly GlossaryEntry[]): Analyzer {
  const reader = new WordReader(nameTree(glossary));
  const scan = createTokenScanner();

  function wordsOf(text: string): readonly PlacedWord[] {
    const words: PlacedWord[] = [];
    let casing: Casing | null = null;
    scan(text, (from, to) => {
      const written = text.slice(from, to);
      let start = from;
      for (let word = reader.read(written); word !== null; word = word.rest) {
        const end = start + word.length;
        words.push({ word: word.unclear ? clear(word, written) : word, start, end });
        start = end;
      }
    });
    return words;

    function clear(word: Word, written: string): Word {
      casing ??= casingOf(text);
      const folded = acronym(written, word.folded, words.at(-1)?.word.folded, casing);
      return folded === word.folded ? word : reader.wordOf(folded, word.length, word.rest);
    }
  }

  return {
    analyze(text) {
      const terms: Term[] = [];
      walk(
        wordsOf(text),
        ({ term, folded, stop }, start, end) => {
          terms.push({ term, surface: text.slice(start, end), folded, start, end, kind: "word", stop });
        },
        ({ term, folded }, start, end) => {
          terms.push({ term, surface: text.slice(start, end), folded, start, end, kind: "alias", stop: false });
        },
      );
      return terms;
    },
    eachTerm(text, visit) {
      walk(
        wordsOf(text),
        ({ id, term, folded, stop }) => {
          if (!stop) visit(term, folded, "word", id);
        },
        ({ term, folded }) => visit(term, folded, "alias", null),
      );
    },
  };
}

/** Visits the words in order, and before them the longest names that they spell, which do not overlap. */
function walk(
  words: readonly PlacedWord[],
  visitWord: (word: Word, start: number, end: number) => void,
  visitName: (name: Name, start: number, end: number) => void,
): void {
  let free = 0;
  let index = -1;
  for (const { word, start, end } of words) {
    index += 1;
    if (word.begins !== null && index >= free) {
      const found = longestName(words, index);
      if (found !== null) {
        visitName(found.name, start, words[found.after - 1]?.end ?? end);
        free = found.after;
      }
    }
    visitWord(word, start, end);
  }
}
