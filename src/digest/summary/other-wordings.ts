import type { Point } from "../../domain/answer.ts";
import type { RetellingSource } from "../retelling.ts";

/** First version: what matches the sentence's own words best. */
export function otherWordings(
  { answerer, sentenceOf, refOf }: RetellingSource,
  ref: string,
  without: readonly string[],
  limit: number,
): readonly Point[] {
  const sentence = sentenceOf(ref);
  if (sentence === undefined) return [];
  const { hits } = answerer.search(
    { text: sentence.text.slice(0, 300), context: [] },
    { offset: 0, limit: limit + without.length + 1, quotes: "preferred" },
  );
  return hits
    .filter((hit) => ![ref, ...without].includes(refOf(hit.sentence)))
    .slice(0, limit)
    .map((evidence) => ({ evidence, also: [], stance: null }));
}
