import type { Candidate } from "../../../src/digest/timeline/collect-dates.ts";
import type { Collection } from "../collection.ts";

/** Sentences at the head of a document that mostly tell of the day. */
const HEAD = 5;

/** The first sentences of the documents that appeared on a day. */
export function leadsOf({ candidates }: Collection, day: string): readonly Candidate[] {
  return candidates.filter(({ sentence }) => sentence.article.published === day && sentence.position < HEAD);
}
