import type { Question } from "../domain/answer.ts";
import type { Sentence } from "../domain/sentence.ts";
import { WordCosines } from "../meaning/word-cosines.ts";
import { sentenceVector } from "../meaning/sentence-vector.ts";
import { placeNames } from "../question/place-names.ts";
import { spelledPeriods } from "../question/spelled-periods.ts";
import type { AskedQuestion } from "../question/question.ts";
import { firstDayOf } from "../search/partial-dates.ts";
import { buildQuery } from "../search/query.ts";
import { type Hit, type RankOptions, type Ranking, rank } from "../search/rank.ts";
import { type SentenceIndex, sentencesOfArticle } from "../search/sentence-index.ts";
import type { Syntax } from "../search/syntax.ts";
import { type Candidate, candidateFeatures } from "./candidates.ts";
import { withContext } from "./context.ts";
import type { Comparison, EncodedQuestion } from "./comparison.ts";
import { type Idea, ideasOf, textOf, textsOf } from "./ideas.ts";
import { Likeness } from "./likeness.ts";
import { unitAsked } from "./units.ts";
import { SentenceReader } from "./sentence-reader.ts";

/** What questions to one index share. */
export interface Asking {
  readonly index: SentenceIndex;
  readonly reader: SentenceReader;
  readonly cosines: WordCosines | null;
  /** See {@link placeNames}. */
  readonly placeNames: ReadonlySet<string>;
  /** Day of the newest article, from which "last week" is counted; null where no article has one. */
  readonly today: string | null;
}

export function askingOf(index: SentenceIndex): Asking {
  const newest = index.articles.find(({ published }) => published !== null)?.published ?? null;
  return {
    index,
    reader: new SentenceReader(index),
    cosines: index.vectors === null ? null : new WordCosines(index.vectors),
    placeNames: placeNames(),
    today: newest === null ? null : firstDayOf(newest),
  };
}

/** What was found for a question, before anything is weighed. */
export interface Found {
  readonly comparison: Comparison;
  readonly candidates: readonly Omit<Candidate, "score">[];
  readonly ranking: Ranking;
  /** Earlier questions that this one was read after, oldest first. */
  readonly after: readonly string[];
}

/** How many of the sentences that match best are looked at closely. */
const COMPARED = 150;

/** Finds sentences by words and reads off each what tells whether it answers. */
export function candidatesFor(
  { index, reader, cosines, placeNames }: Asking,
  question: Question,
  syntax: Syntax,
  asked: AskedQuestion,
  options: Omit<RankOptions, "offset"> & { readonly offset?: number; readonly quotes?: "required" | "preferred" },
  { heldShare, encoded }: Pick<Comparison, "heldShare" | "encoded">,
): Found {
  const { empty } = asked;
  const english = [...asked.english, ...spelledPeriods(question.text, asked)];
  const related = options.quotes !== "required";
  const own = buildQuery(index, question.text, { syntax, empty, english, related });
  const { query, after } = withContext(index, question, asked.leans, own);
  const ranking = rank(index, query, {
    ...options,
    offset: 0,
    limit: Math.max(COMPARED, (options.offset ?? 0) + options.limit),
  });
  const ideas = ideasOf(index, query, {
    asked: textsOf(question.text, asked.names),
    known: placeNames,
    written: writtenAsNames(reader, ranking.hits),
  });
  const comparison: Comparison = {
    query,
    kind: asked.kind,
    ideas,
    terms: new Set(
      query.concepts.flatMap(({ alternatives }) =>
        alternatives.flat().flatMap(({ term, how }) => (how === "meaning" ? [] : [term])),
      ),
    ),
    likeness: new Likeness(index.vectors, cosines, ideas),
    meaning:
      index.vectors === null
        ? null
        : sentenceVector(
            index.vectors,
            ideas.flatMap(({ rows }) => rows),
          ),
    focus: focusAmong(ideas, asked.focus === null ? null : textOf(question.text, asked.focus)),
    unit: unitAsked(question.text),
    encoded,
    heldShare,
  };
  const isFree = related && query.restriction === null;
  const near = encoded !== null && isFree ? nearSentences(index, encoded, options.within) : [];
  const isWhole = isFree && options.within === undefined && index.sentenceCount <= COMPARED;
  const hits = withUnmatched(ranking.hits, isWhole ? allSentences(index) : near);
  return {
    comparison,
    candidates: query.concepts.length === 0 ? [] : candidateFeatures(reader, comparison, hits),
    ranking,
    after,
  };
}

/** Which idea the noun is whose value is asked for. */
function focusAmong(ideas: readonly Idea[], focus: string | null): number | null {
  const words = focus?.toLowerCase() ?? "";
  const place = ideas.findLastIndex(({ concept }) => words.includes(concept.asked.toLowerCase()));
  return words === "" || place < 0 ? null : place;
}

/** How many sentences are looked at for how they write a word. */
const LOOKED_AT = 60;

/** Terms that the sentences found write with a capital, wherever they stand. */
function writtenAsNames(reader: SentenceReader, hits: readonly Hit[]): ReadonlySet<string> {
  const capitals = new Map<string, boolean>();
  for (const { sentence } of hits.slice(0, LOOKED_AT)) {
    for (const { term, surface, start } of reader.read(sentence.text).terms) {
      // What begins a sentence, or what is quoted, has a capital in any case.
      if (start < 2) continue;
      capitals.set(term, (capitals.get(term) ?? true) && /^\p{Lu}/u.test(surface));
    }
  }
  return new Set([...capitals].flatMap(([term, isName]) => (isName ? [term] : [])));
}

/** In a corpus of a few articles every sentence is compared, whether it shares a word with the question or not. */
function allSentences(index: SentenceIndex): readonly Sentence[] {
  return index.articles.flatMap((_, order) => sentencesOfArticle(index, order));
}

/** How many sentences are looked at for what a sentence encoder makes of them alone. */
const NEAREST = 50;
/** In a larger corpus, looking at every sentence would take longer than a question may. */
const MAX_SCANNED = 100_000;

/** The sentences nearest to a question by a sentence encoder, whether they share a word with it or not. */
function nearSentences(
  index: SentenceIndex,
  { vector, sentences }: EncodedQuestion,
  within: ReadonlySet<string> | undefined,
): readonly Sentence[] {
  if (index.sentenceCount > MAX_SCANNED) return [];
  const articles = within === undefined ? index.articles : index.articles.filter(({ id }) => within.has(id));
  const near = sentences.nearest(vector, NEAREST, articles);
  const wanted = new Set(near.map(({ article }) => article));
  const ofArticle = new Map(
    index.articles.flatMap((article, order) =>
      wanted.has(article) ? [[article, sentencesOfArticle(index, order)] as const] : [],
    ),
  );
  return near.flatMap(({ article, position }) => ofArticle.get(article)?.[position] ?? []);
}

/** What was found by words, and behind it what was not. */
function withUnmatched(hits: readonly Hit[], others: readonly Sentence[]): readonly Hit[] {
  if (others.length === 0) return hits;
  const keyOf = ({ article, start }: Sentence): string => `${String(start)} ${article.id}`;
  const matched = new Set(hits.map(({ sentence }) => keyOf(sentence)));
  const unmatched = others.filter((sentence) => !matched.has(keyOf(sentence)));
  return [...hits, ...unmatched.map((sentence) => ({ sentence, score: 0, contributions: [] }))];
}
