import { ChannelType, PermissionFlagsBits } from "discord-api-types/v10";
import type { Permission } from "../domain/permission.ts";

const THREADS: ReadonlySet<number> = new Set([
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
]);

/** Whether a channel of this type is a thread. */
export function isThread(type: number): boolean {
  return THREADS.has(type);
}

/** Whether a bit set of Discord's has one of these bits at least, or the one that stands for all. */
export function hasAny(permissions: bigint, bits: bigint): boolean {
  return (permissions & (bits | PermissionFlagsBits.Administrator)) !== 0n;
}

/** Whether somebody with these permissions in a channel may write there. */
export function mayWrite(permissions: bigint, inThread: boolean): boolean {
  const { Administrator, ViewChannel, SendMessages, SendMessagesInThreads } = PermissionFlagsBits;
  const needed = ViewChannel | (inThread ? SendMessagesInThreads : SendMessages);
  return (permissions & Administrator) !== 0n || (permissions & needed) === needed;
}

export interface Needs {
  readonly inThread: boolean;
  readonly files: boolean;
  /** Whether what was said before is to be read. */
  readonly history: boolean;
}

/**
 * Which of the permissions that an answer needs the bot lacks.
 *
 * @param permissions the bit set `app_permissions` of the interaction; null where it is not told
 * @returns empty where nothing is lacking as far as is told
 */
export function lackingPermissions(
  permissions: bigint | null,
  { inThread, files, history }: Needs,
): readonly Permission[] {
  if (permissions === null || hasAny(permissions, PermissionFlagsBits.Administrator)) return [];
  const needed: readonly (readonly [Permission, bigint])[] = [
    ["view-channel", PermissionFlagsBits.ViewChannel],
    inThread
      ? ["send-messages-in-threads", PermissionFlagsBits.SendMessagesInThreads]
      : ["send-messages", PermissionFlagsBits.SendMessages],
    ["embed-links", PermissionFlagsBits.EmbedLinks],
    ...(files ? ([["attach-files", PermissionFlagsBits.AttachFiles]] as const) : []),
    ...(history ? ([["read-message-history", PermissionFlagsBits.ReadMessageHistory]] as const) : []),
  ];
  return needed.filter(([, bit]) => (permissions & bit) === 0n).map(([permission]) => permission);
}
