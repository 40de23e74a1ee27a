import { OverwriteType, PermissionFlagsBits } from "discord-api-types/v10";
import { z } from "zod";
import { snowflake, bitSet } from "./wire-values.ts";

const OF_ROLE: number = OverwriteType.Role;
const OF_MEMBER: number = OverwriteType.Member;

const overwrites = z.array(z.object({ id: snowflake, type: z.number(), allow: bitSet, deny: bitSet }));

/** A channel as `GET /channels/{id}` tells. A thread has no overwrites: those of its parent hold. */
export const channelSchema = z.object({
  id: snowflake,
  type: z.number(),
  guild_id: snowflake.optional(),
  parent_id: snowflake.nullish(),
  permission_overwrites: overwrites.default([]),
});

/** A server as `GET /guilds/{id}` tells. */
export const guildSchema = z.object({
  id: snowflake,
  owner_id: snowflake,
  roles: z.array(z.object({ id: snowflake, permissions: bitSet })),
});

/** Somebody in a server as `GET /guilds/{id}/members/{id}` tells. */
export const memberSchema = z.object({ roles: z.array(snowflake) });

export interface MemberInChannel {
  readonly person: string;
  readonly guild: z.infer<typeof guildSchema>;
  readonly member: z.infer<typeof memberSchema>;
  /** Of the channel, or of a thread's parent. */
  readonly overwrites: z.infer<typeof overwrites>;
}

/**
 * What a member may do in a channel, as a bit set: what the roles allow, then the channel's overwrites for everybody, for
 * the roles taken together, and for the member. The role of everybody has the server's id.
 *
 * @see https://discord.com/developers/docs/topics/permissions#permission-overwrites
 */
export function permissionsIn({ person, guild, member, overwrites }: MemberInChannel): bigint {
  const own = new Set(member.roles);
  const base = guild.roles
    .filter(({ id }) => id === guild.id || own.has(id))
    .reduce((all, { permissions }) => all | BigInt(permissions), 0n);
  const { Administrator } = PermissionFlagsBits;
  if (person === guild.owner_id || (base & Administrator) !== 0n) return base | Administrator;
  const ofRoles = overwrites.filter(({ type }) => type === OF_ROLE);
  const layers = [
    ofRoles.filter(({ id }) => id === guild.id),
    ofRoles.filter(({ id }) => id !== guild.id && own.has(id)),
    overwrites.filter(({ id, type }) => type === OF_MEMBER && id === person),
  ];
  const inChannel = layers.reduce((permissions, layer) => {
    const denied = layer.reduce((all, { deny }) => all | BigInt(deny), 0n);
    const allowed = layer.reduce((all, { allow }) => all | BigInt(allow), 0n);
    return (permissions & ~denied) | allowed;
  }, base);
  // A channel makes nobody an administrator.
  return inChannel & ~Administrator;
}
