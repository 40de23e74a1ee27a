import {
  ApplicationCommandType,
  ApplicationIntegrationType,
  ComponentType,
  InteractionType,
  MessageType,
  PermissionFlagsBits,
  type APIInteraction,
  type APIApplicationCommand,
  type APIAuthorizingIntegrationOwnersMap,
} from "discord-api-types/v10";
import { guildChannel, isOpenTo, type Channel } from "../channels.ts";
import type { Interaction } from "../interactions.ts";
import type { StoredMessage } from "../messages.ts";
import type { FilledOption } from "../page-protocol.ts";
import { guildOf, installationsOf, ownersOf, problemOffering } from "../reach.ts";
import type { State } from "../state.ts";
import { problemUsing, usableOn } from "./components.ts";
import { envelope, metadataOf, type About, type Envelope, type Seat } from "./envelope.ts";
import { fillModal } from "./modals.ts";
import { problemIn } from "./option-check.ts";
import { chosenData, offersOf } from "./selects.ts";
import { focusedType, resolvedFiles, sentOptions, typedOptions } from "./option-data.ts";

/** Either the interaction that was sent, or the sentence with which the client refuses. */
export type Started =
  { readonly ok: true; readonly interaction: Interaction } | { readonly ok: false; readonly reason: string };

type Deliver = (interaction: APIInteraction) => boolean;

/** Discord's client, as far as a person uses a bot with it: it checks what they do and sends interactions. */
export class Client {
  readonly #state: State;
  readonly #deliver: Deliver;

  constructor(state: State, deliver: Deliver) {
    this.#state = state;
    this.#deliver = deliver;
  }

  command(seat: Seat, commandId: string, filled: readonly FilledOption[]): Started {
    const found = this.#usable(seat, commandId, ApplicationCommandType.ChatInput);
    if (typeof found === "string") return refused(found);
    const { command, channel, owners } = found;
    const problem = problemIn(command.options ?? [], filled, null);
    if (problem !== null) return refused(problem);
    const options = sentOptions(command.options ?? [], filled);
    const resolved = resolvedFiles(options, this.#state.files);
    if (resolved === null) return refused("The file is not there any more. Choose it again.");
    return this.#send(
      seat,
      channel,
      {
        type: InteractionType.ApplicationCommand,
        owners,
        messageType: MessageType.ChatInputCommand,
        commandName: fullName(command.name, filled),
      },
      (common) => ({
        ...common,
        type: InteractionType.ApplicationCommand,
        data: {
          id: command.id,
          name: command.name,
          type: ApplicationCommandType.ChatInput,
          ...scopeOf(command),
          ...(options.length === 0 ? {} : { options }),
          ...resolved,
        },
      }),
    );
  }

  messageCommand(seat: Seat, commandId: string, targetId: string): Started {
    const found = this.#usable(seat, commandId, ApplicationCommandType.Message);
    if (typeof found === "string") return refused(found);
    const { command, channel, owners } = found;
    const target = this.#visible(seat, targetId);
    if (target === undefined) return refused("That message is not there any more.");
    return this.#send(
      seat,
      channel,
      {
        type: InteractionType.ApplicationCommand,
        owners,
        messageType: MessageType.ContextMenuCommand,
        commandName: command.name,
        targetId: target.message.id,
      },
      (common) => ({
        ...common,
        type: InteractionType.ApplicationCommand,
        data: {
          id: command.id,
          name: command.name,
          type: ApplicationCommandType.Message,
          target_id: target.message.id,
          resolved: { messages: { [target.message.id]: target.message } },
          ...scopeOf(command),
        },
      }),
    );
  }

  autocomplete(seat: Seat, commandId: string, filled: readonly FilledOption[], focused: string): Started {
    const found = this.#usable(seat, commandId, ApplicationCommandType.ChatInput);
    if (typeof found === "string") return refused(found);
    const { command, channel, owners } = found;
    const declared = command.options ?? [];
    const type = focusedType(declared, filled, focused);
    const problem = type === null ? `The command has no option “${focused}”.` : problemIn(declared, filled, focused);
    if (problem !== null) return refused(problem);
    const options = typedOptions(declared, filled, focused);
    return this.#send(
      seat,
      channel,
      { type: InteractionType.ApplicationCommandAutocomplete, owners, focusedType: type },
      (common) => ({
        ...common,
        type: InteractionType.ApplicationCommandAutocomplete,
        data: {
          id: command.id,
          name: command.name,
          type: ApplicationCommandType.ChatInput,
          ...scopeOf(command),
          options,
        },
      }),
    );
  }

  /** Presses a button, or chooses values of a select. */
  component(seat: Seat, messageId: string, customId: string, values: readonly string[]): Started {
    const source = this.#visible(seat, messageId);
    const channel = source === undefined ? undefined : this.#channel(source.channelId);
    if (source === undefined || channel === undefined) return refused("That message is not there any more.");
    const component = usableOn(source.message).find((one) => one.custom_id === customId);
    if (component === undefined) return refused("The message has no such control.");
    const { world } = this.#state;
    const inGuild = guildChannel(channel) !== null;
    const problem = problemUsing(component, values, (select) => offersOf(select, world, seat.person, inGuild));
    if (problem !== null) return refused(problem);
    const data =
      component.type === ComponentType.Button
        ? { custom_id: customId, component_type: ComponentType.Button as const, id: 1 }
        : chosenData(component, values, world, seat.person);
    const owners = this.#ownersOfMessage(seat, channel, source);
    return this.#send(seat, channel, { type: InteractionType.MessageComponent, owners, source }, (common) => ({
      ...common,
      channel_id: channel.id,
      channel: this.#state.world.channelPayload(channel),
      type: InteractionType.MessageComponent,
      data,
      message: source.message,
    }));
  }

  /** Sends a modal that the bot opened in answer to `opener`. */
  modal(seat: Seat, opener: Interaction, values: Readonly<Record<string, string>>): Started {
    const channel = this.#channel(opener.start.channelId);
    const modal = opener.modal;
    if (channel === undefined || modal === null) return refused("That form is not open.");
    if (opener.start.person !== seat.person) return refused("That form is open for somebody else.");
    const filled = fillModal(modal, values);
    if (!filled.ok) return refused(filled.reason);
    const source = opener.start.source;
    return this.#send(
      seat,
      channel,
      { type: InteractionType.ModalSubmit, owners: opener.start.owners, source, openerMetadata: opener.start.metadata },
      (common) => ({
        ...common,
        type: InteractionType.ModalSubmit,
        data: { custom_id: modal.custom_id, components: filled.components },
        ...(source === null ? {} : { message: source.message }),
      }),
    );
  }

  #send(seat: Seat, channel: Channel, about: About, build: (common: Envelope) => APIInteraction): Started {
    const { ids, interactions, world } = this.#state;
    const id = ids.next();
    const interaction = interactions.begin({
      id,
      type: about.type,
      channelId: channel.id,
      person: seat.person,
      source: about.source ?? null,
      focusedType: about.focusedType ?? null,
      owners: about.owners,
      metadata: metadataOf(id, seat.person, about, about.owners),
      messageType: about.messageType ?? MessageType.Reply,
      commandName: about.commandName ?? null,
    });
    const sent = this.#deliver(build(envelope(world, seat, channel, id, interaction.token, about.owners)));
    if (!sent) interaction.fail("The bot is not connected");
    return { ok: true, interaction };
  }

  #channel(id: string): Channel | undefined {
    return this.#state.world.channels.get(id);
  }

  /** A message this person can see: in a place that is theirs, and private to nobody else. */
  #visible(seat: Seat, messageId: string): StoredMessage | undefined {
    const stored = this.#state.messages.find(messageId);
    const channel = stored === undefined ? undefined : this.#channel(stored.channelId);
    if (stored === undefined || channel === undefined || !isOpenTo(channel, seat.person)) return undefined;
    return stored.ownerId === null || stored.ownerId === seat.person.user.id ? stored : undefined;
  }

  /** Controls of a message go on under the installation it came by. */
  #ownersOfMessage(seat: Seat, channel: Channel, { message }: StoredMessage): APIAuthorizingIntegrationOwnersMap {
    const { guildId } = this.#state.world;
    const before = message.interaction_metadata?.authorizing_integration_owners;
    return before ?? ownersOf(channel, seat.person, guildId, [ApplicationIntegrationType.GuildInstall]);
  }

  /** The command, if this person can pick it here; otherwise why not. */
  #usable(seat: Seat, commandId: string, type: ApplicationCommandType): Usable | string {
    const { commands, world } = this.#state;
    const command = commands.find(commandId);
    const channel = this.#channel(seat.channelId);
    if (channel === undefined || !isOpenTo(channel, seat.person)) return "There is no such channel.";
    if (command?.type !== type) return "This command is outdated, please try again in a few minutes.";
    const problem = problemOffering(command, channel, seat.person, world.guildId);
    if (problem !== null) return problem;
    const owners = ownersOf(channel, seat.person, world.guildId, installationsOf(command));
    if (guildOf(channel, world.guildId) === null) return { command, channel, owners };
    const allowed = world.personPermissions(channel, seat.person);
    const needed = BigInt(command.default_member_permissions ?? "0") | PermissionFlagsBits.UseApplicationCommands;
    const closed = command.default_member_permissions === "0" && (allowed & PermissionFlagsBits.Administrator) === 0n;
    if (closed || (allowed & needed) !== needed) return "You do not have permission to use this command.";
    return { command, channel, owners };
  }
}

interface Usable {
  readonly command: APIApplicationCommand;
  readonly channel: Channel;
  readonly owners: APIAuthorizingIntegrationOwnersMap;
}

function refused(reason: string): Started {
  return { ok: false, reason };
}

/** A command's name with its group's and subcommand's. */
function fullName(name: string, filled: readonly FilledOption[]): string {
  const nested = filled.find((option) => option.options !== undefined);
  return nested === undefined ? name : `${name} ${fullName(nested.name, nested.options ?? [])}`;
}

function scopeOf(command: APIApplicationCommand): { readonly guild_id?: string } {
  return command.guild_id === undefined ? {} : { guild_id: command.guild_id };
}
