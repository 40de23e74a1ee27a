import type { REST, RequestData, RouteLike } from "discord.js";
import type { z } from "zod";
import type { PublishFailure } from "../domain/publisher.ts";
import type { Result } from "../domain/result.ts";
import { toPublishFailure } from "./publish-failure.ts";
import { send } from "./send.ts";

const ATTEMPTS = 2;

type Published<T> = Promise<Result<T, PublishFailure>>;

/** Requests in the bot's own name, each within a deadline; what comes back is checked. */
export class BotRequests {
  readonly #rest: REST;
  readonly #sendMs: number;

  /** @param rest with the bot's token */
  constructor(rest: REST, sendMs: number) {
    this.#rest = rest;
    this.#sendMs = sendMs;
  }

  async get<T>(route: RouteLike, schema: z.ZodType<T>, query?: URLSearchParams): Published<T> {
    return this.#read(schema, async (signal) => this.#rest.get(route, { signal, ...(query && { query }) }));
  }

  async post<T>(route: RouteLike, schema: z.ZodType<T>, data: RequestData): Published<T> {
    return this.#read(schema, async (signal) => this.#rest.post(route, { ...data, signal }));
  }

  async patch(route: RouteLike, data: RequestData): Published<void> {
    return this.#do(async (signal) => this.#rest.patch(route, { ...data, signal }));
  }

  async delete(route: RouteLike): Published<void> {
    return this.#do(async (signal) => this.#rest.delete(route, { signal }));
  }

  async #read<T>(schema: z.ZodType<T>, request: (signal: AbortSignal) => Promise<unknown>): Published<T> {
    const sent = await send(this.#sendMs, ATTEMPTS, request);
    if (!sent.ok) return { ok: false, error: toPublishFailure(sent.error) };
    const read = schema.safeParse(sent.value);
    if (read.success) return { ok: true, value: read.data };
    return { ok: false, error: { id: "unreachable", reason: "it does not answer like Discord's API" } };
  }

  async #do(request: (signal: AbortSignal) => Promise<unknown>): Published<void> {
    const sent = await send(this.#sendMs, ATTEMPTS, request);
    return sent.ok ? { ok: true, value: undefined } : { ok: false, error: toPublishFailure(sent.error) };
  }
}
