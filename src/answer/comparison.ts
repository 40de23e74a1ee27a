import type { EncodedSentences } from "../meaning/encoded-sentences.ts";
import type { QuestionKind } from "../question/question.ts";
import type { Query } from "../search/query.ts";
import type { Idea } from "./ideas.ts";
import type { Likeness } from "./likeness.ts";

/** A question as sentences are compared with it. */
export interface Comparison {
  readonly query: Query;
  readonly kind: QuestionKind;
  readonly ideas: readonly Idea[];
  /** Terms of the index that say one of the ideas. */
  readonly terms: ReadonlySet<string>;
  readonly likeness: Likeness;
  /** Which idea is the noun whose value is asked for; null where none is. */
  readonly focus: number | null;
  /** What a number looks like in the unit that the question asks in; null where it names none. */
  readonly unit: RegExp | null;
  /** Meaning of the question as a whole; null where no table is there. */
  readonly meaning: Int8Array | null;
  /** The question and the sentences as a sentence encoder sees them; null where there is none, or not yet. */
  readonly encoded: EncodedQuestion | null;
  /** Share of what is in quotes that a text holds, 0 to 1; null where nothing is. */
  readonly heldShare: ((text: string) => number) | null;
}

/** A question's vector, and those of the sentences it is compared with. */
export interface EncodedQuestion {
  readonly vector: Int8Array;
  readonly sentences: EncodedSentences;
}
