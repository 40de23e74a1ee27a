import type { Command } from "../domain/command.ts";
import type { Reply } from "../domain/reply.ts";
import { createReference } from "../ops/reference.ts";
import { closingReply, unexpectedReply, unknownRequestReply } from "../present/failures.ts";
import { decodeAction } from "./action-id.ts";
import { runAction } from "./action.ts";
import { proposeChoices } from "./autocomplete.ts";
import type { DispatchOptions } from "./dispatch-options.ts";
import { Exchange } from "./exchange.ts";
import { readInteraction, type Interaction } from "./interaction.ts";
import { runCommand } from "./slash.ts";
import { within } from "./supervise.ts";

/** Hands interactions to the commands they are for, and sees that each gets its one answer. */
export class Dispatcher {
  readonly #options: DispatchOptions;
  readonly #commands: ReadonlyMap<string, Command>;
  readonly #running = new Set<Promise<void>>();
  #closing = false;

  constructor(options: DispatchOptions) {
    this.#options = options;
    this.#commands = new Map(options.commands.map((command) => [command.name, command]));
  }

  /** Takes the payload of one INTERACTION_CREATE event. Resolves when it is answered; never rejects. */
  async handle(payload: unknown): Promise<void> {
    const interaction = readInteraction(payload);
    if (interaction === null) {
      this.#options.logger.warn({}, "Discord sent an interaction that makes no sense; it was left alone.");
      return;
    }
    const answering = this.#answer(interaction);
    this.#running.add(answering);
    await answering;
    this.#running.delete(answering);
  }

  /** Turns new interactions away and waits for those begun, at most `ms`. */
  async close(ms: number): Promise<void> {
    this.#closing = true;
    const finished = await within(Promise.all(this.#running), ms);
    if (finished === null) {
      this.#options.logger.warn({ unanswered: this.#running.size }, "Closing without having answered all.");
    }
  }

  async #answer(interaction: Interaction): Promise<void> {
    const { transport, wordsFor, logger, deadlines } = this.#options;
    const words = wordsFor(interaction.locale);
    const command = this.#commandOf(interaction);
    const name = command?.name ?? interaction.kind;
    const exchange = new Exchange({ transport, words, logger, deadlines, address: interaction.address, command: name });
    try {
      await this.#route(interaction, command, exchange);
    } catch (error) {
      const reference = createReference();
      logger.error({ reference, command: name, err: error }, "An interaction could not be answered.");
      if (interaction.kind === "autocomplete") return;
      await exchange.answer(asNew(unexpectedReply(words, reference))).catch((second: unknown) => {
        logger.error({ reference, command: name, err: second }, "The person could not be told either.");
      });
    }
  }

  async #route(interaction: Interaction, command: Command | undefined, exchange: Exchange): Promise<void> {
    if (interaction.kind === "autocomplete") return proposeChoices(this.#options, command, interaction);
    const words = this.#options.wordsFor(interaction.locale);
    if (this.#closing) return exchange.answer(asNew(closingReply(words)));
    switch (interaction.kind) {
      case "command":
        return runCommand(this.#options, command, interaction, exchange);
      case "action":
        return runAction(this.#options, command, interaction, exchange);
      case "unknown":
        return exchange.answer(asNew(unknownRequestReply(words)));
    }
  }

  #commandOf(interaction: Interaction): Command | undefined {
    switch (interaction.kind) {
      case "command":
      case "autocomplete":
        return this.#commands.get(interaction.name);
      case "action":
        return this.#commands.get(decodeAction(interaction.customId)?.command ?? "");
      case "unknown":
        return undefined;
    }
  }
}

function asNew(reply: Reply): { readonly place: "new"; readonly reply: Reply } {
  return { place: "new", reply };
}
