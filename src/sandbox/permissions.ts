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

/** Discord's order: role overwrites of everyone first, then the member's own. `everyoneId` is the guild's id. */
export function permissionsIn(
  base: bigint,
  overwrites: readonly APIOverwrite[],
  everyoneId: string,
  memberId: string,
): bigint {
  if ((base & bits.Administrator) !== 0n) return Object.values(bits).reduce((all, bit) => all | bit, 0n);
  let result = base;
  for (const [id, type] of [
    [everyoneId, OverwriteType.Role],
    [memberId, OverwriteType.Member],
  ] as const) {
    const overwrite = overwrites.find((candidate) => candidate.id === id && candidate.type === type);
    if (overwrite === undefined) continue;
    result = (result & ~BigInt(overwrite.deny)) | BigInt(overwrite.allow);
  }
  return (result & bits.ViewChannel) === 0n ? 0n : result;
}
