import { DiscordAPIError, HTTPError, type REST } from "discord.js";
import { Routes } from "discord-api-types/v10";
import type { AnyCommand } from "../domain/command.ts";
import type { Failure } from "../domain/failure.ts";
import type { Languages } from "../domain/words.ts";
import type { Result } from "../domain/result.ts";
import { isRegistered, toRegistration } from "./registration.ts";
import { networkReason } from "./send.ts";

const REASON_LENGTH_MAX = 300;
/** Without it Discord lists commands in one language only. */
const WITH_LOCALIZATIONS = { query: new URLSearchParams({ with_localizations: "true" }) };

/**
 * Registers the commands for all servers, unless they are registered as they are: writing is rationed (200 a day).
 *
 * @param address Of the API, for the failure's words.
 * @returns whether anything had to be written.
 */
export async function registerCommands(
  rest: REST,
  applicationId: string,
  { commands, languages }: { readonly commands: readonly AnyCommand[]; readonly languages: Languages },
  address: string,
): Promise<Result<boolean, Failure>> {
  const route = Routes.applicationCommands(applicationId);
  const body = commands.map((command) => toRegistration(command, languages));
  try {
    if (isRegistered(body, await rest.get(route, WITH_LOCALIZATIONS))) return { ok: true, value: false };
    await rest.put(route, { body });
    return { ok: true, value: true };
  } catch (error) {
    return { ok: false, error: toFailure(error, address) };
  }
}

function toFailure(error: unknown, address: string): Failure {
  if (error instanceof DiscordAPIError) {
    if (error.status === 401) return { id: "token-refused" };
    // What Discord quotes here is our own registration: nothing a person typed, no secret.
    const reason = error.message.replaceAll(/\s+/gu, " ").slice(0, REASON_LENGTH_MAX);
    return { id: "commands-refused", reason: `${reason} (code ${error.code})` };
  }
  const reason = error instanceof HTTPError ? `it answers with status ${error.status}` : networkReason(error);
  return { id: "api-unreachable", address, reason };
}
