import { WebSocket } from "ws";
import * as z from "zod";
import { bytesOf } from "../../src/sandbox/frames.ts";
import { startSandbox, type Sandbox } from "../../src/sandbox/sandbox.ts";
import type { SandboxOptions } from "../../src/sandbox/options.ts";

export const token = "a-token-of-the-sandbox";

const errorBody = z.object({ message: z.string(), code: z.number(), errors: z.optional(z.unknown()) });

/** What the API answered. */
export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
  /** Discord's error code, or 0. */
  readonly code: number;
  /** Errors in the form `data.content BASE_TYPE_MAX_LENGTH`, sorted. */
  readonly errors: readonly string[];
}

/** A clock that jumps a minute at each look, so that no rate limit is ever met. */
export function jumpingClock(): () => number {
  let at = Date.now();
  return () => (at += 60_000);
}

export function openSandbox(options: Partial<SandboxOptions> = {}): Promise<Sandbox> {
  return startSandbox({ port: 0, token, pageFolder: null, ...options });
}

export interface RequestOptions {
  readonly authorization?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as it is, in place of JSON. */
  readonly raw?: string | FormData;
}

/** Asks the sandbox's API, with the right token unless told otherwise. */
export async function ask(
  sandbox: Sandbox,
  method: string,
  path: string,
  body?: unknown,
  options: RequestOptions = {},
): Promise<Reply> {
  const authorization = options.authorization === undefined ? `Bot ${token}` : options.authorization;
  const response = await fetch(`${sandbox.apiUrl}/v10${path}`, {
    method,
    headers: {
      ...(authorization === null ? {} : { authorization }),
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...options.headers,
    },
    ...(options.raw === undefined ? {} : { body: options.raw }),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return read(response);
}

export async function read(response: Response): Promise<Reply> {
  const text = await response.text();
  const body: unknown = text === "" ? undefined : JSON.parse(text);
  const error = errorBody.safeParse(body).data;
  return {
    status: response.status,
    headers: response.headers,
    body,
    code: response.ok ? 0 : (error?.code ?? -1),
    errors: flatten(error?.errors, []).sort(),
  };
}

const leaf = z.array(z.object({ code: z.string(), message: z.string() }));
const branch = z.record(z.string(), z.unknown());

function flatten(tree: unknown, path: readonly string[]): string[] {
  const node = branch.safeParse(tree).data ?? {};
  return Object.entries(node).flatMap(([key, value]) =>
    key === "_errors"
      ? leaf.parse(value).map((error) => `${path.join(".")} ${error.code}`.trim())
      : flatten(value, [...path, key]),
  );
}

const payloadShape = z.object({
  op: z.number(),
  s: z.nullable(z.number()),
  t: z.nullable(z.string()),
  d: z.optional(z.unknown()),
});

export type Payload = z.infer<typeof payloadShape>;

const readyShape = z.object({ session_id: z.string(), resume_gateway_url: z.string() });
const interactionShape = z.looseObject({ id: z.string(), token: z.string() });

export type SentInteraction = z.infer<typeof interactionShape>;

/** A bot without any library: one WebSocket, what came over it, and words to say. */
export class RawBot {
  readonly socket: WebSocket;
  readonly received: Payload[] = [];
  readonly closed: Promise<number>;
  readonly #waiting: { readonly test: (payload: Payload) => boolean; readonly resolve: (payload: Payload) => void }[] =
    [];

  constructor(sandbox: Sandbox, query = "v=10&encoding=json") {
    this.socket = new WebSocket(`${sandbox.address.replace("http", "ws")}/gateway?${query}`);
    this.closed = new Promise((resolve) => {
      this.socket.once("close", (code) => resolve(code));
    });
    this.socket.on("error", () => this.socket.terminate());
    this.socket.on("message", (data) => this.#take(payloadShape.parse(JSON.parse(bytesOf(data).toString("utf8")))));
  }

  /** Logs in and resolves once READY has come. */
  static async login(sandbox: Sandbox, intents = 1): Promise<RawBot> {
    const bot = new RawBot(sandbox);
    await bot.opcode(10);
    bot.identify({ intents });
    await bot.event("READY");
    return bot;
  }

  identify(changes: Readonly<Record<string, unknown>> = {}): void {
    this.send(2, { token, intents: 1, properties: { os: "test", browser: "test", device: "test" }, ...changes });
  }

  send(op: number, d: unknown): void {
    this.socket.send(JSON.stringify({ op, d }));
  }

  opcode(op: number): Promise<Payload> {
    return this.#next((payload) => payload.op === op);
  }

  event(name: string): Promise<Payload> {
    return this.#next((payload) => payload.t === name);
  }

  async ready(): Promise<z.infer<typeof readyShape>> {
    return readyShape.parse((await this.event("READY")).d);
  }

  /** The latest interaction, or the next one to come. */
  async interaction(): Promise<SentInteraction> {
    const payload = await this.event("INTERACTION_CREATE");
    return interactionShape.parse(payload.d);
  }

  get lastSeq(): number {
    return Math.max(0, ...this.received.map((payload) => payload.s ?? 0));
  }

  async leave(code = 1000): Promise<void> {
    this.socket.close(code);
    await this.closed;
  }

  #take(payload: Payload): void {
    const at = this.#waiting.findIndex(({ test }) => test(payload));
    if (at < 0) this.received.push(payload);
    else {
      this.received.push({ ...payload, t: null, op: -1 });
      this.#waiting.splice(at, 1)[0]?.resolve(payload);
    }
  }

  /** Takes the first fitting payload that nobody has taken, waiting for it if need be. */
  #next(test: (payload: Payload) => boolean): Promise<Payload> {
    const at = this.received.findIndex(test);
    const found = this.received[at];
    if (found !== undefined) {
      this.received[at] = { ...found, t: null, op: -1 };
      return Promise.resolve(found);
    }
    return new Promise((resolve) => {
      this.#waiting.push({ test, resolve });
    });
  }
}

/** Answers an interaction the way a bot without a library would. */
export function callback(sandbox: Sandbox, to: SentInteraction, body: unknown, query = ""): Promise<Reply> {
  return ask(sandbox, "POST", `/interactions/${to.id}/${to.token}/callback${query}`, body, { authorization: null });
}

export function webhook(
  sandbox: Sandbox,
  method: string,
  to: SentInteraction,
  tail: string,
  body?: unknown,
): Promise<Reply> {
  const path = `/webhooks/${sandbox.applicationId}/${to.token}${tail}`;
  return ask(sandbox, method, path, body, { authorization: null });
}

export const askCommand = {
  name: "ask",
  description: "Ask a question",
  options: [
    { type: 3, name: "question", description: "What to ask", required: true, max_length: 300 },
    { type: 3, name: "topic", description: "About what", autocomplete: true },
    { type: 4, name: "limit", description: "How many", min_value: 1, max_value: 3 },
    { type: 5, name: "private", description: "Only for you" },
  ],
};

export async function register(sandbox: Sandbox, ...commands: readonly unknown[]): Promise<Reply> {
  return ask(sandbox, "PUT", `/applications/${sandbox.applicationId}/commands`, commands);
}
