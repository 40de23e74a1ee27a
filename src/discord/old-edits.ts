import { DefaultRestOptions, type RESTOptions } from "discord.js";
import { z } from "zod";

/** Too many edits of messages older than an hour. */
const TOO_MANY_EDITS = 30_046;
const TOO_MANY_REQUESTS = 429;
const BAD_REQUEST = 400;

const refusal = z.object({ code: z.literal(TOO_MANY_EDITS) });

/**
 * Makes a request of discord.js's. Discord refuses too many edits of old messages with the status of a rate limit, which
 * discord.js would wait out, for as long as that takes; here it is a refusal like others, so that a correction can be said
 * in another way.
 */
export const requestWithoutWaiting: RESTOptions["makeRequest"] = async (url, init) => {
  const response = await DefaultRestOptions.makeRequest(url, init);
  if (response.status !== TOO_MANY_REQUESTS || init.method !== "PATCH") return response;
  const body = await response.text();
  if (!isRefusal(body)) return new Response(body, { status: response.status, headers: [...response.headers] });
  // Without the headers that tell how long to wait.
  return new Response(body, { status: BAD_REQUEST, headers: { "content-type": "application/json" } });
};

function isRefusal(body: string): boolean {
  try {
    return refusal.safeParse(JSON.parse(body)).success;
  } catch {
    return false;
  }
}
