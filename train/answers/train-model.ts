import type { AnswerModel } from "../../src/answer/model.ts";
import { analysisVersion } from "../../src/text/analysis-version.ts";
import type { AskedCase } from "./ask-all.ts";
import { type AnsweringFigures, type GroupFigures, type Told, answeringFigures, figuresByGroup } from "./figures.ts";
import { confidenceIn, learnRanking, learnSilence, modelOf } from "./learn.ts";
import { learnedWithout } from "./left-out.ts";
import type { Logistic } from "./logistic.ts";
import { SOURCES } from "./mixture.ts";
import { type Outcome, collectOutcomes } from "./outcomes.ts";
import { type RankingExamples, collectRankingExamples } from "./ranking-examples.ts";
import { FOLDS, bestThreshold, foldsOf } from "./threshold.ts";

/** A model with what it was learned from and what it is worth. No time and no path: the same input makes the same file. */
export interface TrainedModel extends AnswerModel {
  readonly trained: {
    /** How many questions were asked, by source and setting. */
    readonly questions: Readonly<Record<string, number>>;
    /** Of how the texts were taken apart. */
    readonly analysis: string;
    /** Features and signals that were left out. */
    readonly without: readonly string[];
  };
  readonly figures: {
    /** Of the questions of each source, by a model learned from the other sources. */
    readonly heldOut: Readonly<Record<string, GroupFigures>>;
    /**
     * Of our own questions by the model that ships, but for their confidence: it is learned from the questions about other
     * articles (cross-validation). Ranking was learned from them too.
     */
    readonly crossValidated: Readonly<Record<string, GroupFigures>>;
    /** The same at the threshold. */
    readonly answering: AnsweringFigures;
  };
}

export interface TrainOptions {
  /** Features and signals to leave out, as `learnedWithout` names them. */
  readonly without: readonly string[];
  /** Asks everything anew: it is done twice, since what is found is too much to be kept. */
  readonly askAll: (what: string) => AsyncIterable<AskedCase>;
  /** Told what ranking is learned from. */
  readonly onExamples: (examples: RankingExamples) => Promise<void>;
  readonly onProgress: (message: string) => void;
  readonly signal: AbortSignal;
}

/**
 * Learns first which sentence comes first, then how likely it is right.
 *
 * @throws RangeError where `without` names what there is not, and the signal's reason once it fires
 */
export async function trainModel({
  without,
  askAll,
  onExamples,
  onProgress,
  signal,
}: TrainOptions): Promise<TrainedModel> {
  const learned = learnedWithout(without);
  if (learned === null) throw new RangeError(`There is no such feature or signal: ${without.join(", ")}`);
  const examples = await collectRankingExamples(askAll("Features"));
  await onExamples(examples);
  const lessons = [null, ...SOURCES] as const;
  const rankings: AnswerModel["ranking"][] = [];
  for (const source of lessons) {
    onProgress(source === null ? "Ranking, from all sources" : `Ranking, without ${source}`);
    rankings.push(await learnRanking(examples, learned, source, signal));
  }
  const [all = [], ...others] = await collectOutcomes(askAll("Signals"), rankings);
  const [ranking] = rankings;
  if (ranking === undefined) throw new RangeError("No ranking was learned.");

  const heldOut: Told[] = [];
  for (const [place, source] of SOURCES.entries()) {
    onProgress(`Silence, without ${source}`);
    const outcomes = others[place] ?? [];
    const silence = await learnSilence(outcomes, learned, (outcome) => outcome.source === source, signal);
    const held = outcomes.filter((outcome) => outcome.source === source);
    heldOut.push(...held.map((outcome) => toldOf(outcome, silence)));
  }

  const folds = foldsOf(all.map(({ article }) => article));
  const crossed: Told[] = [];
  for (let fold = 0; fold < FOLDS; fold += 1) {
    onProgress(`Silence, fold ${String(fold + 1)} of ${String(FOLDS)}`);
    const isIn = ({ source }: Outcome, place: number): boolean => source === "chat" && folds[place] === fold;
    const silence = await learnSilence(all, learned, isIn, signal);
    const held = all.filter((outcome, place) => isIn(outcome, place));
    crossed.push(...held.map((outcome) => toldOf(outcome, silence)));
  }
  const threshold = bestThreshold(crossed.map(({ confidence, isRight }) => ({ confidence, right: isRight })));

  onProgress("Silence, from all sources");
  const silence = await learnSilence(all, learned, () => false, signal);
  return {
    ...modelOf(ranking, silence, threshold),
    trained: { questions: countsOf(all), analysis: analysisVersion(), without },
    figures: {
      heldOut: figuresByGroup(heldOut),
      crossValidated: figuresByGroup(crossed),
      answering: answeringFigures(crossed, threshold),
    },
  };
}

function toldOf({ source, setting, unanswerable, rank, isRight, signals }: Outcome, silence: Logistic): Told {
  return { source, setting, unanswerable, rank, isRight, confidence: confidenceIn(silence, signals) };
}

function countsOf(outcomes: readonly Outcome[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const { source, setting } of outcomes) {
    const name = `${source}/${setting}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return Object.fromEntries(counts);
}
