import type { Command, Library, OptionSpecs } from "../../src/domain/command.ts";
import type { Reply } from "../../src/domain/reply.ts";
import { DEADLINES, type Deadlines } from "../../src/discord/deadlines.ts";
import type { Address } from "../../src/discord/interaction.ts";
import type { SendFailure, Sent, Transport } from "../../src/discord/transport.ts";
import { createLogger, type Logger } from "../../src/ops/logger.ts";

/** Short, so that tests of slowness are quick; far enough apart for a busy machine. */
export const SHORT: Deadlines = {
  ...DEADLINES,
  deferAfterMs: 40,
  runMs: 800,
  autocompleteMs: 100,
  closeMs: 300,
  retryPauseMs: 10,
};

/** What was sent to Discord, in order: how, and the body. */
export interface Call {
  readonly how: "respond" | "edit" | "remove" | "followUp";
  readonly body: unknown;
}

export interface FakeTransport extends Transport {
  readonly calls: readonly Call[];
}

/** Records what is sent; fails a call where `fail` says so, told how many calls came before. */
export function fakeTransport(
  fail: (how: Call["how"], before: number) => SendFailure | null = () => null,
): FakeTransport {
  const calls: Call[] = [];
  const send = async (how: Call["how"], body: unknown): Promise<Sent> => {
    const failure = fail(how, calls.length);
    calls.push({ how, body });
    return failure === null ? { ok: true, value: null } : { ok: false, error: failure };
  };
  return {
    calls,
    respond: async (_to: Address, body) => send("respond", body),
    edit: async (_to: Address, body) => send("edit", body),
    remove: async () => send("remove", null),
    followUp: async (_to: Address, body) => send("followUp", body),
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
  quotes: async (_wanted, { offset }) => ({ quotes: [], offset, total: 0 }),
  latest: (since, { offset }) => ({ since, articles: [], offset, total: 0 }),
  independentSources: (articles) => articles.length,
  fingerprint: () => "",
  changeSince: () => "same",
  refOf: () => "",
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
    description: "Ask the articles",
    options: {
      question: { type: "text", description: "What to ask", required: true, maxLength: 300, autocomplete: true },
      private: { type: "flag", description: "Only you see the answer", required: false },
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
