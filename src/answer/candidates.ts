import type { Weighed } from "../domain/explanation.ts";
import type { Hit } from "../search/rank.ts";
import type { Comparison } from "./comparison.ts";
import { cosine } from "./cosines.ts";
import { type FeatureValues, RANKING_FEATURES, rankingFeatures } from "./features.ts";
import type { AnswerModel } from "./model.ts";
import type { SentenceReader, Surroundings } from "./sentence-reader.ts";

/** A sentence that was found, weighed for the question. */
export interface Candidate {
  readonly hit: Hit;
  readonly around: Surroundings;
  readonly features: FeatureValues;
  /** The sum of its features by weight: unbounded, comparable within one question only. */
  readonly score: number;
}

/** Features of every sentence found, in the same order; they do not depend on any weights. */
export function candidateFeatures(
  reader: SentenceReader,
  asked: Comparison,
  hits: readonly Hit[],
): readonly Omit<Candidate, "score">[] {
  const most = asked.query.concepts.reduce((sum, { idf, weight }) => sum + idf * weight, 0);
  const best = Math.max(0, ...hits.map(({ score }) => score));
  const found = hits.map((hit) => ({ hit, around: reader.surroundings(hit.sentence) }));
  const inArticle = saidInArticles(asked, found);
  const none = new Float64Array(asked.ideas.length);
  return likeliest(asked, found, most).map(({ hit, around }) => ({
    hit,
    around,
    features: rankingFeatures(asked, around, {
      score: hit.score,
      best,
      most,
      inArticle: inArticle.get(hit.sentence.article.id) ?? none,
    }),
  }));
}

/** Orders sentences by their features. Equal scores keep their order. */
export function weighCandidates(
  features: readonly Omit<Candidate, "score">[],
  { ranking }: Pick<AnswerModel, "ranking">,
): readonly Candidate[] {
  return features
    .map((candidate) => ({
      ...candidate,
      score: RANKING_FEATURES.reduce((sum, name) => sum + ranking[name] * candidate.features[name], 0),
    }))
    .sort((a, b) => b.score - a.score);
}

/** How likely a candidate is beside the best, 0 to 1: scores are those of a conditional logit. */
export function relativeLikelihood(candidate: Candidate, best: Candidate): number {
  return Math.exp(candidate.score - best.score);
}

/** What a candidate's score is made of, the largest effects first. */
export function explainCandidate(
  { features }: Candidate,
  { ranking }: Pick<AnswerModel, "ranking">,
): readonly Weighed[] {
  return RANKING_FEATURES.map((name) => {
    const [value, weight] = [features[name], ranking[name]];
    return { name, value, weight, effect: value * weight };
  })
    .filter(({ effect }) => effect !== 0)
    .sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect));
}

/** How many sentences are compared in full: that takes longer than finding them. */
const COMPARED = 96;
/** What tells at little cost which they should be; coarse, and set so that hardly a right one is lost. */
const FIRST = { words: 2, said: 1, "said-with-title": 1, meaning: 3, encoded: 5 } as const;

/** The sentences worth comparing in full, in the order in which they were found. */
function likeliest(
  { likeness, ideas, meaning, encoded }: Comparison,
  found: readonly Pick<Candidate, "hit" | "around">[],
  most: number,
): readonly Pick<Candidate, "hit" | "around">[] {
  if (found.length <= COMPARED) return found;
  const promise = found.map(({ hit, around: { own, title } }) => {
    const said = likeness.said(own);
    const inTitle = likeness.said(title);
    let score = (FIRST.words * hit.score) / most + FIRST.meaning * cosine(meaning, own.meaning);
    if (encoded !== null) {
      const { article, position } = hit.sentence;
      score += FIRST.encoded * cosine(encoded.vector, encoded.sentences.of(article, position));
    }
    for (const [idea, { weight }] of ideas.entries()) {
      const own = said[idea] ?? 0;
      score += weight * (FIRST.said * own + FIRST["said-with-title"] * Math.max(own, inTitle[idea] ?? 0));
    }
    return score;
  });
  const least = promise.toSorted((a, b) => b - a)[COMPARED - 1] ?? 0;
  return found.filter((_, place) => (promise[place] ?? 0) >= least).slice(0, COMPARED);
}

/** How much of each idea the sentences found in each article say together. */
function saidInArticles(
  { likeness, ideas }: Comparison,
  found: readonly Pick<Candidate, "hit" | "around">[],
): ReadonlyMap<string, Float64Array> {
  const said = new Map<string, Float64Array>();
  for (const { hit, around } of found) {
    const { id } = hit.sentence.article;
    const most = said.get(id) ?? likeness.said(around.title).slice();
    const own = likeness.said(around.own);
    for (let idea = 0; idea < ideas.length; idea += 1) most[idea] = Math.max(most[idea] ?? 0, own[idea] ?? 0);
    said.set(id, most);
  }
  return said;
}
