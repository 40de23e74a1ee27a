import { setTimeout as sleep } from "node:timers/promises";
import type { Failure } from "../domain/failure.ts";
import type { Result } from "../domain/result.ts";
import type { Bot, ConnectOptions } from "./bot.ts";
import { Connection } from "./connection.ts";
import { DEADLINES } from "./deadlines.ts";

const DISCORD_API = "https://discord.com/api";
const ATTEMPTS = 3;
/** Printable ASCII. Anything else cannot be a token, and the error about an invalid header would quote it. */
const TOKEN = /^[\x21-\x7e]+$/u;

/**
 * Connects to Discord and registers the commands. What may pass is tried again, twice and after a pause; all of it ends
 * within `deadlines.startMs`.
 *
 * @returns the bot; or `token-refused`, `api-unreachable`, `gateway-refused` or `commands-refused`.
 */
export async function connectBot(options: ConnectOptions): Promise<Result<Bot, Failure>> {
  if (!TOKEN.test(options.token)) return { ok: false, error: { id: "token-refused" } };
  const deadlines = { ...DEADLINES, ...options.deadlines };
  const address = withoutCredentials(options.apiUrl ?? DISCORD_API);
  const startBy = performance.now() + deadlines.startMs;
  for (let attempt = 1; ; attempt += 1) {
    const connection = new Connection(options, deadlines, address);
    const started = await connection.start(startBy - performance.now());
    if (started.ok) return started;
    const { failure, transient } = started.error;
    await connection.end(failure);
    const pauseMs = deadlines.retryPauseMs * (2 * attempt - 1);
    if (!transient || attempt === ATTEMPTS || performance.now() + pauseMs >= startBy) {
      return { ok: false, error: failure };
    }
    options.logger.info({ attempt, failure }, "Discord does not answer; trying again.");
    await sleep(pauseMs, undefined, options.signal === undefined ? {} : { signal: options.signal }).catch(() => {});
  }
}

function withoutCredentials(address: string): string {
  if (!URL.canParse(address)) return address;
  const { origin, pathname } = new URL(address);
  return origin + pathname;
}
