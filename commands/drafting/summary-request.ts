import type { PartialDate } from "../../src/domain/article.ts";
import type { SummaryRequest } from "../../src/domain/digest.ts";
import type { Words } from "../../src/domain/words.ts";
import { cut } from "../../src/present/text/cut.ts";
import { stateText } from "../../src/present/text/state-text.ts";
import { readDay } from "../../src/present/text/typed-day.ts";

/** Sentences of a summary by its length. */
const SENTENCES = { short: 3, medium: 5, long: 8 } as const;
export const LENGTHS = ["short", "medium", "long"] as const;
/** Characters of a topic: it travels in the ids of buttons, which hold 100. */
export const TOPIC_LENGTH = 68;

/** What a summary was wanted of. */
export interface SummaryAsked {
  readonly topic: string | null;
  readonly since: PartialDate | null;
  readonly length: (typeof LENGTHS)[number];
}

/** A topic as it travels, and so as it is looked up, too; null for none. */
export function topicOf(typed: string | undefined): string | null {
  const topic = cut(stateText(typed ?? ""), TOPIC_LENGTH);
  return topic === "" ? null : topic;
}

export function summaryRequest({ topic, since, length }: SummaryAsked): SummaryRequest {
  return { topic, since, sentences: SENTENCES[length], articles: null };
}

/** The state with which a button asks for the same summary. */
export function askedState({ topic, since, length }: SummaryAsked): readonly string[] {
  return [topic ?? "", since ?? "", length.slice(0, 1)];
}

/** Reads what {@link askedState} wrote. It can be forged: what comes out is a wish like any other. */
export function askedFrom(words: Words, [topic, since = "", length]: readonly string[]): SummaryAsked {
  return {
    topic: topicOf(topic),
    since: readDay(words.language, since, "1970-01-01"),
    length: LENGTHS.find((one) => one.startsWith(length ?? "?")) ?? "medium",
  };
}
