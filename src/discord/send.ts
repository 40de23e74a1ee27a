import { setTimeout as sleep } from "node:timers/promises";
import { DiscordAPIError, HTTPError, RateLimitError } from "discord.js";
import type { Result } from "../domain/result.ts";

/** Why Discord did not take what was sent. None of it holds what was sent or to whom. */
export type SendFailure =
  /** 40060. A first try that seemed lost did arrive, or another process answered. */
  | { readonly id: "already-answered" }
  /** 10008: the message to change was deleted. */
  | { readonly id: "message-gone"; readonly code: number }
  /** The interaction, its token or its channel is gone: 10062, 10015, 50027, 10003. */
  | { readonly id: "expired"; readonly code: number }
  /** 50001, 50013. */
  | { readonly id: "forbidden"; readonly code: number }
  /** 50007, 50278: the person takes no direct messages from us. */
  | { readonly id: "closed"; readonly code: number }
  /** What we sent is invalid; `fields` names where. */
  | { readonly id: "refused"; readonly code: number | string; readonly fields: readonly string[] }
  | { readonly id: "unreachable"; readonly reason: string };

const PAUSE_MS = 100;

/**
 * Makes a request, and again while Discord cannot be reached.
 *
 * @param withinMs when to give up, in milliseconds from now
 * @param attempts how often at most
 */
export async function send<T>(
  withinMs: number,
  attempts: number,
  request: (signal: AbortSignal) => Promise<T>,
): Promise<Result<T, SendFailure>> {
  const signal = AbortSignal.timeout(Math.max(1, Math.ceil(withinMs)));
  for (let attempt = 1; ; attempt += 1) {
    try {
      // The signal alone would not do: while discord.js waits for a rate limit to pass, it does not listen to it.
      return { ok: true, value: await Promise.race([request(signal), whenAborted(signal)]) };
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
      return { id: "message-gone", code: error.code };
    case 10_003:
    case 10_015:
    case 10_062:
    case 50_027:
      return { id: "expired", code: error.code };
    case 50_001:
    case 50_013:
      return { id: "forbidden", code: error.code };
    case 50_007:
    case 50_278:
      return { id: "closed", code: error.code };
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
