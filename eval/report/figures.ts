import { z } from "zod";

/** A figure with its 95 % interval; null where there was nothing to measure it on. */
const ESTIMATE = z.object({ value: z.number(), low: z.number(), high: z.number() }).nullable();
const FIGURE = z.number().nullable();

/** How well the right sentences were found, over answerable questions. */
const GROUP = z.object({
  /** The value of `type`, `style` or `miss`. */
  name: z.string(),
  questions: z.number(),
  answerable: z.number(),
  success1: FIGURE,
  success3: FIGURE,
  mrr10: FIGURE,
  /** Share of its unanswerable questions that got no answer. */
  silence: FIGURE,
});

export type GroupFigures = z.infer<typeof GROUP>;

const BIN = z.object({
  from: z.number(),
  to: z.number(),
  count: z.number(),
  confidence: FIGURE,
  right: FIGURE,
});

export const SYSTEM_FIGURES = z.object({
  name: z.string(),
  title: z.string(),
  success1: ESTIMATE,
  success3: FIGURE,
  mrr10: ESTIMATE,
  /** Over the questions that have candidates; null where none has. */
  candidates: z.object({ questions: z.number(), map: z.number(), mrr: z.number() }).nullable(),
  /** How well confidence tells: answerable from all, near-miss and off-topic unanswerable questions; right first sentences from wrong. */
  auroc: z.object({ answerable: ESTIMATE, nearMisses: FIGURE, offTopic: FIGURE, firstRight: FIGURE }),
  /** What came of deciding at the threshold; null of a system that always answers. */
  answering: z
    .object({
      answered: z.number(),
      /** Answers of whose sentences one is right. */
      precision: FIGURE,
      /** Answerable questions that were answered with a right sentence. */
      recall: FIGURE,
      /** Unanswerable questions that were not answered. */
      silence: FIGURE,
    })
    .nullable(),
  /** Right first sentences if only the most confident half, or four fifths, of all questions were answered. */
  precisionAt: z.object({ half: FIGURE, fourFifths: FIGURE }),
  /** Confidence as the probability that one of the sentences shown is right; null where it is none. */
  calibration: z.object({ brier: FIGURE, expectedError: FIGURE, bins: z.array(BIN) }).nullable(),
  /** Milliseconds a question. */
  latency: z.object({ p50: z.number(), p99: z.number() }).nullable(),
  groups: z.object({ type: z.array(GROUP), style: z.array(GROUP), miss: z.array(GROUP) }),
  /** Questions whose answer and search page did not agree: none, unless the program is at odds with itself. */
  inconsistent: z.array(z.string()),
});

export type SystemFigures = z.infer<typeof SYSTEM_FIGURES>;

const SET_FIGURES = z.object({
  name: z.string(),
  articles: z.number(),
  sentences: z.number(),
  /** How many questions the file holds. */
  available: z.number(),
  /** How many were asked. */
  questions: z.number(),
  answerable: z.number(),
  unanswerable: z.number(),
  systems: z.array(SYSTEM_FIGURES),
});

export type SetFigures = z.infer<typeof SET_FIGURES>;

/** What a run writes. */
export const EVAL_RESULT = z.object({
  /** Counts up when the meaning of a field changes. */
  format: z.literal(1),
  date: z.string(),
  commit: z.string().nullable(),
  command: z.string(),
  node: z.string(),
  sets: z.array(SET_FIGURES),
});

export type EvalResult = z.infer<typeof EVAL_RESULT>;
