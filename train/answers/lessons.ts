import { SOURCES } from "./mixture.ts";
import { FOLDS, foldsOf } from "./threshold.ts";
import type { TrainingQuestion } from "./training-question.ts";

/** What is learned from some questions and tried on the others. */
export interface Lesson {
  readonly name: string;
  /** The model that ships, one to see how it does with another kind of question, or with other articles. */
  readonly purpose: "ship" | "held-out" | "cross-validation";
  readonly isHeldBack: (question: TrainingQuestion) => boolean;
}

/** All that is to be learned: from all questions, without each of the sources, and without each part of our own questions. */
export function lessonsOf(questions: readonly TrainingQuestion[]): readonly Lesson[] {
  const own = questions.filter(({ source }) => source === "chat");
  const folds = foldsOf(own.map(({ docs }) => docs[0] ?? null));
  const foldOf = new Map(own.map((question, place) => [question, folds[place]]));
  return [
    { name: "from all sources", purpose: "ship", isHeldBack: () => false },
    ...SOURCES.map((held): Lesson => ({
      name: `without ${held}`,
      purpose: "held-out",
      isHeldBack: ({ source }) => source === held,
    })),
    ...Array.from({ length: FOLDS }, (_, fold): Lesson => ({
      name: `fold ${String(fold + 1)} of ${String(FOLDS)}`,
      purpose: "cross-validation",
      isHeldBack: (question) => foldOf.get(question) === fold,
    })),
  ];
}
