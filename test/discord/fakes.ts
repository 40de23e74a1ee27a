import type { AnyCommand, Command, Library, OptionSpecs } from "../../src/domain/command.ts";
import type { Reply } from "../../src/domain/reply.ts";
import { DEADLINES, type Deadlines } from "../../src/discord/deadlines.ts";
import type { Address } from "../../src/discord/interaction.ts";
import { LanguageChoice } from "../../src/discord/language.ts";
import { ServerSettingsCache } from "../../src/discord/server-settings.ts";
import { Cancellations } from "../../src/discord/cancellations.ts";
import { Cooldown, COOLDOWN } from "../../src/discord/cooldown.ts";
import type { DispatchOptions } from "../../src/discord/dispatch-options.ts";
import type { SendFailure } from "../../src/discord/send.ts";
import type { Files, Sent, Transport } from "../../src/discord/transport.ts";
import { RecentConversations } from "../../src/app/conversations.ts";
import { createLogger, type Logger } from "../../src/ops/logger.ts";
import { shippedLanguages } from "../fixtures/languages.ts";
import { idleCurator, idleDesk, noPictures } from "../fixtures/desk.ts";
import { memoryStore } from "../fixtures/store.ts";
import { onlyLibrary } from "../fixtures/libraries.ts";
import { POLICY } from "../fixtures/context.ts";

/** Short, so that tests of slowness are quick; far enough apart for a busy machine. */
export const SHORT: Deadlines = {
  ...DEADLINES,
  deferAfterMs: 40,
  runMs: 800,
  progressAfterMs: 0,
  progressMs: 30,
  autocompleteMs: 100,
  closeMs: 300,
  retryPauseMs: 10,
};

/** What was sent to Discord, in order: how, and the body. */
export interface Call {
  readonly how: "respond" | "edit" | "remove" | "followUp";
  readonly body: unknown;
  /** Names and texts of the files sent along. */
  readonly files: readonly (readonly [name: string, text: string])[];
}

export interface FakeTransport extends Transport {
  readonly calls: readonly Call[];
}

/** Records what is sent; fails a call where `fail` says so, told how many calls came before. */
export function fakeTransport(
  fail: (how: Call["how"], before: number) => SendFailure | null = () => null,
): FakeTransport {
  const calls: Call[] = [];
  const send = async (how: Call["how"], body: unknown, files: Files = []): Promise<Sent> => {
    const failure = fail(how, calls.length);
    calls.push({ how, body, files: files.map(({ name, data }) => [name, String(data)]) });
    return failure === null ? { ok: true, value: null } : { ok: false, error: failure };
  };
  return {
    calls,
    respond: async (_to: Address, body, _withinMs, files) => send("respond", body, files),
    edit: async (_to: Address, body, files) => send("edit", body, files),
    editOnce: async (_to: Address, body) => send("edit", body),
    remove: async () => send("remove", null),
    followUp: async (_to: Address, body, files) => send("followUp", body, files),
  };
}

/** What a dispatcher needs, so that a test names only what it is about. */
export function dispatchOptions(
  commands: readonly AnyCommand[],
  transport: Transport,
  logger: Logger,
  more: Partial<DispatchOptions> = {},
): DispatchOptions {
  const languages = shippedLanguages();
  const settings = more.settings ?? new ServerSettingsCache(more.store ?? memoryStore());
  const choice = new LanguageChoice(languages, settings);
  return {
    commands,
    libraries: onlyLibrary(LIBRARY),
    wordsFor: async (asker) => choice.wordsFor(asker),
    settings,
    english: languages.english,
    conversations: new RecentConversations(),
    policy: POLICY,
    desk: idleDesk(),
    curator: idleCurator(),
    pictures: noPictures(),
    cooldown: new Cooldown(COOLDOWN),
    cancellations: new Cancellations(),
    apiUrl: null,
    transport,
    logger,
    deadlines: SHORT,
    ...more,
    store: choice.store,
  };
}

/** A logger whose lines can be read. */
export function recordingLogger(secrets: readonly string[] = []): {
  readonly logger: Logger;
  readonly lines: string[];
} {
  const lines: string[] = [];
  return { logger: createLogger("debug", { write: (line) => lines.push(line) }, secrets), lines };
}

export const LIBRARY: Library = {
  ask: async (question) => ({ status: "unusable-question", question, reason: { id: "empty" } }),
  search: async (query) => ({
    query,
    total: 0,
    totalIsExact: true,
    offset: 0,
    hits: [],
    corrections: [],
    conditions: [],
    unquoted: [],
    unusable: null,
  }),
  articles: () => [],
  article: () => undefined,
  completeArticle: () => [],
  completeQuestion: () => [],
  completeName: () => [],
  more: async ({ text }, page) => LIBRARY.search(text, page),
  check: async () => ({ claims: [], passedOver: 0 }),
  aboutName: async () => null,
  summarise: async () => ({ status: "not-in-articles", closest: [], unknownWords: [] }),
  otherWordings: () => [],
  timeline: async () => ({ status: "not-in-articles", closest: [], unknownWords: [] }),
  compare: async () => ({ status: "not-in-articles", closest: [], unknownWords: [] }),
  quotes: async (_wanted, { offset }) => ({ quotes: [], offset, total: 0 }),
  latest: (since, { offset }) => ({ since, articles: [], offset, total: 0 }),
  independentSources: (articles) => articles.length,
  fingerprint: () => "",
  changeSince: () => "same",
  refOf: () => "",
  evidence: () => undefined,
  passage: () => undefined,
  status: () => {
    throw new Error("not needed here");
  },
};

export function reply(body: string, more: Partial<Reply> = {}): Reply {
  return { visibility: "public", outcome: "answered", title: null, body, footer: null, controls: [], ...more };
}

/** A command called `ask` with a required text and a `private` flag. */
export function askCommand(run: Command["run"], more: Partial<Command> = {}): Command {
  return {
    name: "ask",
    options: {
      question: { type: "text", required: true, maxLength: 300, autocomplete: true },
      private: { type: "flag", required: false },
    } satisfies OptionSpecs,
    run,
    complete: async () => [],
    ...more,
  };
}

const ENVELOPE = {
  id: "1001",
  application_id: "42",
  token: "interaction-token",
  version: 1,
  locale: "en-GB",
  entitlements: [],
  authorizing_integration_owners: {},
  app_permissions: "0",
  guild_id: "70",
  channel_id: "71",
  channel: { id: "71", type: 0 },
};

export function commandPayload(options: readonly object[], name = "ask"): object {
  return { ...ENVELOPE, type: 2, member: { user: { id: "7" } }, data: { id: "5", type: 1, name, options } };
}

export function question(value: string): object {
  return { type: 3, name: "question", value };
}

export const PRIVATELY = { type: 5, name: "private", value: true };

export function autocompletePayload(typed: string): object {
  const options = [{ type: 3, name: "question", value: typed, focused: true }];
  return { ...ENVELOPE, type: 4, member: { user: { id: "7" } }, data: { id: "5", type: 1, name: "ask", options } };
}

export function buttonPayload(customId: string, more: object = {}): object {
  return {
    ...ENVELOPE,
    type: 3,
    member: { user: { id: "7" } },
    data: { custom_id: customId, component_type: 2 },
    message: { id: "9", flags: 0, interaction_metadata: { user: { id: "7" } } },
    ...more,
  };
}

export const BY_ANOTHER = { member: { user: { id: "8" } } };

/** A form filled in, opened from a message unless `more` says otherwise. */
export function formPayload(customId: string, fields: Readonly<Record<string, string>>, more: object = {}): object {
  const components = Object.entries(fields).map(([custom_id, value]) => ({
    type: 18,
    id: 1,
    component: { type: 4, id: 2, custom_id, value },
  }));
  return {
    ...ENVELOPE,
    type: 5,
    member: { user: { id: "7" } },
    data: { custom_id: customId, components },
    message: { id: "9", flags: 0, interaction_metadata: { user: { id: "7" } } },
    ...more,
  };
}

/** A command of the context menu, chosen for `message`. */
export function messageCommandPayload(message: unknown, name = "Read message"): object {
  return {
    ...ENVELOPE,
    type: 2,
    member: { user: { id: "7" } },
    data: { id: "6", type: 3, name, target_id: "900", resolved: { messages: { "900": message } } },
  };
}

/** What was filled in of an option that takes text. */
export function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
