import { REST, type RawFile } from "discord.js";
import { Routes } from "discord-api-types/v10";
import type { APIInteractionResponse, RESTPatchAPIInteractionOriginalResponseJSONBody } from "discord-api-types/v10";
import type { RESTPostAPIInteractionFollowupJSONBody } from "discord-api-types/v10";
import type { Result } from "../domain/result.ts";
import type { Deadlines } from "./deadlines.ts";
import type { Address } from "./interaction.ts";
import { send, type SendFailure } from "./send.ts";

export type Sent = Result<null, SendFailure>;

/** What is uploaded with a message. */
export type Files = readonly RawFile[];

/** The ways to answer an interaction. */
export interface Transport {
  /** The first answer; `withinMs` from now it is worth nothing any more. */
  respond(to: Address, answer: APIInteractionResponse, withinMs: number, files: Files): Promise<Sent>;
  /** Replaces the first answer, or for a component the message it stands on. */
  edit(to: Address, message: RESTPatchAPIInteractionOriginalResponseJSONBody, files: Files): Promise<Sent>;
  /** The same, tried once and not for long: for what will soon be replaced. */
  editOnce(to: Address, message: RESTPatchAPIInteractionOriginalResponseJSONBody): Promise<Sent>;
  remove(to: Address): Promise<Sent>;
  followUp(to: Address, message: RESTPostAPIInteractionFollowupJSONBody, files: Files): Promise<Sent>;
}

/** A stalled attempt leaves time for two more within Discord's 3 s. */
const URGENT_ATTEMPT_MS = 800;
const PATIENT_ATTEMPT_MS = 5_000;
const ATTEMPTS = 3;
const PASSING_MS = 3_000;

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
  const sent = async (ms: number, attempts: number, request: (how: RequestHow) => Promise<unknown>): Promise<Sent> => {
    const answered = await send(ms, attempts, async (signal) => request({ auth: false, signal }));
    return answered.ok ? { ok: true, value: null } : answered;
  };
  return {
    respond: async (to, body, ms, files) => {
      // An upload takes its time: broken off and begun anew, it would never arrive.
      const rest = files.length === 0 ? urgent : patient;
      return sent(ms, ATTEMPTS, async (how) => rest.post(callback(to), { ...how, body, files: [...files] }));
    },
    edit: async (to, body, files) =>
      sent(sendMs, ATTEMPTS, async (how) => patient.patch(original(to), { ...how, body, files: [...files] })),
    editOnce: async (to, body) => sent(PASSING_MS, 1, async (how) => patient.patch(original(to), { ...how, body })),
    remove: async (to) => sent(sendMs, ATTEMPTS, async (how) => patient.delete(original(to), how)),
    followUp: async (to, body, files) =>
      sent(sendMs, 1, async (how) => patient.post(hook(to), { ...how, body, files: [...files] })),
  };
}

interface RequestHow {
  readonly auth: false;
  readonly signal: AbortSignal;
}
