import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  ComponentType,
  InteractionContextType,
  InteractionType,
  MessageFlags,
} from "discord-api-types/v10";
import type { PickedChannel } from "../domain/command.ts";
import type { Who } from "../domain/who.ts";
import type { Done, Interaction, Member, OptionValue, Received } from "./interaction.ts";
import { body, envelope, pickedChannel } from "./interaction-schemas.ts";
import type { Body, FilledOption, FormPayload, Place, SourceMessage } from "./interaction-schemas.ts";
import { isThread, mayWrite } from "./permissions.ts";
import { readTarget } from "./target-message.ts";
import { readUploadedFile } from "./uploaded-file.ts";

/**
 * Reads the payload of an INTERACTION_CREATE event, which is checked although it comes from Discord: years pass, kinds
 * are added, and one surprise must not end the bot.
 *
 * @param apiUrl base of the API that was set in place of Discord's own; null for none
 * @returns null when it cannot even be answered.
 */
export function readInteraction(payload: unknown, apiUrl: string | null): Interaction | null {
  const head = envelope.safeParse(payload);
  if (!head.success) return null;
  const { id, application_id: applicationId, token, locale, app_permissions: permissions, guild_id } = head.data;
  const owners = head.data.authorizing_integration_owners ?? {};
  const received: Received = {
    address: { applicationId, id, token },
    locale,
    permissions: typeof permissions === "string" ? BigInt(permissions) : null,
    asGuest:
      typeof guild_id === "string" &&
      Object.hasOwn(owners, ApplicationIntegrationType.UserInstall) &&
      !Object.hasOwn(owners, ApplicationIntegrationType.GuildInstall),
  };
  const content = body.safeParse(payload);
  const who = content.success ? whoOf(content.data) : null;
  if (!content.success || who === null) return { ...received, kind: "unknown" };
  const parentChannel = who.inThread ? (content.data.channel?.parent_id ?? null) : null;
  return fromBody({ ...received, who, member: memberOf(content.data), parentChannel }, content.data, apiUrl);
}

function fromBody(done: Done, content: Body, apiUrl: string | null): Interaction {
  switch (content.type) {
    case InteractionType.ApplicationCommand:
      return fromCommand(done, content.data, apiUrl);
    case InteractionType.ApplicationCommandAutocomplete: {
      const { subcommand, values } = content.data.options;
      const focused = values.find((option) => option.focused === true);
      const typed = { option: focused?.name ?? "", typed: String(focused?.value ?? "") };
      return { ...done, kind: "autocomplete", name: content.data.name, subcommand, ...typed };
    }
    case InteractionType.MessageComponent: {
      const { data } = content;
      const chosen = { values: "values" in data ? data.values : [], channels: channelsOf(data) };
      return {
        ...done,
        kind: "action",
        customId: data.custom_id,
        ...chosen,
        ...toldBy(content.message, done, content),
      };
    }
    case InteractionType.ModalSubmit: {
      const { message, data } = content;
      const told = message === null ? NO_MESSAGE : toldBy(message, done, content);
      const onMessage = message !== null;
      return { ...done, kind: "form", customId: data.custom_id, fields: fieldsOf(data), onMessage, ...told };
    }
  }
}

const NO_MESSAGE = { byAsker: false, unseenByOthers: true, title: null } as const;

type CommandData = Extract<Body, { readonly type: InteractionType.ApplicationCommand }>["data"];

function fromCommand(done: Done, data: CommandData, apiUrl: string | null): Interaction {
  const { name } = data;
  if (data.type === ApplicationCommandType.ChatInput) {
    const { subcommand, values: filled } = data.options;
    const values = valuesOf(filled, data.resolved.attachments, apiUrl);
    return values === null ? { ...done, kind: "unknown" } : { ...done, kind: "command", name, subcommand, values };
  }
  const { messages } = data.resolved;
  const target = Object.hasOwn(messages, data.target_id) ? readTarget(messages[data.target_id]) : null;
  return target === null ? { ...done, kind: "unknown" } : { ...done, kind: "message", name, target };
}

const ATTACHMENT: number = ApplicationCommandOptionType.Attachment;

/** By name; null where a file that was uploaded is not told of in a way to be trusted. */
function valuesOf(
  filled: readonly FilledOption[],
  attachments: Readonly<Record<string, unknown>>,
  apiUrl: string | null,
): ReadonlyMap<string, OptionValue> | null {
  const values = new Map<string, OptionValue>();
  for (const { name, type, value } of filled) {
    const isFile = type === ATTACHMENT;
    const id = String(value);
    const read = isFile ? readUploadedFile(Object.hasOwn(attachments, id) ? attachments[id] : null, apiUrl) : value;
    if (read === null) return null;
    values.set(name, read);
  }
  return values;
}

function whoOf({ member, user, channel_id, channel, guild_id }: Place): Who | null {
  const person = (member?.user ?? user)?.id;
  if (person === undefined) return null;
  const inThread = channel !== null && isThread(channel.type);
  return { person, channel: channel_id ?? null, server: guild_id ?? null, inThread };
}

/** Outside of servers people have no roles, whatever else is told. */
function memberOf({ member, guild_id }: Place): Member | null {
  if (typeof guild_id !== "string" || member === null || member === undefined) return null;
  return { permissions: BigInt(member.permissions ?? 0), roles: member.roles };
}

type PressData = Extract<Body, { readonly type: InteractionType.MessageComponent }>["data"];

/** Of a channel that is not told of, nothing is known that would allow writing there. */
function channelsOf(data: PressData): readonly PickedChannel[] {
  if (data.component_type !== ComponentType.ChannelSelect) return [];
  const { channels } = data.resolved;
  return data.values.map((id) => {
    const told = pickedChannel.safeParse(Object.hasOwn(channels, id) ? channels[id] : null);
    return { id, personMayWrite: told.success && mayWrite(BigInt(told.data.permissions), isThread(told.data.type)) };
  });
}

function toldBy(message: SourceMessage, { who }: Done, { context }: Place) {
  // Only the person who asked sees an ephemeral message, and the bot's direct messages: among them what it tells
  // without having been asked just now, which names nobody as its asker.
  const unseenByOthers = (message.flags & MessageFlags.Ephemeral) !== 0 || context === InteractionContextType.BotDM;
  const byAsker = unseenByOthers || who.person === message.interaction_metadata?.user.id;
  return { byAsker, unseenByOthers, title: message.embeds[0]?.title ?? null };
}

function fieldsOf({ components }: FormPayload["data"]): Readonly<Record<string, string>> {
  const inputs = components.map((part) => (part.type === ComponentType.Label ? part.component : part.components[0]));
  return Object.fromEntries(inputs.map(({ custom_id, value }) => [custom_id, value]));
}
