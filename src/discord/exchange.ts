import { InteractionResponseType } from "discord-api-types/v10";
import type { APIInteractionResponse, APIInteractionResponseCallbackData } from "discord-api-types/v10";
import type { ActionResult } from "../domain/command.ts";
import type { Permission } from "../domain/permission.ts";
import type { Form, Reply } from "../domain/reply.ts";
import type { Words } from "../domain/words.ts";
import type { Logger } from "../ops/logger.ts";
import { createReference } from "../ops/reference.ts";
import {
  formTooLateReply,
  missingPermissionReply,
  permissionsMissing,
  sentPrivatelyReply,
  unexpectedReply,
} from "../present/operator/failures.ts";
import type { Deadlines } from "./deadlines.ts";
import { toFiles } from "./files.ts";
import { toModal } from "./form.ts";
import type { Address } from "./interaction.ts";
import { flagsOf, toMessage, withFiles } from "./message.ts";
import { lackingPermissions } from "./permissions.ts";
import type { SendFailure } from "./send.ts";
import type { Files, Sent, Transport } from "./transport.ts";

/** Where an exchange stands: it decides which of Discord's requests carries the answer. */
type State = "open" | "deferred-public" | "deferred-private" | "deferred-update" | "following-up" | "answered";

export interface ExchangeOptions {
  readonly transport: Transport;
  /** For what is said where sending fails. */
  readonly words: Words;
  readonly logger: Logger;
  readonly deadlines: Deadlines;
  /** When the interaction came, by `performance.now()`. */
  readonly receivedAt: number;
  readonly address: Address;
  /** What to call it in the log: the command's name. */
  readonly command: string;
  /** What the bot may do there; see {@link lackingPermissions}. */
  readonly permissions: bigint | null;
  readonly inThread: boolean;
  /** Whether the bot itself is not where it is asked to speak. */
  readonly asGuest: boolean;
  /** Whether the message that was pressed can show progress meanwhile: where nobody else sees it. */
  readonly showsProgressInPlace: boolean;
}

/** One interaction and its one answer, perhaps deferred before. */
export class Exchange {
  readonly #options: ExchangeOptions;
  #state: State = "open";
  #progressed = false;

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
   * Shows how far what was deferred has come, where the answer will be: the answer must not come before this resolves. What
   * not all may see is not shown where all would, and what does not arrive is not missed. Never throws for what Discord does.
   */
  async showProgress(reply: Reply): Promise<void> {
    const { transport, address, logger, command, showsProgressInPlace } = this.#options;
    const isPrivate = this.#state === "deferred-private" || (this.#state === "deferred-update" && showsProgressInPlace);
    if (!isPrivate && !(this.#state === "deferred-public" && reply.visibility === "public")) return;
    this.#progressed = true;
    const sent = await transport.editOnce(address, withFiles(toMessage(reply, this.#onCut), []));
    if (!sent.ok) logger.debug({ command, failure: sent.error }, "Progress was not shown.");
  }

  /**
   * Sends the answer; the first call counts. What Discord refuses is told to the person as a failure, where that is
   * possible, and to the operator always. Never throws for what Discord does.
   */
  async answer(result: ActionResult): Promise<void> {
    if (this.#state === "answered") return;
    const sent =
      result.place === "form" ? await this.#open(result.form) : await this.#deliver(result.place, result.reply);
    if (!sent.ok) await this.#recover(sent.error, result);
    this.#state = "answered";
  }

  /** A modal must be the first answer: after a deferral Discord opens none. */
  async #open(form: Form): Promise<Sent> {
    const { logger, command } = this.#options;
    if (this.#state !== "open") {
      logger.warn({ command }, "A form came too late to be opened: the action took longer than deferAfterMs.");
      return this.#deliver("new", formTooLateReply(this.#options.words));
    }
    const data = toModal(form, this.#onCut);
    if (data === null) {
      const reference = createReference();
      logger.error({ reference, command }, "A form has no field, or an action that is too long to travel.");
      return this.#deliver("new", unexpectedReply(this.#options.words, reference));
    }
    const sent = await this.#respond({ type: InteractionResponseType.Modal, data });
    return !sent.ok && sent.error.id === "already-answered" ? { ok: true, value: null } : sent;
  }

  async #deliver(place: "update" | "new", wanted: Reply): Promise<Sent> {
    const { transport, address } = this.#options;
    const reply = this.#allowed(wanted);
    const files = toFiles(reply, this.#onCut);
    const inPlace = withFiles(toMessage(reply, this.#onCut), files);
    const asNew = { ...inPlace, ...flagsOf(reply.visibility) };
    switch (this.#state) {
      case "open": {
        const answer: APIInteractionResponse =
          place === "update"
            ? { type: InteractionResponseType.UpdateMessage, data: inPlace }
            : { type: InteractionResponseType.ChannelMessageWithSource, data: asNew };
        const sent = await this.#respond(answer, files);
        return !sent.ok && sent.error.id === "already-answered" ? transport.edit(address, inPlace, files) : sent;
      }
      case "deferred-update":
        // What tells of progress must not stay.
        return place === "update" || this.#progressed
          ? transport.edit(address, inPlace, files)
          : transport.followUp(address, asNew, files);
      case "deferred-public":
        if (reply.visibility === "public") return transport.edit(address, inPlace, files);
        return this.#answerPrivately(asNew, files);
      case "deferred-private":
        return transport.edit(address, inPlace, files);
      case "following-up":
      case "answered":
        return transport.followUp(address, asNew, files);
    }
  }

  /** Without its picture where files are forbidden: it adds to the words, and must not cost them. */
  #allowed({ picture, ...reply }: Reply): Reply {
    const { permissions, inThread } = this.#options;
    const forbidden = lackingPermissions(permissions, { inThread, files: true, history: false }).includes(
      "attach-files",
    );
    return picture === undefined || forbidden ? reply : { ...reply, picture };
  }

  /**
   * Answers for one pair of eyes after a deferral for all. A deferral's visibility cannot be changed, and Discord lets the
   * first follow-up fill it in, for all to see: so it is filled in with nothing of interest first, and removed last.
   */
  async #answerPrivately(message: APIInteractionResponseCallbackData, files: Files): Promise<Sent> {
    const { transport, address } = this.#options;
    const filled = await transport.edit(address, toMessage(sentPrivatelyReply(this.#options.words), this.#onCut), []);
    if (!filled.ok) return filled;
    this.#state = "following-up";
    const sent = await transport.followUp(address, message, files);
    const removed = await transport.remove(address);
    if (!removed.ok) this.#report(removed.error, "The note in place of a private answer could not be removed.");
    return sent;
  }

  async #respond(answer: APIInteractionResponse, files: Files = []): Promise<Sent> {
    const { transport, address, deadlines, receivedAt } = this.#options;
    return transport.respond(address, answer, deadlines.firstAnswerMs - (performance.now() - receivedAt), files);
  }

  async #recover(failure: SendFailure, result: ActionResult): Promise<void> {
    const lacking = this.#lacking(result);
    const reference = this.#report(failure, "An answer did not arrive.", lacking);
    const second = this.#secondTry(failure, result, lacking, reference);
    if (second === null) return;
    const sent = await this.#deliver("new", second);
    // Where the bot may not speak, a second refusal says nothing new.
    if (!sent.ok && sent.error.id !== "forbidden") this.#report(sent.error, "The person could not be told either.");
  }

  /** What can still be said after the answer itself was refused; null for nothing. */
  #secondTry(
    failure: SendFailure,
    result: ActionResult,
    lacking: readonly Permission[],
    reference: string,
  ): Reply | null {
    switch (failure.id) {
      case "message-gone":
        // The message to change was deleted meanwhile: whoever pressed still wants to know.
        return result.place === "update" ? { ...result.reply, visibility: "private" } : null;
      case "forbidden":
        // A guest may not be allowed to speak up, but may always whisper.
        return this.#options.asGuest && result.place !== "form" && result.reply.visibility === "public"
          ? { ...result.reply, visibility: "private" }
          : missingPermissionReply(this.#options.words, lacking);
      case "refused":
        return unexpectedReply(this.#options.words, reference);
      case "expired":
      case "closed":
      case "already-answered":
      case "unreachable":
        return null;
    }
  }

  #lacking(result: ActionResult): readonly Permission[] {
    const { permissions, inThread } = this.#options;
    const files = result.place !== "form" && (result.reply.attachments ?? []).length > 0;
    return lackingPermissions(permissions, { inThread, files, history: false });
  }

  #report(failure: SendFailure, message: string, lacking: readonly Permission[] = []): string {
    const { logger, command } = this.#options;
    const reference = createReference();
    const fields = { reference, command, failure };
    switch (failure.id) {
      case "expired":
      case "message-gone":
        logger.info(fields, `${message} The interaction, its message or its channel is gone.`);
        break;
      case "forbidden":
        logger.warn(
          { ...fields, lacking },
          `${message} The bot lacks a permission there: ${permissionsMissing(lacking).join(", ").replaceAll("-", " ")}.`,
        );
        break;
      case "already-answered":
      case "closed":
      case "refused":
      case "unreachable":
        logger.error(fields, message);
    }
    return reference;
  }

  readonly #onCut = (what: string): void => {
    const { logger, command } = this.#options;
    logger.warn({ command, what }, "A reply did not fit Discord's limits and was shortened.");
  };
}
