import type { Condition, UnusableReason } from "../domain/answer.ts";
import { cut } from "./cut.ts";

/** Sentences the bot says in more than one place, and those a translator would look for first. */

/** The heading over an answer that is none. */
export const NOT_IN_ARTICLES = "The articles do not say.";

/** Set above passages that are offered, not given as an answer. */
export const CLOSEST = "Closest passages, which may not answer the question:";

/** Set above a passage that contradicts what the question takes for granted. */
export const CONTRADICTED = "The articles say otherwise:";

/** Longest value that is repeated whole, in characters. */
const MAX_TYPED = 60;

/** Why a question could not be looked up, and what to do. Plain text that may repeat what was typed. */
export function unusableQuestion(reason: UnusableReason): string {
  switch (reason.id) {
    case "empty": {
      return "There is no question here. Type a few words about what you want to know.";
    }
    case "too-long": {
      return "That is too long to look up. Ask in one or two sentences.";
    }
    case "no-words": {
      return "There are no words in this that could be looked up. Name who or what you want to know about.";
    }
    case "only-conditions": {
      return "These are only conditions. Add a word to look for beside them.";
    }
    case "date-unreadable": {
      return `“${reason.operator}:” needs a date such as 2022-09-10, 2022-09 or 2022. I cannot read “${cut(reason.typed, MAX_TYPED)}” as one.`;
    }
    case "publisher-unknown": {
      return `No article is by a publisher called “${cut(reason.typed, MAX_TYPED)}”. Check the name, or leave “publisher:” out.`;
    }
  }
}

/** Said of a search that found nothing. */
export function nothingHolds(conditions: readonly Condition[]): string {
  return conditions.length === 0
    ? "No article holds these words."
    : "No passage holds these words on these conditions.";
}

/** Which words no article uses. */
export function unknownWords(words: readonly string[]): string {
  return `No article mentions ${listed(
    words.map((word) => `“${word}”`),
    "or",
  )}.`;
}

/** How a spelling was read. */
export function readAs(asked: string, read: string): string {
  return `I read “${asked}” as “${read}”.`;
}

/** "a", "a or b", "a, b or c". */
export function listed(items: readonly string[], last: "and" | "or"): string {
  const end = items.at(-1) ?? "";
  return items.length < 2 ? end : `${items.slice(0, -1).join(", ")} ${last} ${end}`;
}
