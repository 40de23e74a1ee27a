import type { Contribution, Correction, Evidence } from "../../domain/answer.ts";
import type { Article } from "../../domain/article.ts";
import type { NothingToTell, OnRead } from "../../domain/digest.ts";
import type { Sentence } from "../../domain/sentence.ts";
import { plainEvidence } from "../../answer/evidence.ts";
import { sentencesOfArticle } from "../../search/sentence-index.ts";
import type { Analyzer } from "../../text/analyzer.ts";
import { pause } from "../pause.ts";
import type { RetellingSource } from "../retelling.ts";
import type { Candidate } from "./collect-dates.ts";
import { ArticleReader } from "./read-article.ts";

/** What a timeline is told from. */
export interface Scope {
  readonly articles: readonly Article[];
  readonly candidates: readonly Candidate[];
  readonly corrections: readonly Correction[];
  readonly evidenceOf: (sentence: Sentence) => Evidence;
}

/** Articles that are read; of more, these many spread evenly over all. */
const MAX_ARTICLES = 3_000;
/** Sentences of them that are looked at for dates, shared out evenly, and the fewest of one article. */
const MAX_DATED = 3_000;
const MIN_DATED = 3;
const ARTICLES_AT_ONCE = 4;
/** Sentences that are found for a topic. */
const FOUND = 300;
/** Share of a topic's words that a sentence must hold, with its title and neighbours, to be about it. */
const ABOUT = 0.6;
/** What a word counts that is not in the sentence itself, and one of about the same meaning. */
const NEARBY = 0.5;
const MEANT = 0.15;
/** Passages offered where no article is about the topic. */
const CLOSEST = 3;

const READERS = new WeakMap<Analyzer, ArticleReader>();

function readerFor(analyzer: Analyzer): ArticleReader {
  const known = READERS.get(analyzer) ?? new ArticleReader(analyzer);
  READERS.set(analyzer, known);
  return known;
}

/** @throws (rejects with) the signal's reason, once it fires */
export async function wholeEvent({ index }: RetellingSource, signal: AbortSignal, onProgress?: OnRead): Promise<Scope> {
  const reader = readerFor(index.analyzer);
  const step = Math.max(1, index.articles.length / MAX_ARTICLES);
  const places = Array.from({ length: Math.ceil(index.articles.length / step) }, (_, at) => Math.floor(at * step));
  const dated = Math.max(MIN_DATED, Math.floor(MAX_DATED / places.length));
  const articles: Article[] = [];
  const candidates: Candidate[] = [];
  for (const [count, place] of places.entries()) {
    if (count % ARTICLES_AT_ONCE === 0) {
      onProgress?.(count, places.length);
      await pause(signal);
    }
    const article = index.articles[place];
    if (article === undefined) continue;
    articles.push(article);
    for (const read of reader.read(article, sentencesOfArticle(index, place), dated)) {
      candidates.push({ ...read, relevance: 1 });
    }
  }
  return { articles, candidates, corrections: [], evidenceOf: (sentence) => plainEvidence(sentence) };
}

/** What is told of a topic, or why nothing is. */
export async function scopeOfTopic(
  { index, answerer }: RetellingSource,
  topic: string,
  signal: AbortSignal,
): Promise<Scope | NothingToTell> {
  const question = { text: topic, context: [] };
  const { hits, corrections, unusable } = answerer.search(question, { offset: 0, limit: FOUND, quotes: "preferred" });
  if (unusable !== null) return { status: "unusable-topic", reason: unusable };
  await pause(signal);
  const words = countOfWords(index.analyzer, topic);
  const about = hits
    .map((evidence) => ({ evidence, share: shareOf(evidence.contributions, words) }))
    .filter(({ share }) => share >= ABOUT);
  if (about.length === 0) {
    const answer = answerer.ask(question);
    const closest = hits.slice(0, CLOSEST).map((evidence) => ({ evidence, also: [], stance: null }));
    if (answer.status !== "not-in-articles") return { status: "not-in-articles", closest, unknownWords: [] };
    return { status: "not-in-articles", closest: answer.closest, unknownWords: answer.unknownWords };
  }
  await pause(signal);
  const reader = readerFor(index.analyzer);
  const found = new Map<string, Evidence>();
  const candidates = about.map(({ evidence, share }): Candidate => {
    const { sentence } = evidence;
    found.set(nameOf(sentence), evidence);
    const { terms, mentions } = reader.readOne(sentence, evidence.dates);
    return { sentence, terms, mentions, relevance: share ** 2 };
  });
  const articles = [...new Map(candidates.map(({ sentence: { article } }) => [article.id, article])).values()];
  return {
    articles,
    candidates,
    corrections,
    evidenceOf: (sentence) => found.get(nameOf(sentence)) ?? plainEvidence(sentence),
  };
}

function nameOf({ article, position }: Sentence): string {
  return `${String(position)} ${article.id}`;
}

/** A topic's words with content, a glossary's name as one. */
function countOfWords(analyzer: Analyzer, topic: string): number {
  const terms = analyzer.analyze(topic);
  const names = terms.filter(({ kind }) => kind === "alias");
  return terms.filter(
    ({ kind, stop, start, end }) =>
      kind === "alias" || !(stop || names.some((name) => name.start < end && start < name.end)),
  ).length;
}

function shareOf(contributions: readonly Contribution[], words: number): number {
  const worths = new Map<string, number>();
  for (const { asked, how, field } of contributions) {
    const worth = (field === "sentence" ? 1 : NEARBY) * (how === "meaning" ? MEANT : 1);
    worths.set(asked, Math.max(worths.get(asked) ?? 0, worth));
  }
  return words === 0 ? 0 : Math.min(1, [...worths.values()].reduce((sum, worth) => sum + worth, 0) / words);
}
