import {
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
  type APIApplicationCommand,
  type APIAuthorizingIntegrationOwnersMap,
} from "discord-api-types/v10";
import { guildChannel, type Channel } from "./channels.ts";
import type { Person } from "./people.ts";
import { allOf, everyonePermissions, permissionsIn, type Standing } from "./permissions.ts";
import type { Role } from "./roles.ts";

const { AttachFiles, EmbedLinks, MentionEveryone, UseExternalEmojis } = PermissionFlagsBits;
const groupPermissions = AttachFiles | EmbedLinks | MentionEveryone;

/** What the bot may do in a channel; outside guilds what Discord's documentation names for `app_permissions`. */
export function botPermissions(channel: Channel, guildId: string, bot: Standing): bigint {
  const counts = guildChannel(channel);
  if (counts !== null) return permissionsIn(bot, counts.overwrites, guildId);
  return channel.kind === "direct" ? groupPermissions | UseExternalEmojis : groupPermissions;
}

/** What a person may do in a channel. Direct messages have no permissions: who is there may do what everybody may. */
export function personPermissions(channel: Channel, person: Person, guildId: string, roles: readonly Role[]): bigint {
  const counts = guildChannel(channel);
  if (counts !== null) return permissionsIn(standingOf(person, roles), counts.overwrites, guildId);
  return channel.kind === "foreign" ? BigInt(person.permissions) : everyonePermissions;
}

/** A person may do what they may themselves and what any of their roles allows. */
function standingOf({ user, permissions, roles: roleIds }: Person, roles: readonly Role[]): Standing {
  const held = roles.filter(({ id }) => roleIds.includes(id));
  const base = allOf([BigInt(permissions), ...held.map((role) => role.permissions)]);
  return { base, memberId: user.id, roleIds };
}

export function contextOf(channel: Channel): InteractionContextType {
  if (channel.kind === "direct") return InteractionContextType.BotDM;
  return channel.kind === "group" ? InteractionContextType.PrivateChannel : InteractionContextType.Guild;
}

/** The guild a channel is in; null outside guilds. `ownGuildId` is the guild's that the bot is in. */
export function guildOf(channel: Channel, ownGuildId: string): string | null {
  if (channel.kind === "foreign") return channel.guildId;
  return guildChannel(channel) === null ? null : ownGuildId;
}

/**
 * Who installed the app so that a command can be used there: the guild where the bot is in it (`"0"` in the bot's direct
 * messages), else the person. Empty where neither counts. Everybody in the sandbox has installed it for themselves.
 */
export function ownersOf(
  channel: Channel,
  person: Person,
  guildId: string,
  installedTo: readonly ApplicationIntegrationType[],
): APIAuthorizingIntegrationOwnersMap {
  const withBot = channel.kind !== "group" && channel.kind !== "foreign";
  if (withBot && installedTo.includes(ApplicationIntegrationType.GuildInstall)) {
    return { [ApplicationIntegrationType.GuildInstall]: channel.kind === "direct" ? "0" : guildId };
  }
  const byPerson = installedTo.includes(ApplicationIntegrationType.UserInstall);
  return byPerson ? { [ApplicationIntegrationType.UserInstall]: person.user.id } : {};
}

/** How the command can be installed; guilds alone unless it says otherwise. */
export function installationsOf(command: APIApplicationCommand): readonly ApplicationIntegrationType[] {
  return command.integration_types ?? [ApplicationIntegrationType.GuildInstall];
}

/** @returns why Discord does not offer the command in that place, or null where it does. */
export function problemOffering(
  command: APIApplicationCommand,
  channel: Channel,
  person: Person,
  ownGuildId: string,
): string | null {
  const context = contextOf(channel);
  const guild = guildOf(channel, ownGuildId);
  if (command.guild_id !== undefined && command.guild_id !== guild) return "The command belongs to another server.";
  if (command.contexts?.includes(context) === false) return notHere[context];
  const owners = ownersOf(channel, person, ownGuildId, installationsOf(command));
  return Object.keys(owners).length === 0 ? "The command cannot be used where the bot is not a member." : null;
}

const notHere: Readonly<Record<InteractionContextType, string>> = {
  [InteractionContextType.Guild]: "The command cannot be used in a server.",
  [InteractionContextType.BotDM]: "The command cannot be used in direct messages with the bot.",
  [InteractionContextType.PrivateChannel]: "The command cannot be used in conversations without the bot.",
};
