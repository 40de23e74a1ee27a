import type { AnswerModel } from "../../src/answer/model.ts";
import { analysisVersion } from "../../src/text/analysis-version.ts";
import type { AskedCase } from "./ask-all.ts";
import { type AnsweringFigures, type GroupFigures, type Told, answeringFigures, figuresByGroup } from "./figures.ts";
import { confidenceIn, learnRanking, learnSilence, modelOf } from "./learn.ts";
import { learnedWithout } from "./left-out.ts";
import { type Lesson, lessonsOf } from "./lessons.ts";
import type { Logistic } from "./logistic.ts";
import { type Outcome, collectOutcomes } from "./outcomes.ts";
import { type RankingExamples, collectRankingExamples } from "./ranking-examples.ts";
import { bestThreshold } from "./threshold.ts";
import type { TrainingQuestion } from "./training-question.ts";

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
    /** Of our own questions, by models learned from all other sources and our questions about other articles. */
    readonly crossValidated: Readonly<Record<string, GroupFigures>>;
    /** The same at the threshold. */
    readonly answering: AnsweringFigures;
  };
}

export interface TrainOptions {
  readonly questions: readonly TrainingQuestion[];
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
 * Learns first which sentence comes first, then how likely one of those shown is right.
 *
 * @throws RangeError where `without` names what there is not, and the signal's reason once it fires
 */
export async function trainModel(options: TrainOptions): Promise<TrainedModel> {
  const { questions, without, askAll, onExamples, onProgress, signal } = options;
  const learned = learnedWithout(without);
  if (learned === null) throw new RangeError(`There is no such feature or signal: ${without.join(", ")}`);
  const examples = await collectRankingExamples(askAll("Features"));
  await onExamples(examples);
  const lessons = lessonsOf(questions);
  const rankings: AnswerModel["ranking"][] = [];
  for (const lesson of lessons) {
    onProgress(`Ranking, ${lesson.name}`);
    rankings.push(await learnRanking(examples, learned, lesson, signal));
  }
  const outcomes = await collectOutcomes(askAll("Signals"), rankings);
  const told: Record<Lesson["purpose"], Told[]> = { ship: [], "held-out": [], "cross-validation": [] };
  const silences: Logistic[] = [];
  for (const [place, lesson] of lessons.entries()) {
    onProgress(`Silence, ${lesson.name}`);
    const own = outcomes[place] ?? [];
    const silence = await learnSilence(own, learned, lesson, signal);
    silences.push(silence);
    const held = own.filter(({ question }) => lesson.isHeldBack(question));
    told[lesson.purpose].push(...held.map((outcome) => toldOf(outcome, silence)));
  }
  const [ranking] = rankings;
  const [silence] = silences;
  if (ranking === undefined || silence === undefined) throw new RangeError("Nothing was learned.");
  const crossed = told["cross-validation"];
  const threshold = bestThreshold(crossed.map(({ confidence, isRight }) => ({ confidence, right: isRight })));
  return {
    ...modelOf(ranking, silence, threshold),
    trained: { questions: countsOf(outcomes[0] ?? []), analysis: analysisVersion(), without },
    figures: {
      heldOut: figuresByGroup(told["held-out"]),
      crossValidated: figuresByGroup(crossed),
      answering: answeringFigures(crossed, threshold),
    },
  };
}

function toldOf({ source, setting, question, rank, isRight, signals }: Outcome, silence: Logistic): Told {
  const { unanswerable } = question;
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
