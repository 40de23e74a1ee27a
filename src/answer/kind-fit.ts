import type { Span } from "../domain/sentence.ts";
import type { QuestionKind } from "./question-kind.ts";

/** Words by which English says who did something, or is said to have. */
const ATTRIBUTION =
  /\b(?:behind|responsible|responsibility|carried out|perpetrat\p{L}+|attribut\p{L}+|blam(?:e|ed|es|ing)|accus(?:e|ed|es|ing)|committed|conducted|sponsored|the work of)\b/iu;

/** What holding the kind of thing asked for is worth: scores are multiplied by this. */
const KIND_BOOST = 1.25;
/** What naming somebody and saying that they did it is worth to a question that asks just that. */
const ATTRIBUTION_BOOST = 1.75;

/**
 * How well a sentence fits the kind of answer sought, as a factor of its score, 1 or more.
 *
 * @param answers the parts of the sentence that could be the answer
 */
export function kindFit(kind: QuestionKind, sentence: string, answers: readonly Span[]): number {
  if (answers.length === 0) return 1;
  if (kind === "agent") return ATTRIBUTION.test(sentence) ? ATTRIBUTION_BOOST : 1;
  return KIND_BOOST;
}
