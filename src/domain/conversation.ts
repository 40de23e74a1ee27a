import type { Who } from "./who.ts";

/** One question of a conversation with what was shown for it. */
export interface Turn {
  readonly question: string;
  /** Plain text of the first sentence shown; empty where the articles did not say. */
  readonly answer: string;
}

/** What was said before: of a person in a channel, of everybody in a thread. Kept in memory only, for 15 minutes. */
export interface Conversation {
  /** Person and bot in turn, oldest first, as {@link Question.context} wants it. */
  readonly context: readonly string[];
  add(turn: Turn): void;
  /** Drops what this person said and was told, here and everywhere else. */
  forget(): void;
}

/** All conversations there are. */
export interface Conversations {
  of(who: Who): Conversation;
  /** Drops a person's turns, in threads too. */
  forget(person: string): void;
}
