import {
  ApplicationCommandType,
  ApplicationIntegrationType,
  ChannelType,
  ComponentType,
  InteractionContextType,
  InteractionType,
  MessageFlags,
  PermissionFlagsBits,
} from "discord-api-types/v10";
import type { Who } from "../domain/who.ts";
import type { Done, Interaction, Received } from "./interaction.ts";
import { body, envelope, type Body, type FormPayload, type Place, type SourceMessage } from "./interaction-schemas.ts";
import { readTarget } from "./target-message.ts";

/**
 * Reads the payload of an INTERACTION_CREATE event, which is checked although it comes from Discord: years pass, kinds
 * are added, and one surprise must not end the bot.
 *
 * @returns null when it cannot even be answered.
 */
export function readInteraction(payload: unknown): Interaction | null {
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
  return fromBody({ ...received, who, managesServer: managesServer(content.data) }, content.data);
}

function fromBody(done: Done, content: Body): Interaction {
  switch (content.type) {
    case InteractionType.ApplicationCommand:
      return fromCommand(done, content.data);
    case InteractionType.ApplicationCommandAutocomplete: {
      const focused = content.data.options.find((option) => option.focused === true);
      const typed = String(focused?.value ?? "");
      return { ...done, kind: "autocomplete", name: content.data.name, option: focused?.name ?? "", typed };
    }
    case InteractionType.MessageComponent: {
      const { custom_id: customId, values } = content.data;
      return { ...done, kind: "action", customId, values, ...toldBy(content.message, done, content) };
    }
    case InteractionType.ModalSubmit: {
      const { message, data } = content;
      const told = message === null ? { byAsker: false, title: null } : toldBy(message, done, content);
      const onMessage = message !== null;
      return { ...done, kind: "form", customId: data.custom_id, fields: fieldsOf(data), onMessage, ...told };
    }
  }
}

type CommandData = Extract<Body, { readonly type: InteractionType.ApplicationCommand }>["data"];

function fromCommand(done: Done, data: CommandData): Interaction {
  const { name } = data;
  if (data.type === ApplicationCommandType.ChatInput) {
    return { ...done, kind: "command", name, values: new Map(data.options.map(({ name, value }) => [name, value])) };
  }
  const { messages } = data.resolved;
  const target = Object.hasOwn(messages, data.target_id) ? readTarget(messages[data.target_id]) : null;
  return target === null ? { ...done, kind: "unknown" } : { ...done, kind: "message", name, target };
}

const THREADS: ReadonlySet<number> = new Set([
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
]);

function whoOf({ member, user, channel_id, channel, guild_id }: Place): Who | null {
  const person = (member?.user ?? user)?.id;
  if (person === undefined) return null;
  const inThread = channel !== null && THREADS.has(channel.type);
  return { person, channel: channel_id ?? null, server: guild_id ?? null, inThread };
}

/** Discord tells with every interaction what the person may do in the channel; whoever administers may do all. */
function managesServer({ member, guild_id }: Place): boolean {
  if (typeof guild_id !== "string" || typeof member?.permissions !== "string") return false;
  const { Administrator, ManageGuild } = PermissionFlagsBits;
  return (BigInt(member.permissions) & (Administrator | ManageGuild)) !== 0n;
}

function toldBy(message: SourceMessage, { who }: Done, { context }: Place) {
  return { byAsker: isByAsker(message, who, context ?? null), title: message.embeds[0]?.title ?? null };
}

/**
 * Only the person who asked sees an ephemeral message, and the bot's direct messages: among them what it tells without
 * having been asked just now, which names nobody as its asker.
 */
function isByAsker(message: SourceMessage, who: Who, context: number | null): boolean {
  if ((message.flags & MessageFlags.Ephemeral) !== 0 || context === InteractionContextType.BotDM) return true;
  return who.person === message.interaction_metadata?.user.id;
}

function fieldsOf({ components }: FormPayload["data"]): Readonly<Record<string, string>> {
  const inputs = components.map((part) => (part.type === ComponentType.Label ? part.component : part.components[0]));
  return Object.fromEntries(inputs.map(({ custom_id, value }) => [custom_id, value]));
}
