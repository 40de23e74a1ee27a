import { InteractionResponseType } from "discord-api-types/v10";
import type { APIInteractionResponse, APIInteractionResponseCallbackData } from "discord-api-types/v10";
import type { ActionResult } from "../domain/command.ts";
import type { Reply } from "../domain/reply.ts";
import type { Words } from "../domain/words.ts";
import type { Logger } from "../ops/logger.ts";
import { createReference } from "../ops/reference.ts";
import { missingPermissionReply, sentPrivatelyReply, unexpectedReply } from "../present/failures.ts";
import type { Deadlines } from "./deadlines.ts";
import type { Address } from "./interaction.ts";
import { flagsOf, toMessage, type Message } from "./message.ts";
import type { SendFailure, Sent, Transport } from "./transport.ts";

/** Where an exchange stands: it decides which of Discord's requests carries the answer. */
type State = "open" | "deferred-public" | "deferred-private" | "deferred-update" | "following-up" | "answered";

export interface ExchangeOptions {
  readonly transport: Transport;
  /** For what is said where sending fails. */
  readonly words: Words;
  readonly logger: Logger;
  readonly deadlines: Deadlines;
  readonly address: Address;
  /** What to call it in the log: the command's name. */
  readonly command: string;
}

/** One interaction and its one answer, perhaps deferred before. */
export class Exchange {
  readonly #options: ExchangeOptions;
  readonly #receivedAt = performance.now();
  #state: State = "open";

  constructor(options: ExchangeOptions) {
    this.#options = options;
  }

  /** Shows that an answer is coming. `update` is for components: the message pressed stays as it is meanwhile. */
  async defer(how: "public" | "private" | "update"): Promise<void> {
    this.#state = `deferred-${how}`;
    const sent = await this.#respond(
      how === "update"
        ? { type: InteractionResponseType.DeferredMessageUpdate }
        : { type: InteractionResponseType.DeferredChannelMessageWithSource, data: flagsOf(how) },
    );
    if (!sent.ok && sent.error.id !== "already-answered") this.#report(sent.error, "The deferral did not arrive.");
  }

  /**
   * Sends the answer; the first call counts. What Discord refuses is told to the person as a failure, where that is
   * possible, and to the operator always. Never throws for what Discord does.
   */
  async answer({ place, reply }: ActionResult): Promise<void> {
    if (this.#state === "answered") return;
    const sent = await this.#deliver(place, reply);
    if (!sent.ok) await this.#recover(sent.error);
    this.#state = "answered";
  }

  async #deliver(place: ActionResult["place"], reply: Reply): Promise<Sent> {
    const { transport, address } = this.#options;
    const message = this.#toMessage(reply);
    const asNew = { ...message, ...flagsOf(reply.visibility) };
    switch (this.#state) {
      case "open": {
        const answer: APIInteractionResponse =
          place === "update"
            ? { type: InteractionResponseType.UpdateMessage, data: message }
            : { type: InteractionResponseType.ChannelMessageWithSource, data: asNew };
        const sent = await this.#respond(answer);
        return !sent.ok && sent.error.id === "already-answered" ? transport.edit(address, message) : sent;
      }
      case "deferred-update":
        return place === "update" ? transport.edit(address, message) : transport.followUp(address, asNew);
      case "deferred-public":
        if (reply.visibility === "public") return transport.edit(address, message);
        return this.#answerPrivately(asNew);
      case "deferred-private":
        return transport.edit(address, message);
      case "following-up":
      case "answered":
        return transport.followUp(address, asNew);
    }
  }

  /**
   * Answers for one pair of eyes after a deferral for all. A deferral's visibility cannot be changed, and Discord lets the
   * first follow-up fill it in, for all to see: so it is filled in with nothing of interest first, and removed last.
   */
  async #answerPrivately(message: APIInteractionResponseCallbackData): Promise<Sent> {
    const { transport, address } = this.#options;
    const filled = await transport.edit(address, this.#toMessage(sentPrivatelyReply(this.#options.words)));
    if (!filled.ok) return filled;
    this.#state = "following-up";
    const sent = await transport.followUp(address, message);
    const removed = await transport.remove(address);
    if (!removed.ok) this.#report(removed.error, "The note in place of a private answer could not be removed.");
    return sent;
  }

  async #respond(answer: APIInteractionResponse): Promise<Sent> {
    const { transport, address, deadlines } = this.#options;
    return transport.respond(address, answer, deadlines.firstAnswerMs - (performance.now() - this.#receivedAt));
  }

  async #recover(failure: SendFailure): Promise<void> {
    const { words } = this.#options;
    const reference = this.#report(failure, "An answer did not arrive.");
    if (failure.id !== "refused" && failure.id !== "forbidden") return;
    const apology = failure.id === "forbidden" ? missingPermissionReply(words) : unexpectedReply(words, reference);
    const sent = await this.#deliver("new", apology);
    // Where the bot may not speak, a second refusal says nothing new.
    if (!sent.ok && sent.error.id !== "forbidden") this.#report(sent.error, "The person could not be told either.");
  }

  #report(failure: SendFailure, message: string): string {
    const { logger, command } = this.#options;
    const reference = createReference();
    const fields = { reference, command, failure };
    switch (failure.id) {
      case "expired":
        logger.info(fields, `${message} The interaction or its message is gone.`);
        break;
      case "forbidden":
        logger.warn(fields, `${message} The bot lacks a permission there: view channel, send messages, embed links.`);
        break;
      case "already-answered":
      case "refused":
      case "unreachable":
        logger.error(fields, message);
    }
    return reference;
  }

  #toMessage(reply: Reply): Message {
    const { logger, command } = this.#options;
    return toMessage(reply, (what) => {
      logger.warn({ command, what }, "A reply did not fit Discord's limits and was shortened.");
    });
  }
}
