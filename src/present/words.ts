import type { UnusableReason } from "../domain/answer.ts";

/** Sentences the bot says in more than one place, and those a translator would look for first. */

/** The heading over an answer that is none. */
export const NOT_IN_ARTICLES = "The articles do not say.";

/** Set above passages that are offered, not given as an answer. */
export const CLOSEST = "Closest passages, which may not answer the question:";

/** Why a question could not be looked up, and what to do. */
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
      return "These are conditions only. Add a word to look for: publisher:voa ministry";
    }
    case "date-unreadable": {
      return `“${reason.operator}:” needs a date such as 2022-09-10, 2022-09 or 2022; “${reason.typed}” is none.`;
    }
    case "publisher-unknown": {
      return `No article is by a publisher called “${reason.typed}”. /sources lists the articles with theirs.`;
    }
  }
}

/** Which words no article uses. */
export function unknownWords(words: readonly string[]): string {
  return `No article mentions ${listed(words.map((word) => `“${word}”`))}.`;
}

/** How a spelling was read. */
export function readAs(asked: string, read: string): string {
  return `I read “${asked}” as “${read}”.`;
}

/** "a", "a or b", "a, b or c". */
function listed(items: readonly string[]): string {
  const last = items.at(-1) ?? "";
  return items.length < 2 ? last : `${items.slice(0, -1).join(", ")} or ${last}`;
}
