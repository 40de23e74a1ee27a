import { PermissionFlagsBits } from "discord-api-types/v10";
import type { Permission } from "../domain/permission.ts";

export interface Needs {
  readonly inThread: boolean;
  readonly files: boolean;
}

/**
 * Which of the permissions that an answer needs the bot lacks.
 *
 * @param permissions the bit set `app_permissions` of the interaction; null where it is not told
 * @returns empty where nothing is lacking as far as is told
 */
export function lackingPermissions(permissions: bigint | null, { inThread, files }: Needs): readonly Permission[] {
  if (permissions === null || (permissions & PermissionFlagsBits.Administrator) !== 0n) return [];
  const needed: readonly (readonly [Permission, bigint])[] = [
    ["view-channel", PermissionFlagsBits.ViewChannel],
    inThread
      ? ["send-messages-in-threads", PermissionFlagsBits.SendMessagesInThreads]
      : ["send-messages", PermissionFlagsBits.SendMessages],
    ["embed-links", PermissionFlagsBits.EmbedLinks],
    ...(files ? ([["attach-files", PermissionFlagsBits.AttachFiles]] as const) : []),
  ];
  return needed.filter(([, bit]) => (permissions & bit) === 0n).map(([permission]) => permission);
}
