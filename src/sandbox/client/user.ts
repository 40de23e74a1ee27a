import { setImmediate } from "node:timers/promises";
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ComponentType,
  type Locale,
  type APIApplicationCommand,
  type APIApplicationCommandOption,
  type APIMessage,
  type APIUser,
} from "discord-api-types/v10";
import { guildChannel } from "../channels.ts";
import type { Upload } from "../files.ts";
import type { BotRequest, Ending, Interaction } from "../interactions.ts";
import type { FilledOption } from "../page-protocol.ts";
import type { Person } from "../people.ts";
import type { State } from "../state.ts";
import type { Client, Started } from "./client.ts";
import { say, setClosed, startThread, type Saying } from "./deeds.ts";
import type { Seat } from "./envelope.ts";
import { usableOn } from "./components.ts";
import { offersOf } from "./selects.ts";

/**
 * What came of something a person did. `refused`: Discord's client did not send it. `failed`: the bot did not answer in
 * time. The rest says how the bot answered. `requests` goes on growing while the bot goes on answering.
 */
export type Outcome =
  | { readonly type: "refused"; readonly reason: string }
  | (Ending & {
      readonly interactionId: string;
      readonly requests: readonly BotRequest[];
      /** Milliseconds until the bot first answered; null when it did not. */
      readonly acknowledgedAfterMs: number | null;
      /** Milliseconds until there was something to see; null when there was nothing. */
      readonly answeredAfterMs: number | null;
    });

interface Place {
  /** The first channel unless given. */
  readonly channelId?: string;
  readonly locale?: Locale;
}

/** What is filled in, by the option's name; a file is uploaded first. */
export type Values = Readonly<Record<string, string | number | boolean | Upload>>;

/** A person in the sandbox whom a test acts as. Every action resolves once the bot has answered, or has not in time. */
export class SandboxUser {
  readonly #state: State;
  readonly #client: Client;
  readonly #person: Person;

  constructor(state: State, client: Client, person: Person) {
    this.#state = state;
    this.#client = client;
    this.#person = person;
  }

  get user(): APIUser {
    return this.#person.user;
  }

  /** Uses a slash command. @param name the command's, with a subcommand's after a space: `digest weekly`. */
  slash(name: string, values: Values = {}, place: Place = {}): Promise<Outcome> {
    const named = this.#named(name, ApplicationCommandType.ChatInput);
    if (named === undefined) return noCommand(name);
    const filled = nest(named.path, this.#uploaded(values));
    return this.#outcome(this.#client.command(this.#seat(place), named.command.id, filled));
  }

  /** Types in an option that has autocomplete. @param focused name of that option; it is among the values. */
  autocomplete(name: string, values: Values, focused: string, place: Place = {}): Promise<Outcome> {
    const named = this.#named(name, ApplicationCommandType.ChatInput);
    if (named === undefined) return noCommand(name);
    const filled = nest(named.path, this.#uploaded(values));
    return this.#outcome(this.#client.autocomplete(this.#seat(place), named.command.id, filled, focused));
  }

  /** Uses a message command: right-click, Apps, the command. */
  messageCommand(name: string, message: Pick<APIMessage, "id" | "channel_id">, place: Place = {}): Promise<Outcome> {
    const command = this.#state.commands.all.find(
      (one) => one.name === name && one.type === ApplicationCommandType.Message,
    );
    if (command === undefined) return noCommand(name);
    const seat = this.#seat({ ...place, channelId: message.channel_id });
    return this.#outcome(this.#client.messageCommand(seat, command.id, message.id));
  }

  /** Presses a button, named by its `custom_id` or its label. */
  press(message: Pick<APIMessage, "id" | "channel_id">, button: string, place: Place = {}): Promise<Outcome> {
    return this.select(message, this.#customId(message.id, button), [], place);
  }

  /**
   * Chooses from the first select of a message that offers it all, by what is shown (an option's label, the name of a
   * role or channel) or by values; several where the select takes them.
   */
  choose(
    message: Pick<APIMessage, "id" | "channel_id">,
    choice: string | readonly string[],
    place: Place = {},
  ): Promise<Outcome> {
    const wanted = typeof choice === "string" ? [choice] : choice;
    const found = this.choosable(message.id, wanted);
    if (found !== undefined) return this.select(message, found.customId, found.values, place);
    return Promise.resolve<Outcome>({ type: "refused", reason: `Nothing there lets one choose ${wanted.join(", ")}.` });
  }

  /** The first select of a message that offers all of a choice, and the values it stands for. */
  choosable(messageId: string, wanted: readonly string[]): Choosable | undefined {
    const { messages, world } = this.#state;
    const stored = messages.find(messageId);
    const channel = stored === undefined ? undefined : world.channels.get(stored.channelId);
    if (stored === undefined || channel === undefined) return undefined;
    for (const select of usableOn(stored.message)) {
      if (select.type === ComponentType.Button) continue;
      const offers = offersOf(select, world, this.#person, guildChannel(channel) !== null);
      const values = wanted.map((one) => offers.find(({ value, label }) => value === one || label === one)?.value);
      const known = values.filter((value) => value !== undefined);
      if (known.length === wanted.length) return { customId: select.custom_id, values: known };
    }
    return undefined;
  }

  /** Chooses values of a select: of its options, or ids of roles or channels. */
  select(
    message: Pick<APIMessage, "id" | "channel_id">,
    customId: string,
    values: readonly string[],
    place: Place = {},
  ): Promise<Outcome> {
    const seat = this.#seat({ ...place, channelId: message.channel_id });
    return this.#outcome(this.#client.component(seat, message.id, customId, values));
  }

  /** Sends the modal of an outcome whose type is `modal`. @param values by the inputs' `custom_id`. */
  submitModal(modalId: string, values: Readonly<Record<string, string>>, place: Place = {}): Promise<Outcome> {
    const opener = this.#state.interactions.byId(modalId);
    if (opener === undefined) return Promise.resolve({ type: "refused", reason: "That form is not open." });
    return this.#outcome(this.#client.modal(this.#seat(place), opener, values));
  }

  /**
   * Writes an ordinary message.
   * @throws RangeError where Discord would not let the person.
   */
  say(saying: string | Saying, place: Place = {}): APIMessage {
    const whole = typeof saying === "string" ? { content: saying } : saying;
    const said = say(this.#state, this.#person, this.#seat(place).channelId, whole);
    if (said.ok) return said.value;
    throw new RangeError(said.reason);
  }

  /** Starts a thread. @throws RangeError where Discord would not let the person. @returns its id. */
  startThread(name: string, place: Place = {}): string {
    const started = startThread(this.#state, this.#person, this.#seat(place).channelId, name);
    if (started.ok) return started.value.id;
    throw new RangeError(started.reason);
  }

  /** Where the person and the bot talk alone. */
  get directChannelId(): string {
    return this.#state.world.directChannel(this.#person).id;
  }

  /** Whether the person takes direct messages; they do at first. */
  takeDirectMessages(taken: boolean): void {
    setClosed(this.#state, this.#person, !taken);
  }

  /** What the person sees in a channel, oldest first. */
  sees(channelId: string): readonly APIMessage[] {
    const mine = ({ ownerId }: { readonly ownerId: string | null }) =>
      ownerId === null || ownerId === this.#person.user.id;
    return this.#state.messages
      .in(channelId)
      .filter((stored) => mine(stored))
      .map(({ message }) => message);
  }

  /** The values, each file kept and in its place the id by which it is named. */
  #uploaded(values: Values): readonly FilledOption[] {
    const { ids, files } = this.#state;
    return Object.entries(values).map(([name, value]) => {
      if (typeof value !== "object") return { name, type: typeOf(value), value };
      const id = ids.next();
      files.keep(id, value, null);
      return { name, type: ApplicationCommandOptionType.Attachment, value: id };
    });
  }

  #seat(place: Place): Seat {
    const first = this.#state.world.channels.keys().next().value ?? "";
    return {
      person: this.#person,
      channelId: place.channelId ?? first,
      locale: place.locale ?? this.#person.locale,
    };
  }

  #named(name: string, type: ApplicationCommandType): Named | undefined {
    const [head, ...path] = name.split(" ");
    const command = this.#state.commands.all.find((one) => one.name === head && one.type === type);
    return command === undefined ? undefined : { command, path };
  }

  #customId(messageId: string, button: string): string {
    const message = this.#state.messages.find(messageId)?.message;
    const usable = message === undefined ? [] : usableOn(message);
    const labelled = usable.find((one) => "label" in one && one.label === button);
    return usable.some((one) => one.custom_id === button) ? button : (labelled?.custom_id ?? button);
  }

  async #outcome(started: Started): Promise<Outcome> {
    if (!started.ok) return { type: "refused", reason: started.reason };
    const ending = await started.interaction.ending;
    // The request that brought the ending is recorded once it is answered, which is after this turn.
    await setImmediate();
    return { ...ending, ...factsOf(started.interaction) };
  }
}

interface Choosable {
  readonly customId: string;
  readonly values: readonly string[];
}

interface Named {
  readonly command: APIApplicationCommand;
  /** Names of the subcommand group and subcommand, outermost first. */
  readonly path: readonly string[];
}

function noCommand(name: string): Promise<Outcome> {
  return Promise.resolve({ type: "refused", reason: `There is no command “${name}”.` });
}

function factsOf(interaction: Interaction) {
  return {
    interactionId: interaction.start.id,
    requests: interaction.requests,
    acknowledgedAfterMs: interaction.acknowledgedAfterMs,
    answeredAfterMs: interaction.answeredAfterMs,
  };
}

/** Puts values under the subcommand that the name spells out. */
function nest(path: readonly string[], filled: readonly FilledOption[]): readonly FilledOption[] {
  const [head, ...rest] = path;
  if (head === undefined) return filled;
  const type = rest.length > 0 ? ApplicationCommandOptionType.SubcommandGroup : ApplicationCommandOptionType.Subcommand;
  return [{ name: head, type, options: nest(rest, filled) }];
}

function typeOf(value: string | number | boolean): APIApplicationCommandOption["type"] {
  if (typeof value === "string") return ApplicationCommandOptionType.String;
  return typeof value === "number" ? ApplicationCommandOptionType.Number : ApplicationCommandOptionType.Boolean;
}
