import type { Evidence } from "../../domain/answer.ts";
import type { Correction } from "../../domain/answer.ts";
import type { NothingToTell, OnRead, Summary, SummaryRequest } from "../../domain/digest.ts";
import type { Sentence } from "../../domain/sentence.ts";
import { plainEvidence } from "../../answer/evidence.ts";
import type { RetellingSource } from "../retelling.ts";
import { articlesFor, eventCandidates } from "./candidates.ts";
import { choose } from "./choose.ts";
import { tellLines } from "./lines.ts";
import { type Candidate, type Told, readMaterial } from "./material.ts";
import { findTopic } from "./topic.ts";

/** What there is to make a summary of. */
interface Found {
  readonly candidates: readonly Candidate[];
  /** Sentences found for a topic, with what was found in them. */
  readonly evidence: ReadonlyMap<Sentence, Evidence>;
  readonly articlesRead: number;
  readonly corrections: readonly Correction[];
}

/**
 * Makes a summary of sentences of the articles: those that tell most of it with least repetition, in an order that reads.
 * Sentences that lean on others are left out where there are any that stand alone.
 *
 * @throws (rejects with) the signal's reason, once it fires
 */
export async function summarise(
  source: RetellingSource,
  request: SummaryRequest,
  signal: AbortSignal,
  onProgress?: OnRead,
): Promise<Summary> {
  signal.throwIfAborted();
  const found = find(source, request);
  if ("status" in found) return found;
  const { analyzer } = source.index;
  const material = await readMaterial(analyzer, found.candidates, signal, onProgress);
  const budget = { sentences: request.sentences };
  const chosen = await choose({ ...material, told: bestStanding(material.told) }, budget, signal);
  const evidenceOf = (sentence: Sentence): Evidence => found.evidence.get(sentence) ?? plainEvidence(sentence);
  return {
    status: "summarised",
    request,
    lines: tellLines({ analyzer, evidenceOf, told: material.told, wanted: request.sentences }, chosen),
    articlesRead: found.articlesRead,
    corrections: found.corrections,
  };
}

/** Those that stand alone; where there are none, those that lean; where there are none either, all. */
function bestStanding(told: readonly Told[]): readonly Told[] {
  const best = told.reduce((most, { standing }) => Math.max(most, standing), 0);
  return told.filter(({ standing }) => standing === best);
}

function find(source: RetellingSource, { topic, since, articles: ids }: SummaryRequest): Found | NothingToTell {
  const { index } = source;
  const articles = articlesFor(index, ids, since);
  if (topic === null) {
    const candidates = eventCandidates(index, articles);
    if (candidates.length > 0) {
      return { candidates, evidence: new Map(), articlesRead: articles.length, corrections: [] };
    }
    const newest = articlesFor(index, ids, null)[0];
    return since === null || newest === undefined
      ? { status: "not-in-articles", closest: [], unknownWords: [] }
      : { status: "nothing-then", newest: newest.article.published };
  }
  const within = ids === null && since === null ? null : new Set(articles.map(({ article }) => article.id));
  const found = findTopic(source, topic, within);
  if (found.status === "not-in-articles" && since !== null) {
    const ever = findTopic(source, topic, ids);
    if (ever.status !== "found") return ever;
    const dates = ever.sentences.flatMap(({ evidence }) => evidence.sentence.article.published ?? []).toSorted();
    return { status: "nothing-then", newest: dates.at(-1) ?? null };
  }
  if (found.status !== "found") return found;
  const places = new Map(articles.map(({ article, place }) => [article, place]));
  const placeOf = ({ article }: Sentence): number => places.get(article) ?? 0;
  return {
    candidates: found.sentences
      .map(({ evidence, relevance }) => ({ sentence: evidence.sentence, relevance }))
      .toSorted((a, b) => placeOf(a.sentence) - placeOf(b.sentence) || a.sentence.position - b.sentence.position),
    evidence: new Map(found.sentences.map(({ evidence }) => [evidence.sentence, evidence])),
    articlesRead: articles.length,
    corrections: found.corrections,
  };
}
