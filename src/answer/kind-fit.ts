import type { Span } from "../domain/sentence.ts";
import type { QuestionKind } from "./question-kind.ts";
import { MOST_NAMED_BOOST } from "./redundancy.ts";

/** Words by which English says who did something. */
const ATTRIBUTION =
  /\b(?:(?:was|were|is|are|be|been|being|stands?|stood|standing) behind|responsible for|responsibility for|carried out|carries out|perpetrated|attribut(?:es|ed)|blam(?:es|ed)|accus(?:es|ed)|committed|conducted by|sponsored|the work of)\b/iu;
/** Words by which the same is doubted, denied or only supposed. */
const DOUBT =
  /\b(?:den(?:y|ies|ied)|reject(?:s|ed)|dispute[sd]|unfounded|baseless|suspected|suspicion|(?:would|might|could|may) (?:itself )?have)\b/iu;

/** What holding the kind of thing asked for is worth: scores are multiplied by this. */
const KIND_BOOST = 1.25;
/** What naming somebody and saying that they did it is worth to a question that asks just that. */
const ATTRIBUTION_BOOST = 1.75;

/**
 * How well a sentence fits the kind of answer sought, as a factor of its score, 1 or more.
 *
 * @param answers the parts of the sentence that could be the answer
 * @param coverage share of the question's telling words that the sentence itself holds, 0 to 1
 */
export function kindFit(kind: QuestionKind, sentence: string, answers: readonly Span[], coverage: number): number {
  if (answers.length === 0) return 1;
  // Who did *something* is no answer to who did *this*: saying so counts as far as the deed is the one asked about.
  if (kind === "agent") return 1 + (ATTRIBUTION_BOOST - 1) * coverage ** 2 * attribution(sentence);
  return KIND_BOOST;
}

/** How plainly a sentence says who did something: 1 for a statement, half for a doubt or a denial, else 0. */
function attribution(sentence: string): number {
  if (!ATTRIBUTION.test(sentence)) return 0;
  return DOUBT.test(sentence) ? 0.5 : 1;
}

/** The most that a sentence's score can be multiplied by for a kind of question. */
export function bestKindFit(kind: QuestionKind): number {
  if (kind === "other") return 1;
  return kind === "agent" ? ATTRIBUTION_BOOST * MOST_NAMED_BOOST : KIND_BOOST;
}

/** Whether a sentence can fit at all, by a look at its letters: spares the reading of dates and names in most. */
export function mayFitKind(kind: QuestionKind, sentence: string): boolean {
  return kind === "agent" ? ATTRIBUTION.test(sentence) : kind !== "other";
}
