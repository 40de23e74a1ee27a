import type { AnyCommand, MessageCommand, Need, SlashCommand } from "../domain/command.ts";
import type { Reply } from "../domain/reply.ts";
import { createReference } from "../ops/reference.ts";
import { closingReply, tooManyReply, unexpectedReply, unknownRequestReply } from "../present/operator/failures.ts";
import { endedReply, notYoursReply } from "../present/text/working.ts";
import { decodeAction } from "./action-id.ts";
import { runAction } from "./action.ts";
import { proposeChoices } from "./autocomplete.ts";
import { isCancelling } from "./cancellations.ts";
import { partOf } from "./command-parts.ts";
import type { Answering, DispatchOptions } from "./dispatch-options.ts";
import { Exchange } from "./exchange.ts";
import type { ActionInteraction, FormInteraction, Interaction } from "./interaction.ts";
import { Newest } from "./newest.ts";
import { readInteraction } from "./read-interaction.ts";
import { needsOf, needsOfAction, refusalOf } from "./refusal.ts";
import { rulesFor } from "./rules.ts";
import { isMessageCommand, isSlashCommand, shownName } from "./shown-name.ts";
import { runCommand, runMessageCommand } from "./slash.ts";
import { within } from "../ops/within.ts";

/** Of the time there is for closing, what work is given to stop in good order. */
const SHARE_TO_STOP = 0.2;

/** Hands interactions to the commands they are for, and sees that each gets its one answer. */
export class Dispatcher {
  readonly #options: DispatchOptions;
  readonly #slashCommands: ReadonlyMap<string, SlashCommand>;
  /** By the names that are shown in English: Discord sends the one that is no translation. */
  readonly #messageCommands: ReadonlyMap<string, MessageCommand>;
  readonly #newest = new Newest();
  readonly #running = new Set<Promise<void>>();
  #closing = false;

  constructor(options: DispatchOptions) {
    this.#options = options;
    const slash = options.commands.filter(isSlashCommand);
    const onMessages = options.commands.filter(isMessageCommand);
    this.#slashCommands = new Map(slash.map((command) => [command.name, command]));
    this.#messageCommands = new Map(onMessages.map((command) => [shownName(options.english, command.name), command]));
  }

  /** Takes the payload of one INTERACTION_CREATE event. Resolves when it is answered; never rejects. */
  async handle(payload: unknown): Promise<void> {
    const interaction = readInteraction(payload, this.#options.apiUrl);
    if (interaction === null) {
      this.#options.logger.warn({}, "Discord sent an interaction that makes no sense; it was left alone.");
      return;
    }
    const answering = this.#answer(interaction);
    this.#running.add(answering);
    await answering;
    this.#running.delete(answering);
  }

  /** Turns new interactions away and waits for those begun, at most `ms`; what takes longer is told to stop before. */
  async close(ms: number): Promise<void> {
    this.#closing = true;
    if (await this.#isAnswered(ms * (1 - SHARE_TO_STOP))) return;
    this.#options.cancellations.cancelAll();
    if (await this.#isAnswered(ms * SHARE_TO_STOP)) return;
    this.#options.logger.warn({ unanswered: this.#running.size }, "Closing without having answered all.");
  }

  async #isAnswered(withinMs: number): Promise<boolean> {
    return (await within(Promise.all(this.#running), withinMs)) !== null;
  }

  async #answer(interaction: Interaction): Promise<void> {
    const receivedAt = performance.now();
    const turnedAway = this.#closing && interaction.kind !== "autocomplete";
    const { wordsFor, settings, policy, logger } = this.#options;
    const { address, locale, permissions, asGuest } = interaction;
    const name = this.#nameOf(interaction);
    const done = interaction.kind === "unknown" ? null : interaction;
    const who = done?.who ?? null;
    const [words, rules] = await Promise.all([wordsFor({ who, locale }), rulesFor(done, settings, policy)]);
    const options: Answering = { ...this.#options, words, rules, receivedAt };
    const showsProgressInPlace = "unseenByOthers" in interaction && interaction.unseenByOthers;
    const where = { address, permissions, asGuest, inThread: who?.inThread ?? false, showsProgressInPlace };
    const exchange = new Exchange({ ...options, ...where, command: name });
    try {
      if (turnedAway) return await exchange.answer(asNew(closingReply(words)));
      await this.#route(options, interaction, exchange);
    } catch (error) {
      const reference = createReference();
      logger.error({ reference, command: name, err: error }, "An interaction could not be answered.");
      if (interaction.kind === "autocomplete") return;
      await exchange.answer(asNew(unexpectedReply(words, reference))).catch((second: unknown) => {
        logger.error({ reference, command: name, err: second }, "The person could not be told either.");
      });
    }
  }

  async #route(options: Answering, interaction: Interaction, exchange: Exchange): Promise<void> {
    const { words, rules } = options;
    if (interaction.kind === "unknown") return exchange.answer(asNew(unknownRequestReply(words)));
    const needs = this.#needsOf(interaction);
    const refusal = refusalOf(words, interaction.who, rules, needs);
    if (interaction.kind === "autocomplete") {
      const command = refusal === null ? this.#partOf(interaction) : undefined;
      return proposeChoices(options, command, interaction, this.#newest);
    }
    const admission = options.cooldown.admit(interaction.who, refusal === null && needs.length > 0);
    if (!admission.ok) {
      return exchange.answer(asNew(tooManyReply(words, admission.over, Math.ceil(admission.retryAt / 1_000))));
    }
    if (refusal !== null) return exchange.answer(asNew(refusal));
    switch (interaction.kind) {
      case "command":
        return runCommand(options, this.#partOf(interaction), interaction, exchange, admission.quiet);
      case "message":
        return runMessageCommand(options, this.#messageCommands.get(interaction.name), interaction, exchange);
      case "action":
      case "form":
        if (this.#isCancelling(interaction)) return this.#cancel(options, interaction, exchange);
        return runAction(options, this.#commandActing(interaction.customId), interaction, exchange);
    }
  }

  #partOf({ name, subcommand }: { readonly name: string; readonly subcommand: string | null }) {
    return partOf(this.#slashCommands.get(name), subcommand);
  }

  /** All that somebody must be to do this. */
  #needsOf(interaction: Exclude<Interaction, { readonly kind: "unknown" }>): readonly Need[] {
    switch (interaction.kind) {
      case "command":
      case "autocomplete":
        return needsOf(this.#slashCommands.get(interaction.name), interaction.subcommand);
      case "message":
        return needsOf(this.#messageCommands.get(interaction.name), null);
      case "action":
      case "form":
        return needsOfAction(this.#commandActing(interaction.customId), decodeAction(interaction.customId));
    }
  }

  #isCancelling({ customId }: ActionInteraction | FormInteraction): boolean {
    const action = decodeAction(customId);
    return action !== null && isCancelling(action);
  }

  /** Cancels what goes on, which then says for itself what came of it. */
  async #cancel(
    { words, cancellations }: Answering,
    { customId, who }: ActionInteraction | FormInteraction,
    exchange: Exchange,
  ): Promise<void> {
    const action = decodeAction(customId);
    const came = action === null ? "ended" : cancellations.cancel(action, who.person);
    if (came === "cancelled") return exchange.defer("update");
    return exchange.answer(asNew(came === "ended" ? endedReply(words) : notYoursReply(words)));
  }

  #commandActing(customId: string): AnyCommand | undefined {
    const name = decodeAction(customId)?.command;
    return this.#options.commands.find((command) => command.name === name);
  }

  /** What to call an interaction in the log: a name of ours, never what came in. */
  #nameOf(interaction: Interaction): string {
    switch (interaction.kind) {
      case "command":
      case "autocomplete":
        return this.#slashCommands.get(interaction.name)?.name ?? interaction.kind;
      case "message":
        return this.#messageCommands.get(interaction.name)?.name ?? interaction.kind;
      case "action":
      case "form":
        return this.#commandActing(interaction.customId)?.name ?? interaction.kind;
      case "unknown":
        return interaction.kind;
    }
  }
}

function asNew(reply: Reply): { readonly place: "new"; readonly reply: Reply } {
  return { place: "new", reply };
}
