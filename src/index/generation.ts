import type { Article } from "../domain/article.ts";
import type { Sentence } from "../domain/sentence.ts";
import type { Analyzer } from "../text/analyzer.ts";
import { type Bm25fParameters, inverseDocumentFrequency } from "./bm25f.ts";
import { NO_ARTICLE, entryOf } from "./blocks.ts";
import { type IndexPart, type TermFrequency, liveTotals } from "./index-part.ts";
import { NO_TOTALS, addTotals, averageLengths } from "./length-totals.ts";
import { findString } from "./packed-strings.ts";
import type { AverageLengths } from "./segment.ts";

/** Where an article is kept: in which part, under which number. */
export interface ArticlePlace {
  readonly part: IndexPart;
  readonly number: number;
}

/**
 * An index over a corpus as it was at one time. Never changed: a changed corpus gets another generation, which shares
 * with this one all that stayed the same, so that whoever reads this one sees nothing of it.
 */
export interface Generation {
  readonly analyzer: Analyzer;
  readonly parameters: Bm25fParameters;
  /** In the order of the corpus, which settles ties: newest first. */
  readonly articles: readonly Article[];
  /** The large part first, later changes after it. */
  readonly parts: readonly IndexPart[];
  /** For each article of `articles`. */
  readonly places: readonly ArticlePlace[];
  /** For each part: number of the article in it → its index in `articles`, {@link NO_ARTICLE} where it is withdrawn. */
  readonly orders: readonly Uint32Array[];
  readonly sentenceCount: number;
  readonly averages: AverageLengths;
}

/**
 * @param articles of the corpus, each of which is in one of the parts as the same object
 * @param places where each of them is, for whoever knows it already
 */
export function createGeneration(
  analyzer: Analyzer,
  parameters: Bm25fParameters,
  articles: readonly Article[],
  parts: readonly IndexPart[],
  places: readonly ArticlePlace[] = placesInOrder(articles, parts) ?? placesOf(articles, parts),
): Generation {
  const orders = new Map(parts.map((part) => [part, new Uint32Array(part.articles.length).fill(NO_ARTICLE)]));
  for (const [order, { part, number }] of places.entries()) {
    const ordersOfPart = orders.get(part);
    if (ordersOfPart !== undefined) ordersOfPart[number] = order;
  }
  const totals = parts.map(liveTotals).reduce((a, b) => addTotals(a, b), NO_TOTALS);
  return {
    analyzer,
    parameters,
    articles,
    parts,
    places,
    orders: [...orders.values()],
    sentenceCount: totals.sentences,
    averages: averageLengths(totals),
  };
}

/** Where articles are that stand in the parts in the same order, as after a build; null where they do not. */
function placesInOrder(articles: readonly Article[], parts: readonly IndexPart[]): readonly ArticlePlace[] | null {
  const places: ArticlePlace[] = [];
  for (const part of parts) {
    for (const [number, article] of part.articles.entries()) {
      if (article === null) continue;
      if (article !== articles[places.length]) return null;
      places.push({ part, number });
    }
  }
  return places.length === articles.length ? places : null;
}

function placesOf(articles: readonly Article[], parts: readonly IndexPart[]): readonly ArticlePlace[] {
  const placeOf = new Map<Article, ArticlePlace>();
  for (const part of parts) {
    for (const [number, article] of part.articles.entries())
      if (article !== null) placeOf.set(article, { part, number });
  }
  return articles.map((article) => {
    const place = placeOf.get(article);
    if (place === undefined) throw new Error(`article ${article.id} is in no part of the index`);
    return place;
  });
}

/** In how many sentences and titles of the generation a term stands. */
export function termFrequency({ parts }: Generation, term: string): TermFrequency {
  let sentences = 0;
  let titles = 0;
  for (const { segment, withdrawn } of parts) {
    const number = findString(segment.terms, term);
    if (number < 0) continue;
    sentences += segment.sentenceFrequency[number] ?? 0;
    titles += (segment.titleStart[number + 1] ?? 0) - (segment.titleStart[number] ?? 0);
    const gone = withdrawn.terms.get(term);
    if (gone === undefined) continue;
    sentences -= gone.sentences;
    titles -= gone.titles;
  }
  return { sentences, titles };
}

/** How telling a term is in this generation; largest for a term that occurs nowhere. */
export function idfOf(generation: Generation, term: string): number {
  const { sentences, titles } = termFrequency(generation, term);
  return inverseDocumentFrequency(generation.sentenceCount, Math.max(sentences, titles));
}

/** The sentence in a slot of a part, made anew from its article's body. */
export function sentenceAt({ segment, articles, articleOf }: IndexPart, slot: number): Sentence | undefined {
  const entry = entryOf(slot);
  const number = articleOf[entry] ?? NO_ARTICLE;
  const article = articles[number];
  if (article === undefined || article === null) return undefined;
  const start = segment.sentenceStart[entry] ?? 0;
  const end = start + (segment.sentenceSize[entry] ?? 0);
  return {
    article,
    position: slot - (segment.articleStart[number] ?? 0),
    paragraph: segment.sentenceParagraph[entry] ?? 0,
    text: article.body.slice(start, end),
    start,
    end,
  };
}

/** All sentences of an article, in order. */
export function sentencesAt({ part, number }: ArticlePlace): readonly Sentence[] {
  const { articleStart, articleEnd } = part.segment;
  const sentences: Sentence[] = [];
  for (let slot = articleStart[number] ?? 0; slot < (articleEnd[number] ?? 0); slot += 1) {
    const sentence = sentenceAt(part, slot);
    if (sentence !== undefined) sentences.push(sentence);
  }
  return sentences;
}
