import { OverwriteType, PermissionFlagsBits, type APIOverwrite } from "discord-api-types/v10";

const bits = PermissionFlagsBits;

/** What everybody may do by default, people and bots. */
export const everyonePermissions: bigint =
  bits.ViewChannel |
  bits.SendMessages |
  bits.EmbedLinks |
  bits.AttachFiles |
  bits.AddReactions |
  bits.ReadMessageHistory |
  bits.UseApplicationCommands |
  bits.UseExternalEmojis |
  bits.SendMessagesInThreads |
  bits.CreatePublicThreads |
  bits.ChangeNickname;

/** A member as permissions see them: what they may do everywhere, and by which ids overwrites name them. */
export interface Standing {
  readonly base: bigint;
  readonly memberId: string;
  readonly roleIds: readonly string[];
}

/**
 * What a member may do in a channel. Discord's order: the overwrite of everybody, those of the member's roles taken
 * together, then the member's own. `everyoneId` is the guild's id.
 */
export function permissionsIn(
  { base, memberId, roleIds }: Standing,
  overwrites: readonly APIOverwrite[],
  everyoneId: string,
): bigint {
  if ((base & bits.Administrator) !== 0n) return allOf(Object.values(bits));
  let result = base;
  for (const [ids, type] of [
    [[everyoneId], OverwriteType.Role],
    [roleIds, OverwriteType.Role],
    [[memberId], OverwriteType.Member],
  ] as const) {
    const counting = overwrites.filter((one) => one.type === type && ids.includes(one.id));
    result &= ~allOf(counting.map(({ deny }) => BigInt(deny)));
    result |= allOf(counting.map(({ allow }) => BigInt(allow)));
  }
  return (result & bits.ViewChannel) === 0n ? 0n : result;
}

/** All bits of several sets. */
export function allOf(sets: readonly bigint[]): bigint {
  return sets.reduce((all, bits) => all | bits, 0n);
}
