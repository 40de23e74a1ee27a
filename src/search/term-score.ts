import { type Bm25fParameters, type Field, inverseDocumentFrequency, normalisedFrequency, saturate } from "./bm25f.ts";
import { type PostingList, frequencyOf } from "./postings.ts";
import type { SentenceIndex } from "./sentence-index.ts";

/** What one term is worth in one sentence, field by field. */
export type FieldScores = Readonly<Record<Field, number>>;

/** A term ready to be scored: its postings and how telling it is. */
export interface ScoredTerm {
  readonly idf: number;
  readonly inSentence: PostingList | undefined;
  readonly inTitle: PostingList | undefined;
}

/** How telling a term is in this index; largest for a term that occurs nowhere. */
export function idfOf(index: SentenceIndex, term: string): number {
  const matching = Math.max(index.inSentence.get(term)?.ids.length ?? 0, index.inTitle.get(term)?.ids.length ?? 0);
  return inverseDocumentFrequency(index.sentences.length, matching);
}

export function prepareTerm(index: SentenceIndex, term: string): ScoredTerm {
  return {
    idf: idfOf(index, term),
    inSentence: index.inSentence.get(term),
    inTitle: index.inTitle.get(term),
  };
}

/**
 * The BM25F score of a term in a sentence, shared out to the fields in proportion to what each brought. The shares add
 * up to the score.
 */
export function scoreTerm(
  index: SentenceIndex,
  term: ScoredTerm,
  sentence: number,
  parameters: Bm25fParameters,
): FieldScores {
  const { k1, b, weights } = parameters;
  const article = index.articleOf[sentence] ?? 0;
  const first = index.firstSentence[article] ?? 0;
  const end = index.firstSentence[article + 1] ?? 0;
  const before = sentence > first ? sentence - 1 : -1;
  const after = sentence + 1 < end ? sentence + 1 : -1;
  const lengthOf = (number: number): number => (number < 0 ? 0 : (index.sentenceLengths[number] ?? 0));
  const countIn = (number: number): number => (number < 0 ? 0 : frequencyOf(term.inSentence, number));

  const own =
    weights.sentence * normalisedFrequency(countIn(sentence), lengthOf(sentence), index.averageSentenceLength, b);
  const around =
    weights.neighbours *
    normalisedFrequency(
      countIn(before) + countIn(after),
      lengthOf(before) + lengthOf(after),
      2 * index.averageSentenceLength,
      b,
    );
  const title =
    weights.title *
    normalisedFrequency(
      frequencyOf(term.inTitle, article),
      index.titleLengths[article] ?? 0,
      index.averageTitleLength,
      b,
    );

  const total = own + around + title;
  if (total === 0) return { sentence: 0, neighbours: 0, title: 0 };
  const score = (term.idf * saturate(total, k1)) / total;
  return { sentence: own * score, neighbours: around * score, title: title * score };
}
