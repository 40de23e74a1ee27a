import { setImmediate, setTimeout as sleep } from "node:timers/promises";
import { within } from "../ops/within.ts";
import type { Answer } from "../domain/answer.ts";
import type { Library } from "../domain/command.ts";
import type { Libraries } from "../domain/libraries.ts";
import type { Notifier, NotifyFailure } from "../domain/notifier.ts";
import type { AnswerChange } from "../domain/reading.ts";
import type { Reply } from "../domain/reply.ts";
import type { Result } from "../domain/result.ts";
import type { Follow, Store } from "../domain/store.ts";
import type { Languages, Words } from "../domain/words.ts";
import type { Logger } from "../ops/logger.ts";
import { createReference } from "../ops/reference.ts";
import { shownPoints } from "../present/answers/shown-points.ts";
import { toldReply } from "../present/answers/told-reply.ts";

export interface TellingRunOptions {
  readonly store: Store;
  readonly notifier: Notifier;
  readonly languages: Languages;
  readonly logger: Logger;
  /** What a test sets instead of waiting. Rejects once the signal fires. */
  readonly pause?: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Milliseconds that an answer, or what is kept, is waited for. */
  readonly deadlineMs?: number;
}

export const TELLING_DEADLINE_MS = 10_000;
/** Discord takes few direct messages a second, and looks askance at many. */
const PAUSE_MS = 1_000;
const BATCH = 100;
/** After so many in a row that could not be reached, it is not the people. */
const UNREACHABLE_MOST = 5;

/** What became of those whose answer is another. */
export interface Tally {
  readonly told: number;
  /** They take no messages: what they followed has ended. */
  readonly closed: number;
  /** They are tried again at the next change. */
  readonly later: number;
}

/** A run cannot go on; its message is for the operator and holds nothing that anybody typed. */
export class TellingBroken extends Error {
  override readonly name = "TellingBroken";
}

/** One walk through all that is followed. */
export class TellingRun {
  readonly #options: TellingRunOptions;
  readonly #libraries: Libraries;
  readonly #signal: AbortSignal;
  #tally: Tally = { told: 0, closed: 0, later: 0 };

  constructor(options: TellingRunOptions, libraries: Libraries, signal: AbortSignal) {
    this.#options = options;
    this.#libraries = libraries;
    this.#signal = signal;
  }

  get tally(): Tally {
    return this.#tally;
  }

  /**
   * Tells everybody whose answer is another than they saw last.
   *
   * @throws {TellingBroken} where the store or Discord cannot be reached; the signal's reason, once it fires
   */
  async walk(): Promise<void> {
    let last: string | null = null;
    let unreachable = 0;
    for (;;) {
      const after: string | null = last;
      const batch: readonly Follow[] = await this.#stored((store) => store.followsAfter(after, BATCH));
      for (const follow of batch) {
        // Answers take milliseconds each, and people are asking meanwhile.
        await setImmediate();
        this.#signal.throwIfAborted();
        last = follow.id;
        const told = await this.#visit(follow);
        if (told !== null) unreachable = !told.ok && told.error.id === "unreachable" ? unreachable + 1 : 0;
        if (unreachable >= UNREACHABLE_MOST) throw new TellingBroken("Discord cannot be reached");
      }
      if (batch.length < BATCH) return;
    }
  }

  /** @returns null where there was nothing to tell */
  async #visit(listed: Follow): Promise<Result<void, NotifyFailure> | null> {
    const library = this.#libraries.find(listed.event);
    const answer = library === undefined ? null : await this.#answer(library, listed);
    if (library === undefined || answer === null || library.changeSince(listed.seen, answer) === "same") return null;
    // Meanwhile the person may have stopped following, have been forgotten, or have seen the new answer.
    const follows = await this.#stored((store) => store.follows(listed.person));
    const follow = follows.find(({ id }) => id === listed.id);
    const change = follow === undefined ? "same" : library.changeSince(follow.seen, answer);
    if (follow === undefined || change === "same") return null;
    const words = await this.#wordsFor(follow);
    this.#signal.throwIfAborted();
    const told = await this.#options.notifier.tell(follow.person, this.#reply(words, library, answer, follow, change));
    await this.#note(told, follow, library.fingerprint(answer));
    await (this.#options.pause ?? pause)(PAUSE_MS, this.#signal);
    return told;
  }

  /** Null for an answer that fails or does not come in time: one question must not hold up the others. */
  async #answer(library: Library, { question: text, context }: Follow): Promise<Answer | null> {
    try {
      return await within(library.ask({ text, context }), this.#options.deadlineMs ?? TELLING_DEADLINE_MS);
    } catch (error) {
      this.#options.logger.error({ reference: createReference(), err: error }, "A followed question failed.");
      return null;
    }
  }

  /** In the language that the person has set since, or else that in which they followed. */
  async #wordsFor({ person, language }: Follow): Promise<Words> {
    const set = await this.#stored((store) => store.language(person));
    return this.#options.languages.wordsFor(set ?? language);
  }

  #reply(words: Words, library: Library, answer: Answer, { id }: Follow, change: Exclude<AnswerChange, "same">): Reply {
    const { newest, event, corpusVersion, daysSinceNewest } = library.status();
    return toldReply(words, answer, {
      change,
      newest,
      corpusVersion,
      daysSinceNewest,
      languages: event.languages,
      independentSources: (articles) => library.independentSources(articles),
      context: {
        command: "ask",
        action: "context",
        state: shownPoints(answer).map(({ evidence }) => library.refOf(evidence.sentence)),
      },
      stop: { command: "following", action: "end", state: [id] },
    });
  }

  async #note(told: Result<void, NotifyFailure>, { id, person }: Follow, seen: string): Promise<void> {
    const { told: before, closed, later } = this.#tally;
    if (told.ok) {
      this.#tally = { ...this.#tally, told: before + 1 };
      await this.#stored((store) => store.setSeen(id, seen));
    } else if (told.error.id === "closed") {
      this.#tally = { ...this.#tally, closed: closed + 1 };
      await this.#stored((store) => store.unfollow(person, id));
    } else {
      this.#tally = { ...this.#tally, later: later + 1 };
    }
  }

  /** @throws {TellingBroken} where what is kept cannot be reached: then nobody can be told rightly */
  async #stored<T>(call: (store: Store) => Promise<Result<T, { readonly reason: string }>>): Promise<T> {
    const found = await within(call(this.#options.store), this.#options.deadlineMs ?? TELLING_DEADLINE_MS);
    if (found?.ok === true) return found.value;
    throw new TellingBroken(found === null ? "the store does not answer" : found.error.reason);
  }
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal });
}
