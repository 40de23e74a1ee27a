import { z } from "zod";
import type { Result } from "../domain/result.ts";
import { OPTIONAL_FEATURES, RANKING_FEATURES, type RankingFeature } from "./features.ts";
import { OPTIONAL_SIGNALS, SILENCE_SIGNALS, type SilenceSignal } from "./silence.ts";

/** Learned weights of the two decisions: which sentence comes first, and whether to answer at all. */
export interface AnswerModel {
  /** A sentence's score is the sum of its features times these. */
  readonly ranking: Readonly<Record<RankingFeature, number>>;
  /** The logit of the confidence is `bias` and the sum of the signals times these. */
  readonly silence: Readonly<Record<SilenceSignal, number>>;
  readonly bias: number;
  /** Confidence from which on sentences are shown as an answer, 0 to 1, where the operator sets none. */
  readonly threshold: number;
}

const WEIGHT = z.number().min(-1000).max(1000);

/** Weights by name; those of `optional` names are 0 where the file lacks them. */
function weights<T extends string>(names: readonly T[], optional: readonly T[]): z.ZodType<Record<T, number>> {
  const none = Object.fromEntries(optional.map((name) => [name, 0]));
  return z.preprocess(
    (given) => (typeof given === "object" && given !== null ? { ...none, ...given } : given),
    z.record(z.enum(names), WEIGHT),
  );
}

const FILE = z.object({
  ranking: weights(RANKING_FEATURES, OPTIONAL_FEATURES),
  silence: weights(SILENCE_SIGNALS, OPTIONAL_SIGNALS),
  bias: WEIGHT,
  threshold: z.number().min(0).max(1),
});

/** Reads weights as `models/README.md` describes them, or says in English which field is wrong. */
export function readAnswerModel(text: string): Result<AnswerModel, string> {
  try {
    const file = FILE.safeParse(JSON.parse(text));
    if (file.success) return { ok: true, value: file.data };
    const [issue] = file.error.issues;
    return { ok: false, error: issue === undefined ? "not weights" : `${issue.path.join(".")}: ${issue.message}` };
  } catch (error) {
    return { ok: false, error: error instanceof Error ? error.message : String(error) };
  }
}
