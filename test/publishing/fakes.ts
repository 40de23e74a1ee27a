import type { Publication, PublicationLine } from "../../src/domain/publication.ts";
import type { Posting, PublishFailure, Publisher } from "../../src/domain/publisher.ts";
import type { Reply } from "../../src/domain/reply.ts";
import type { Result } from "../../src/domain/result.ts";
import type { Store } from "../../src/domain/store.ts";
import type { Logger } from "../../src/ops/logger.ts";
import { privateNote } from "../../src/present/text/note.ts";
import type { Rendering } from "../../src/publishing/delivery.ts";
import { createDesk } from "../../src/publishing/desk.ts";
import { type NoticesOptions, createNotices } from "../../src/publishing/notices.ts";
import { Outbox } from "../../src/publishing/outbox.ts";
import { shippedLanguages } from "../fixtures/languages.ts";

/** Lets every call to the outside through, or does not. */
export type Gate = <T>(call: () => Promise<T>) => Promise<T>;

/** A message as somebody sees it in a channel. */
export interface Shown extends Posting {
  readonly id: string;
  readonly at: string;
}

/** Channels that take what is posted, and do not notice when it is posted twice. */
export class Channels implements Publisher {
  messages: readonly Shown[] = [];
  /** What goes wrong with the next calls, by their names. */
  failing: Partial<Record<keyof Publisher, PublishFailure>> = {};
  /** People who may not write there. */
  muted: readonly string[] = [];
  readonly #now: () => Date;

  constructor(now: () => Date) {
    this.#now = now;
  }

  async lacking(): ReturnType<Publisher["lacking"]> {
    return this.#answer("lacking", () => []);
  }

  async personMayWrite(_: string, person: string): ReturnType<Publisher["personMayWrite"]> {
    return this.#answer("personMayWrite", () => !this.muted.includes(person));
  }

  async post(posting: Posting): ReturnType<Publisher["post"]> {
    return this.#answer("post", () => {
      const id = String(1_000 + this.messages.length);
      this.messages = [...this.messages, { ...posting, id, at: this.#now().toISOString() }];
      return id;
    });
  }

  async find(channel: string, key: string, since: string): ReturnType<Publisher["find"]> {
    return this.#answer("find", () => {
      const found = this.messages.find((one) => one.channel === channel && one.key === key && one.at >= since);
      return found?.id ?? null;
    });
  }

  async edit(channel: string, message: string, reply: Reply): ReturnType<Publisher["edit"]> {
    if (!this.messages.some((one) => one.channel === channel && one.id === message)) {
      return { ok: false, error: { id: "message-gone" } };
    }
    return this.#answer("edit", () => {
      this.messages = this.messages.map((one) => (one.id === message ? { ...one, reply } : one));
    });
  }

  async remove(_: string, message: string): ReturnType<Publisher["remove"]> {
    return this.#answer("remove", () => {
      this.messages = this.messages.filter(({ id }) => id !== message);
    });
  }

  /** What stands in the channel, as text. */
  get bodies(): readonly string[] {
    return this.messages.map(({ reply }) => reply.body);
  }

  #answer<T>(name: keyof Publisher, answer: () => T): Result<T, PublishFailure> {
    const error = this.failing[name];
    return error === undefined ? { ok: true, value: answer() } : { ok: false, error };
  }
}

/** What stands in a message: each sentence, with what became of it. */
export const plainRendering: Rendering = {
  publication: async ({ lines }) => privateNote(lines.map(lineText).join(" ")),
  correction: async ({ lines }) => privateNote(`correction: ${lines.map(lineText).join(" ")}`),
};

export const silent: Logger = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** A clock that a test moves. */
export class Clock {
  #at: number;

  constructor(at: string) {
    this.#at = Date.parse(at);
  }

  readonly now = (): Date => new Date(this.#at);

  pass(ms: number): void {
    this.#at += ms;
  }
}

/** Remembers who was told what. */
export class Letters {
  sent: readonly { readonly person: string; readonly reply: Reply }[] = [];

  async tell(person: string, reply: Reply): Promise<Result<void, never>> {
    this.sent = [...this.sent, { person, reply }];
    return { ok: true, value: undefined };
  }

  forget(): void {
    this.sent = [];
  }
}

export interface ProcessOptions {
  readonly store: Store;
  readonly channels: Publisher;
  readonly clock: Clock;
  readonly letters?: NoticesOptions["notifier"];
  readonly gate?: Gate;
}

/** What one process of the bot has of all this. */
export function processOf({
  store,
  channels,
  clock,
  letters = new Letters(),
  gate = (call) => call(),
}: ProcessOptions) {
  const { now } = clock;
  const gatedStore = storeThrough(store, gate);
  const publisher = publisherThrough(channels, gate);
  const notices = createNotices({ store: gatedStore, notifier: letters, languages: shippedLanguages() });
  const outbox = new Outbox({ store: gatedStore, publisher, rendering: plainRendering, notices, logger: silent, now });
  return {
    outbox,
    store: gatedStore,
    desk: createDesk({ store: gatedStore, publisher, outbox, notices, now, waitMs: 500 }),
  };
}

/** A draft with two sentences, in channel 10 of server 2. */
export async function draftIn(store: Store, given: Partial<Publication> = {}): Promise<Publication> {
  const added = await store.publications.add(
    {
      server: "2",
      event: null,
      channel: "10",
      kind: "summary",
      topic: "the strike",
      since: null,
      until: null,
      language: "en",
      title: null,
      note: null,
      lines: [line("1", "coast-start", "Nobody would sail."), line("2", "gazette-end", "Ferries left again.")],
      corpusVersion: "0123456789ab",
      author: "7",
      approver: null,
      state: "draft",
      message: null,
      slot: null,
      createdAt: "2026-03-02T09:00:00.000Z",
      postedAt: null,
      ...given,
    },
    null,
  );
  if (!added.ok || added.value === "taken") throw new Error("not added");
  return added.value;
}

/** A line that cites the first sentence of an article. */
export function line(id: string, article: string, text: string, start = 0): PublicationLine {
  return {
    id,
    cited: {
      article,
      start,
      end: start + text.length,
      text,
      dates: [],
      source: {
        title: `Report ${article}`,
        publisher: "The Harbour Gazette",
        agency: null,
        url: null,
        published: "2021-05-10",
        language: "en",
        kind: "brief",
        passageUrl: null,
      },
    },
    also: [],
    heading: null,
    contested: [],
    correction: null,
  };
}

/** The publication as it stands; fails where it has gone. */
export async function standing(store: Store, id: string): Promise<Publication> {
  const found = await store.publications.get(id);
  if (!found.ok || found.value === null) throw new Error(`no publication ${id}`);
  return found.value;
}

/** What was done with it, the first first: "posted by 7". */
export async function deeds(store: Store, subject: string): Promise<readonly string[]> {
  const log = await store.log({ server: "2", subject, offset: 0, limit: 100 });
  if (!log.ok) throw new Error("no log");
  return log.value.toReversed().map(({ deed, person }) => `${deed} by ${person ?? "the bot"}`);
}

function lineText({ cited, correction }: PublicationLine): string {
  return correction === null ? cited.text : `[${correction.how}] ${cited.text}`;
}

function storeThrough(store: Store, gate: Gate): Store {
  const { publications, digests } = store;
  return {
    ...store,
    lease: async (...given) => gate(() => store.lease(...given)),
    log: async (...given) => gate(() => store.log(...given)),
    publications: {
      ...publications,
      add: async (...given) => gate(() => publications.add(...given)),
      get: async (...given) => gate(() => publications.get(...given)),
      byMessage: async (...given) => gate(() => publications.byMessage(...given)),
      change: async (...given) => gate(() => publications.change(...given)),
      list: async (...given) => gate(() => publications.list(...given)),
      after: async (...given) => gate(() => publications.after(...given)),
    },
    digests: {
      ...digests,
      get: async (...given) => gate(() => digests.get(...given)),
      change: async (...given) => gate(() => digests.change(...given)),
      after: async (...given) => gate(() => digests.after(...given)),
    },
  };
}

function publisherThrough(publisher: Publisher, gate: Gate): Publisher {
  return {
    lacking: async (...given) => gate(() => publisher.lacking(...given)),
    personMayWrite: async (...given) => gate(() => publisher.personMayWrite(...given)),
    post: async (...given) => gate(() => publisher.post(...given)),
    find: async (...given) => gate(() => publisher.find(...given)),
    edit: async (...given) => gate(() => publisher.edit(...given)),
    remove: async (...given) => gate(() => publisher.remove(...given)),
  };
}
