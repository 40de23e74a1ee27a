import { PARTS, PART_NAMES, type Part } from "../../eval/systems/parts.ts";
import type { AnswerModel } from "../../src/answer/model.ts";
import type { AskedCase } from "./ask-all.ts";
import { type GroupFigures, type Told, figuresByGroup } from "./figures.ts";
import { learnRanking } from "./learn.ts";
import { learnedWithout } from "./left-out.ts";
import { type Lesson, lessonsOf } from "./lessons.ts";
import { outcomeOf, rightSentences } from "./outcomes.ts";
import { collectRankingExamples } from "./ranking-examples.ts";
import type { TrainingQuestion } from "./training-question.ts";

/** What ranking reaches without a part, by source and setting; `null` without none. */
export interface Ablation {
  readonly without: Part | null;
  readonly figures: Readonly<Record<string, GroupFigures>>;
}

export interface AblateOptions {
  readonly questions: readonly TrainingQuestion[];
  /** Asks everything anew: it is done twice, as in training. */
  readonly askAll: (what: string) => AsyncIterable<AskedCase>;
  readonly onProgress: (message: string) => void;
  readonly signal: AbortSignal;
}

interface Tried {
  readonly without: Part | null;
  readonly lesson: Lesson;
  readonly ranking: AnswerModel["ranking"];
}

/**
 * What each part of ranking earns: without it, all other weights are learned anew, from all sources but one, and tried on
 * that one. Confidences are not learned, so that only figures of ranking mean anything.
 *
 * @throws the signal's reason once it fires
 */
export async function ablate({ questions, askAll, onProgress, signal }: AblateOptions): Promise<readonly Ablation[]> {
  const examples = await collectRankingExamples(askAll("Features"));
  const lessons = lessonsOf(questions).filter(({ purpose }) => purpose === "held-out");
  const parts = [null, ...PART_NAMES];
  const tried: Tried[] = [];
  for (const without of parts) {
    const learned = learnedWithout(without === null ? [] : PARTS[without].map((name) => `ranking:${name}`));
    if (learned === null) throw new RangeError(`There is no such part: ${String(without)}`);
    for (const lesson of lessons) {
      onProgress(`Without ${without ?? "nothing"}, ${lesson.name}`);
      tried.push({ without, lesson, ranking: await learnRanking(examples, learned, lesson, signal) });
    }
  }
  const told = new Map<Part | null, Told[]>(parts.map((part) => [part, []]));
  for await (const asked of askAll("Ranks")) {
    const right = rightSentences(asked);
    for (const { without, lesson, ranking } of tried) {
      if (!lesson.isHeldBack(asked.question)) continue;
      const { source, setting, rank, isRight } = outcomeOf(asked, ranking, right);
      told
        .get(without)
        ?.push({ source, setting, rank, isRight, unanswerable: asked.question.unanswerable, confidence: 0 });
    }
  }
  return parts.map((without) => ({ without, figures: figuresByGroup(told.get(without) ?? []) }));
}
