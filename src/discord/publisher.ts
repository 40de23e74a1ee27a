import type { REST } from "discord.js";
import { Routes } from "discord-api-types/v10";
import { z } from "zod";
import type { Publisher, PublishFailure } from "../domain/publisher.ts";
import type { Result } from "../domain/result.ts";
import type { Logger } from "../ops/logger.ts";
import { lackingIn, personMayWriteIn } from "./bot-rights.ts";
import { BotRequests } from "./bot-requests.ts";
import type { Deadlines } from "./deadlines.ts";
import { toFiles } from "./files.ts";
import { findPosted } from "./find-posted.ts";
import { toMessage, withFiles } from "./message.ts";
import { snowflake } from "./wire-values.ts";

/** What Discord takes for a nonce. */
const KEY = /^[\w.-]{1,25}$/u;

const messageSchema = z.object({ id: snowflake });

type Published<T> = Promise<Result<T, PublishFailure>>;

/** Speaks in channels in the bot's own name, as one thing a person does. */
class RestPublisher implements Publisher {
  readonly #requests: BotRequests;
  readonly #botId: () => string | null;
  readonly #logger: Logger;

  constructor(requests: BotRequests, botId: () => string | null, logger: Logger) {
    this.#requests = requests;
    this.#botId = botId;
    this.#logger = logger;
  }

  async lacking(channel: string): ReturnType<Publisher["lacking"]> {
    return this.#asBot([channel], async (botId) => lackingIn(this.#requests, botId, channel));
  }

  async personMayWrite(channel: string, person: string): Published<boolean> {
    return this.#asBot([channel, person], async () => personMayWriteIn(this.#requests, person, channel));
  }

  async post({ channel, reply, key, replyTo }: Parameters<Publisher["post"]>[0]): Published<string> {
    if (!KEY.test(key)) return refused("key");
    return this.#asBot([channel, replyTo], async (): Published<string> => {
      const files = [...toFiles(reply, this.#onCut)];
      const body = {
        ...withFiles(toMessage(reply, this.#onCut), files),
        // Sent again, because its answer was lost or by another process, it appears once all the same.
        nonce: key,
        enforce_nonce: true,
        ...(replyTo === null ? {} : { message_reference: { message_id: replyTo, fail_if_not_exists: false } }),
      };
      const sent = await this.#requests.post(Routes.channelMessages(channel), messageSchema, { body, files });
      return sent.ok ? { ok: true, value: sent.value.id } : this.#naming(channel, sent.error);
    });
  }

  async find(channel: string, key: string, since: string): Published<string | null> {
    const from = Date.parse(since);
    if (Number.isNaN(from)) return refused("since");
    return this.#asBot([channel], async (botId) => {
      const found = await findPosted(this.#requests, { botId, channel, key, since: from });
      if (!found.ok) return this.#naming(channel, found.error);
      if (found.value !== null) return found;
      // Whoever may not read what was said is told that nothing was.
      const lacking = await lackingIn(this.#requests, botId, channel);
      if (!lacking.ok) return lacking;
      const blind = lacking.value.filter((one) => one === "view-channel" || one === "read-message-history");
      return blind.length === 0 ? found : { ok: false, error: { id: "not-allowed", lacking: blind } };
    });
  }

  async edit(channel: string, message: string, reply: Parameters<Publisher["edit"]>[2]): Published<void> {
    return this.#asBot([channel, message], async (): Published<void> => {
      const files = [...toFiles(reply, this.#onCut)];
      const body = withFiles(toMessage(reply, this.#onCut), files);
      const sent = await this.#requests.patch(Routes.channelMessage(channel, message), { body, files });
      return sent.ok ? sent : this.#naming(channel, sent.error);
    });
  }

  async remove(channel: string, message: string): Published<void> {
    return this.#asBot([channel, message], async (): Published<void> => {
      const sent = await this.#requests.delete(Routes.channelMessage(channel, message));
      if (sent.ok || sent.error.id === "message-gone") return { ok: true, value: undefined };
      return this.#naming(channel, sent.error);
    });
  }

  /** Asks Discord nothing about what is no id, and nothing before it has said who the bot is. */
  async #asBot<T>(ids: readonly (string | null)[], run: (botId: string) => Published<T>): Published<T> {
    if (ids.some((id) => id !== null && !snowflake.safeParse(id).success)) return refused("id");
    const botId = this.#botId();
    return botId === null ? { ok: false, error: { id: "unreachable", reason: "not connected yet" } } : run(botId);
  }

  /** Discord says that something is forbidden, but not what is missing. */
  async #naming(channel: string, error: PublishFailure): Published<never> {
    if (error.id !== "not-allowed" || error.lacking.length > 0) return { ok: false, error };
    const lacking = await this.lacking(channel);
    const named = lacking.ok && lacking.value.length > 0 ? lacking.value : (["send-messages"] as const);
    return { ok: false, error: { id: "not-allowed", lacking: named } };
  }

  readonly #onCut = (what: string): void => {
    this.#logger.warn({ what }, "What is posted did not fit and was shortened.");
  };
}

/**
 * @param rest with the bot's token: there is no interaction whose token would do
 * @param botId the bot's user; null while it is not known
 * @param deadlines `sendMs` holds for each request
 */
export function createPublisher(
  rest: REST,
  botId: () => string | null,
  { sendMs }: Pick<Deadlines, "sendMs">,
  logger: Logger,
): Publisher {
  return new RestPublisher(new BotRequests(rest, sendMs), botId, logger);
}

function refused(code: string): Result<never, PublishFailure> {
  return { ok: false, error: { id: "refused", code } };
}
