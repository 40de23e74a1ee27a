import { inverseDocumentFrequency } from "../index/bm25f.ts";
import type { Span } from "../domain/sentence.ts";
import type { Concept, Query } from "../search/query.ts";
import type { SentenceIndex } from "../search/sentence-index.ts";

/** A concept of the question with what it counts and means. */
export interface Idea {
  readonly concept: Concept;
  /** Share of the question that it is: all of them add up to 1. */
  readonly weight: number;
  /** Rows of its words in the table of word vectors. */
  readonly rows: readonly number[];
  readonly isName: boolean;
  readonly isNumber: boolean;
}

/** Natural logarithms of the shares of running English text at which a word tells nothing, and all it can. */
const COMMON = -4;
const RARE = -12;
/** How telling a word is that the table does not know: names mostly. */
const UNKNOWN = 1;
/** Every word tells a little. */
const LEAST = 0.05;

/** What of a question is a name, which no other word can stand for. */
export interface Names {
  /** As the question writes them. */
  readonly asked: readonly string[];
  /** Folded words that are names wherever they stand. */
  readonly known: ReadonlySet<string>;
  /** Terms of the index that the articles write as names. */
  readonly written: ReadonlySet<string>;
}

/**
 * How much each concept of a query counts. What is telling within the corpus is only half of it: in a corpus of a few
 * articles every chance word is rare, so that how common a word is in English has the other half.
 */
export function ideasOf(index: SentenceIndex, { concepts }: Query, names: Names): readonly Idea[] {
  const { vectors, sentenceCount } = index;
  const most = inverseDocumentFrequency(sentenceCount, 0);
  const weighed = concepts.map((concept) => {
    const rows = concept.words.flatMap((word) => {
      const row = vectors?.row(word) ?? -1;
      return row < 0 ? [] : [row];
    });
    const rarity = vectors === null ? concept.idf / most : rarityOf(rows.map((row) => vectors.logFrequency(row)));
    return { concept, rows, worth: (concept.weight * (concept.idf / most + rarity)) / 2 };
  });
  const total = weighed.reduce((sum, { worth }) => sum + worth, 0);
  return weighed.map(({ concept, rows, worth }) => ({
    concept,
    rows,
    weight: total > 0 ? worth / total : 0,
    isName: isNamed(concept, names),
    isNumber: /\d/u.test(concept.asked),
  }));
}

/** How telling words are by how common they are in English, 0 to 1: that of the rarest. */
export function rarityOf(logFrequencies: readonly number[]): number {
  if (logFrequencies.length === 0) return UNKNOWN;
  const rarest = Math.min(...logFrequencies);
  return Math.min(1, Math.max(LEAST, (COMMON - rarest) / (COMMON - RARE)));
}

function isNamed({ asked, words, alternatives }: Concept, names: Names): boolean {
  return (
    words.some((word) => names.known.has(word)) ||
    alternatives.flat().some(({ how, term }) => how === "alias" || (how !== "meaning" && names.written.has(term))) ||
    names.asked.some((name) => name.toLowerCase().includes(asked.toLowerCase()))
  );
}

export function textOf(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}

/** The texts of spans. */
export function textsOf(text: string, spans: readonly Span[]): readonly string[] {
  return spans.map((span) => textOf(text, span));
}
