import { relativeLikelihood, weighCandidates } from "../../src/answer/candidates.ts";
import type { AnswerModel } from "../../src/answer/model.ts";
import { RELATIVE_SCORE } from "../../src/answer/points.ts";
import { MAX_POINTS } from "../../src/answer/tell.ts";
import { SILENCE_SIGNALS, silenceSignals } from "../../src/answer/silence.ts";
import type { AskedCase } from "./ask-all.ts";
import type { Group } from "./mixture.ts";
import type { TrainingQuestion } from "./training-question.ts";

/** What came of a case under one ranking. */
export interface Outcome extends Group {
  readonly question: TrainingQuestion;
  /** Place of the first right sentence, from 1; null where none was found, always for an unanswerable question. */
  readonly rank: number | null;
  /** Whether one of the sentences that would be shown is right. */
  readonly isRight: boolean;
  /** Of the best sentence, in the order of {@link SILENCE_SIGNALS}; null where nothing was found. */
  readonly signals: Float32Array | null;
}

type Ranking = AnswerModel["ranking"];

/** Ranks what was found in each case. @returns for each of the rankings its outcomes, in the order of the cases */
export async function collectOutcomes(
  asked: AsyncIterable<AskedCase>,
  rankings: readonly Ranking[],
): Promise<readonly (readonly Outcome[])[]> {
  const outcomes = rankings.map((): Outcome[] => []);
  for await (const one of asked) {
    const right = rightSentences(one);
    for (const [place, ranking] of rankings.entries()) outcomes[place]?.push(outcomeOf(one, ranking, right));
  }
  return outcomes;
}

/** The sentences found for a case that answer it. */
export function rightSentences({ found, isRight }: AskedCase): ReadonlySet<unknown> {
  return new Set((found?.candidates ?? []).flatMap(({ hit }) => (isRight(hit.sentence.text) ? [hit.sentence] : [])));
}

/** @param right as {@link rightSentences} tells */
export function outcomeOf(
  { source, setting, question, found }: AskedCase,
  ranking: Ranking,
  right: ReadonlySet<unknown>,
): Outcome {
  const told = { source, setting, question };
  const ranked = found === null ? [] : weighCandidates(found.candidates, { ranking });
  const [best] = ranked;
  if (found === null || best === undefined) return { ...told, rank: null, isRight: false, signals: null };
  const place = ranked.findIndex(({ hit }) => right.has(hit.sentence));
  const signals = silenceSignals(found.comparison, best, ranked);
  return {
    ...told,
    rank: place === -1 ? null : place + 1,
    isRight: ranked
      .slice(0, MAX_POINTS)
      .some((one) => relativeLikelihood(one, best) >= RELATIVE_SCORE && right.has(one.hit.sentence)),
    signals: Float32Array.from(SILENCE_SIGNALS, (name) => signals[name]),
  };
}
