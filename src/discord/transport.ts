import { setTimeout as sleep } from "node:timers/promises";
import { DiscordAPIError, HTTPError, RateLimitError, REST } from "discord.js";
import { Routes } from "discord-api-types/v10";
import type { APIInteractionResponse, RESTPatchAPIInteractionOriginalResponseJSONBody } from "discord-api-types/v10";
import type { RESTPostAPIInteractionFollowupJSONBody } from "discord-api-types/v10";
import type { Result } from "../domain/result.ts";
import type { Deadlines } from "./deadlines.ts";
import type { Address } from "./interaction.ts";

/** Why Discord did not take an answer. None of it holds what was sent or to whom. */
export type SendFailure =
  /** 40060. A first try that seemed lost did arrive, or another process answered. */
  | { readonly id: "already-answered" }
  /** The interaction or its message is gone: 10062, 10015, 50027, 10008. */
  | { readonly id: "expired"; readonly code: number }
  /** 50001, 50013. */
  | { readonly id: "forbidden"; readonly code: number }
  /** What we sent is invalid; `fields` names where. */
  | { readonly id: "refused"; readonly code: number | string; readonly fields: readonly string[] }
  | { readonly id: "unreachable"; readonly reason: string };

export type Sent = Result<null, SendFailure>;

/** The four ways to answer an interaction. */
export interface Transport {
  /** The first answer; `withinMs` from now it is worth nothing any more. */
  respond(to: Address, answer: APIInteractionResponse, withinMs: number): Promise<Sent>;
  /** Replaces the first answer, or for a component the message it stands on. */
  edit(to: Address, message: RESTPatchAPIInteractionOriginalResponseJSONBody): Promise<Sent>;
  remove(to: Address): Promise<Sent>;
  followUp(to: Address, message: RESTPostAPIInteractionFollowupJSONBody): Promise<Sent>;
}

/** A stalled attempt leaves time for two more within Discord's 3 s. */
const URGENT_ATTEMPT_MS = 800;
const PATIENT_ATTEMPT_MS = 5_000;
const ATTEMPTS = 3;
const PAUSE_MS = 100;

/**
 * Sends over HTTP. Its clients never hold the bot's token: an interaction's own token is enough, so nothing that goes
 * wrong here can leak or revoke the bot's.
 *
 * It tries again by itself, not through discord.js, which does so without a pause and not at all when the other side
 * closes a connection. Answering twice does no harm: Discord takes one. A follow-up would appear twice, so it is sent once.
 *
 * @param apiUrl Base of the API without version, or null for Discord's own.
 */
export function createTransport(apiUrl: string | null, deadlines: Deadlines): Transport {
  const api = apiUrl === null ? {} : { api: apiUrl };
  const urgent = new REST({ ...api, timeout: URGENT_ATTEMPT_MS, retries: 0 });
  const patient = new REST({ ...api, timeout: PATIENT_ATTEMPT_MS, retries: 0 });
  const callback = (to: Address) => Routes.interactionCallback(to.id, to.token);
  const original = (to: Address) => Routes.webhookMessage(to.applicationId, to.token, "@original");
  const hook = (to: Address) => Routes.webhook(to.applicationId, to.token);
  const { sendMs } = deadlines;
  return {
    respond: async (to, body, ms) => send(ms, ATTEMPTS, async (how) => urgent.post(callback(to), { ...how, body })),
    edit: async (to, body) => send(sendMs, ATTEMPTS, async (how) => patient.patch(original(to), { ...how, body })),
    remove: async (to) => send(sendMs, ATTEMPTS, async (how) => patient.delete(original(to), how)),
    followUp: async (to, body) => send(sendMs, 1, async (how) => patient.post(hook(to), { ...how, body })),
  };
}

interface RequestHow {
  readonly auth: false;
  readonly signal: AbortSignal;
}

async function send(withinMs: number, attempts: number, request: (how: RequestHow) => Promise<unknown>): Promise<Sent> {
  const signal = AbortSignal.timeout(Math.max(1, Math.ceil(withinMs)));
  for (let attempt = 1; ; attempt += 1) {
    try {
      // The signal alone would not do: while discord.js waits for a rate limit to pass, it does not listen to it.
      await Promise.race([request({ auth: false, signal }), whenAborted(signal)]);
      return { ok: true, value: null };
    } catch (error) {
      const failure = toSendFailure(error);
      if (failure.id !== "unreachable" || attempt >= attempts || signal.aborted) return { ok: false, error: failure };
      await sleep(PAUSE_MS);
    }
  }
}

async function whenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(new Error("no answer in time")), { once: true });
  });
}

function toSendFailure(error: unknown): SendFailure {
  if (error instanceof DiscordAPIError) return fromCode(error);
  if (error instanceof HTTPError) return { id: "unreachable", reason: `status ${error.status}` };
  if (error instanceof RateLimitError) return { id: "unreachable", reason: "rate limited" };
  return { id: "unreachable", reason: networkReason(error) };
}

function fromCode(error: DiscordAPIError): SendFailure {
  switch (error.code) {
    case 40_060:
      return { id: "already-answered" };
    case 10_008:
    case 10_015:
    case 10_062:
    case 50_027:
      return { id: "expired", code: error.code };
    case 50_001:
    case 50_013:
      return { id: "forbidden", code: error.code };
    default:
      return { id: "refused", code: error.code, fields: fieldsOf(error.rawError) };
  }
}

/** A word or two for a network error; its message may hold an address with a token in it. */
export function networkReason(error: unknown): string {
  if (!(error instanceof Error)) return "unknown error";
  if ("code" in error && typeof error.code === "string") return error.code;
  if (error.cause instanceof Error && "code" in error.cause && typeof error.cause.code === "string") {
    return error.cause.code;
  }
  if (error.name === "AbortError") return "no answer in time";
  // What came could not be read: a web page, or JSON of another shape.
  const unreadable = error instanceof SyntaxError || error instanceof TypeError;
  return unreadable ? "it does not answer like Discord's API" : error.constructor.name;
}

const FIELDS_MAX = 5;

/** The paths of a 50035 error: `embeds.0.description`. */
function fieldsOf(raw: unknown): readonly string[] {
  const errors = isRecord(raw) ? raw["errors"] : undefined;
  return pathsOf(errors, []).slice(0, FIELDS_MAX);
}

function pathsOf(node: unknown, path: readonly string[]): readonly string[] {
  if (!isRecord(node) || path.length > 10) return [];
  if ("_errors" in node) return [path.join(".")];
  return Object.entries(node).flatMap(([key, child]) => pathsOf(child, [...path, key]));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
