import { DiscordAPIError, DiscordjsError, DiscordjsErrorCodes, Events, HTTPError, type Client } from "discord.js";
import { GatewayCloseCodes } from "discord-api-types/v10";
import { z } from "zod";
import type { Failure } from "../domain/failure.ts";
import type { Logger } from "../ops/logger.ts";
import type { Identity } from "./bot.ts";
import { networkReason } from "./send.ts";

/** Why a start failed, and whether trying again can help. */
export interface StartFailure {
  readonly failure: Failure;
  readonly transient: boolean;
}

const readySchema = z.object({
  application: z.object({ id: z.string() }),
  user: z.object({ id: z.string(), username: z.string() }),
  guilds: z.array(z.unknown()),
});

/** Reads the payload of the gateway's READY event; null when it is not one. */
export function readIdentity(payload: unknown): Identity | null {
  const ready = readySchema.safeParse(payload);
  if (!ready.success) return null;
  const { application, user, guilds } = ready.data;
  return { applicationId: application.id, userId: user.id, userName: user.username, guildCount: guilds.length };
}

/** What a close code means after which discord.js does not come back: 4004 or 4010 to 4014. */
export function readCloseCode(code: number): Failure {
  const failed: number = GatewayCloseCodes.AuthenticationFailed;
  return code === failed ? { id: "token-refused" } : { id: "gateway-refused", code };
}

/** Why logging in failed. `address` is named in the failure. */
export function readLoginError(error: unknown, address: string): StartFailure {
  if (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid) {
    return { failure: { id: "token-refused" }, transient: false };
  }
  const unreachable = (reason: string): Failure => ({ id: "api-unreachable", address, reason });
  if (error instanceof DiscordAPIError) {
    return { failure: unreachable(`it answers with status ${error.status}`), transient: false };
  }
  if (error instanceof HTTPError) {
    return { failure: unreachable(`it answers with status ${error.status}`), transient: true };
  }
  return { failure: unreachable(networkReason(error)), transient: true };
}

/**
 * Leaves notes about the connection for the operator; nothing a person sent is among them. Until the bot has `started`,
 * trouble is a detail: should the start fail, one plain line will say so.
 */
export function logConnection(client: Client, logger: Logger, started: () => boolean): void {
  const warn: Logger["warn"] = (fields, message) =>
    started() ? logger.warn(fields, message) : logger.info(fields, message);
  client.on(Events.Error, (error) => logger.error({ err: error }, "discord.js reports an error."));
  client.on(Events.ShardError, (error) => warn({ err: error }, "The connection to the gateway had an error."));
  client.on(Events.ShardReconnecting, () => warn({}, "The connection to the gateway was lost; reconnecting."));
  client.on(Events.ShardResume, (_, replayed) => logger.info({ replayed }, "The gateway's session was resumed."));
  client.rest.on("rateLimited", ({ route, timeToReset }) => warn({ route, timeToReset }, "Discord limits our rate."));
}
