import { z } from "zod";
import type { Judgement } from "../judge/judgement.ts";
import type { SystemFigures } from "./figures.ts";

const FIGURE = z.number().nullable();
const GROUP = z.record(z.string(), z.object({ questions: z.number(), success1: FIGURE }));

/** What Footnote reached on a question set, to compare a change with. */
export const BASELINE = z.object({
  questions: z.number(),
  success1: FIGURE,
  success3: FIGURE,
  mrr10: FIGURE,
  /** Of confidence, answerable from unanswerable. */
  auroc: FIGURE,
  /** Answers of whose sentences one is right. */
  precision: FIGURE,
  byType: GROUP,
  byStyle: GROUP,
  /** Ids of the questions whose right sentence came first, in order. */
  first: z.array(z.string()),
  /** Ids of those among them that were answered and not met with silence, in order. */
  answered: z.array(z.string()),
});

export type Baseline = z.infer<typeof BASELINE>;

/** What Footnote reaches now. @param judgements of every question of the set */
export function baselineOf(figures: SystemFigures, judgements: readonly Judgement[]): Baseline {
  return {
    questions: judgements.length,
    success1: rounded(figures.success1?.value),
    success3: rounded(figures.success3),
    mrr10: rounded(figures.mrr10?.value),
    auroc: rounded(figures.auroc.answerable?.value),
    precision: rounded(figures.answering?.precision),
    byType: groups(figures.groups.type),
    byStyle: groups(figures.groups.style),
    first: judgements.flatMap(({ id, rank }) => (rank === 1 ? id : [])).toSorted(),
    answered: judgements.flatMap(({ id, answeredRight }) => (answeredRight ? id : [])).toSorted(),
  };
}

export interface Comparison {
  /** The overall figures that fell too far, each in a phrase. Empty where all is well. */
  readonly fallen: readonly string[];
  /** Ids of questions whose right sentence came first, and does not any more. */
  readonly lost: readonly string[];
  /** Ids of questions that were answered rightly, and are met with silence or another sentence now. */
  readonly silenced: readonly string[];
  readonly won: readonly string[];
}

/** How far a figure may fall beyond what a single question makes. */
const TOLERANCE = 0.005;

/**
 * Compares with a baseline: an overall figure may fall by what one question makes, and a trifle more, since ranks change
 * with every change. By kind nothing is held: a kind may have few questions.
 *
 * @param judgements of the same questions as the baseline's
 */
export function compareWithBaseline(before: Baseline, now: Baseline, judgements: readonly Judgement[]): Comparison {
  const answerable = judgements.filter(({ unanswerable }) => !unanswerable).length;
  const answered = judgements.filter(({ status }) => status === "answered").length;
  // One question that passes all others changes the area by its share of its own side.
  const smallerSide = Math.min(answerable, judgements.length - answerable);
  const checked = [
    ["success@1", before.success1, now.success1, answerable],
    ["success@3", before.success3, now.success3, answerable],
    ["MRR@10", before.mrr10, now.mrr10, answerable],
    ["AUROC", before.auroc, now.auroc, smallerSide],
    ["precision of answering", before.precision, now.precision, answered],
  ] as const;
  return {
    fallen: checked.flatMap(([name, was, is, questions]) => {
      if (was === null) return [];
      const allowed = was - 1 / Math.max(1, questions) - TOLERANCE;
      return is !== null && is >= allowed
        ? []
        : `${name} fell from ${was.toFixed(4)} to ${is?.toFixed(4) ?? "nothing"}`;
    }),
    lost: without(before.first, now.first),
    silenced: without(before.answered, now.answered),
    won: without(now.first, before.first),
  };
}

function without(ids: readonly string[], others: readonly string[]): readonly string[] {
  const known = new Set(others);
  return ids.filter((id) => !known.has(id));
}

function groups(figures: SystemFigures["groups"]["type"]): Baseline["byType"] {
  return Object.fromEntries(
    figures.map(({ name, questions, success1 }) => [name, { questions, success1: rounded(success1) }]),
  );
}

/** Four decimals: more would change with every breath. */
function rounded(value: number | null | undefined): number | null {
  return value === null || value === undefined ? null : Math.round(value * 10_000) / 10_000;
}
