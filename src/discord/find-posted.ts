import { Routes } from "discord-api-types/v10";
import { z } from "zod";
import type { PublishFailure } from "../domain/publisher.ts";
import type { Result } from "../domain/result.ts";
import { decodeAction } from "./action-id.ts";
import type { BotRequests } from "./bot-requests.ts";
import { snowflake } from "./wire-values.ts";

const PAGE_SIZE = 100;
/** A message is looked for among the first 500 of its time; one posted at the time named is among the first. */
const PAGES_MOST = 5;
/** Clocks differ, Discord's from ours too. */
const SLACK_MS = 60_000;
/** Milliseconds since 1970 from which Discord's ids count. */
const DISCORD_EPOCH = 1_420_070_400_000;

const pageSchema = z.array(z.object({ id: snowflake }).loose()).max(PAGE_SIZE);

const component = z.object({ custom_id: z.string().catch("") }).catch({ custom_id: "" });
const row = z.object({ components: z.array(component).catch([]) }).catch({ components: [] });

const messageSchema = z.object({
  author: z.object({ id: snowflake }),
  nonce: z.union([z.string(), z.number()]).nullish().catch(null),
  components: z.array(row).catch([]),
});

export interface Posted {
  /** The bot's user. */
  readonly botId: string;
  readonly channel: string;
  readonly key: string;
  /** Milliseconds since 1970; what was posted before is not looked at. */
  readonly since: number;
}

/** Id of the bot's own message whose buttons carry the key in their state; null where there is none. */
export async function findPosted(
  requests: BotRequests,
  { botId, channel, key, since }: Posted,
): Promise<Result<string | null, PublishFailure>> {
  let after = firstIdAt(since - SLACK_MS);
  for (let page = 0; page < PAGES_MOST; page += 1) {
    const query = new URLSearchParams({ after: String(after), limit: String(PAGE_SIZE) });
    const told = await requests.get(Routes.channelMessages(channel), pageSchema, query);
    if (!told.ok) return told;
    const found = told.value.find((message) => isOurs(message, botId, key));
    if (found !== undefined) return { ok: true, value: found.id };
    if (told.value.length < PAGE_SIZE) break;
    // Whichever way round they are told.
    after = told.value.map(({ id }) => BigInt(id)).reduce((last, id) => (id > last ? id : last), after);
  }
  return { ok: true, value: null };
}

function isOurs(told: unknown, botId: string, key: string): boolean {
  const message = messageSchema.safeParse(told);
  if (!message.success || message.data.author.id !== botId) return false;
  const { nonce, components } = message.data;
  if (nonce === key) return true;
  return components
    .flatMap((row) => row.components)
    .some(({ custom_id }) => decodeAction(custom_id)?.state.includes(key) === true);
}

/** @see https://discord.com/developers/docs/reference#snowflakes */
function firstIdAt(instant: number): bigint {
  return BigInt(Math.max(0, Math.floor(instant) - DISCORD_EPOCH)) << 22n;
}
