import type { Conversation, Conversations, Turn } from "../domain/conversation.ts";
import type { Who } from "../domain/who.ts";

export interface ConversationLimits {
  /** Turns that are remembered of each conversation; the oldest goes. */
  readonly turns: number;
  /** Milliseconds after its last turn at which a conversation is over. */
  readonly lastingMs: number;
  /** Conversations that are remembered at once; the one left alone longest goes. */
  readonly conversations: number;
  /** Characters that are remembered of a question, and of an answer. */
  readonly textLength: number;
}

export const CONVERSATION_LIMITS: ConversationLimits = Object.freeze({
  turns: 4,
  lastingMs: 15 * 60_000,
  conversations: 10_000,
  textLength: 1_000,
});

interface Remembered {
  readonly turns: readonly (Turn & { readonly person: string })[];
  /** Of the last turn, in milliseconds since 1970. */
  readonly at: number;
}

/** Conversations in memory: of one person in a channel, or of all people in a thread. Nothing of them outlives the process. */
export class RecentConversations implements Conversations {
  readonly #now: () => number;
  readonly #limits: ConversationLimits;
  /** In the order of their last turns. */
  readonly #byPlace = new Map<string, Remembered>();

  /** @param now the time in milliseconds since 1970 */
  constructor(now: () => number = Date.now, limits: ConversationLimits = CONVERSATION_LIMITS) {
    this.#now = now;
    this.#limits = limits;
  }

  of(who: Who): Conversation {
    this.#dropOld();
    const place = placeOf(who);
    return {
      context: (this.#byPlace.get(place)?.turns ?? []).flatMap(({ question, answer }) => [question, answer]),
      add: (turn) => this.#add(place, who.person, turn),
      forget: () => this.forget(who.person),
    };
  }

  forget(person: string): void {
    for (const [place, { turns, at }] of this.#byPlace) {
      const left = turns.filter((turn) => turn.person !== person);
      if (left.length === 0) this.#byPlace.delete(place);
      else if (left.length < turns.length) this.#byPlace.set(place, { turns: left, at });
    }
  }

  #add(place: string, person: string, { question, answer }: Turn): void {
    const { turns, conversations, textLength } = this.#limits;
    const turn = { person, question: question.slice(0, textLength), answer: answer.slice(0, textLength) };
    this.#dropOld();
    const all = [...(this.#byPlace.get(place)?.turns ?? []), turn].slice(-turns);
    this.#byPlace.delete(place);
    this.#byPlace.set(place, { turns: all, at: this.#now() });
    const [oldest] = this.#byPlace.keys();
    if (this.#byPlace.size > conversations && oldest !== undefined) this.#byPlace.delete(oldest);
  }

  /** What is over goes, wherever it was: it is not to be remembered longer than was promised. */
  #dropOld(): void {
    const now = this.#now();
    for (const [place, { at }] of this.#byPlace) {
      if (now - at <= this.#limits.lastingMs) return;
      this.#byPlace.delete(place);
    }
  }
}

function placeOf({ person, channel, inThread }: Who): string {
  return inThread && channel !== null ? channel : `${person} ${channel ?? ""}`;
}
