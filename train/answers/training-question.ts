import type { Gold } from "../../eval/judge/same-sentence.ts";
import type { PublicSet, Source } from "./mixture.ts";

/** A question to learn from. */
export interface TrainingQuestion {
  readonly id: string;
  readonly source: Source;
  /** Whose articles it is asked over. */
  readonly set: PublicSet;
  readonly text: string;
  /** Ids of the articles it is about; may be empty. */
  readonly docs: readonly string[];
  /** The sentences that answer it; empty for an unanswerable question. */
  readonly golds: readonly Gold[];
  readonly unanswerable: boolean;
}
