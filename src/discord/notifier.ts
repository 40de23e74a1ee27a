import { randomBytes } from "node:crypto";
import type { REST } from "discord.js";
import { Routes } from "discord-api-types/v10";
import { z } from "zod";
import type { Notifier, NotifyFailure } from "../domain/notifier.ts";
import type { Logger } from "../ops/logger.ts";
import type { Deadlines } from "./deadlines.ts";
import { toFiles } from "./files.ts";
import { toMessage, withFiles } from "./message.ts";
import { send, type SendFailure } from "./send.ts";

const PERSON = /^\d{1,20}$/u;
const ATTEMPTS = 2;
const NONCE_BYTES = 12;

const channelSchema = z.object({ id: z.string().regex(PERSON) });

/**
 * Tells people something in direct messages, as one thing a person does, with a deadline of `sendMs` for each of the two
 * requests. Whoever tells many should take their time: Discord takes few a second.
 *
 * @param rest with the bot's token: there is no interaction whose token would do
 */
export function createNotifier(rest: REST, { sendMs }: Pick<Deadlines, "sendMs">, logger: Logger): Notifier {
  const onCut = (what: string): void => logger.warn({ what }, "A direct message did not fit and was shortened.");
  return {
    async tell(person, reply) {
      if (!PERSON.test(person)) return { ok: false, error: { id: "refused", code: "person" } };
      const opened = await send(sendMs, ATTEMPTS, async (signal) =>
        rest.post(Routes.userChannels(), { body: { recipient_id: person }, signal }),
      );
      if (!opened.ok) return { ok: false, error: toNotifyFailure(opened.error) };
      const channel = channelSchema.safeParse(opened.value);
      if (!channel.success) return { ok: false, error: { id: "unreachable", reason: "it names no channel" } };
      // With a nonce that Discord enforces, a message sent again because its answer was lost does not appear twice.
      const nonce = randomBytes(NONCE_BYTES).toString("hex");
      const files = [...toFiles(reply, onCut)];
      const body = { ...withFiles(toMessage(reply, onCut), files), nonce, enforce_nonce: true };
      const sent = await send(sendMs, ATTEMPTS, async (signal) =>
        rest.post(Routes.channelMessages(channel.data.id), { body, files, signal }),
      );
      return sent.ok ? { ok: true, value: undefined } : { ok: false, error: toNotifyFailure(sent.error) };
    },
  };
}

function toNotifyFailure(failure: SendFailure): NotifyFailure {
  switch (failure.id) {
    case "closed":
      return { id: "closed" };
    case "unreachable":
      return failure;
    case "already-answered":
      return { id: "refused", code: failure.id };
    case "message-gone":
    case "expired":
    case "forbidden":
    case "refused":
      return { id: "refused", code: failure.code };
  }
}
