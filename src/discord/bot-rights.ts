import { RESTJSONErrorCodes, Routes } from "discord-api-types/v10";
import type { Permission } from "../domain/permission.ts";
import type { PublishFailure } from "../domain/publisher.ts";
import type { Result } from "../domain/result.ts";
import type { BotRequests } from "./bot-requests.ts";
import { channelSchema, guildSchema, memberSchema, permissionsIn } from "./channel-permissions.ts";
import { isThread, lackingPermissions, mayWrite } from "./permissions.ts";

const UNKNOWN_MEMBER: number = RESTJSONErrorCodes.UnknownMember;

/**
 * What the bot lacks in a channel to post there, to answer what it posted and to find it again. Looked up anew each
 * time: whoever just changed it wants to see that it counts. Threads have the rights of their channel.
 *
 * @param botId the bot's user
 */
export async function lackingIn(
  requests: BotRequests,
  botId: string,
  channelId: string,
): Promise<Result<readonly Permission[], PublishFailure>> {
  const found = await rightsIn(requests, botId, channelId);
  if (!found.ok) return hidden(found);
  const { permissions, inThread } = found.value;
  return { ok: true, value: lackingPermissions(permissions, { inThread, files: true, history: true }) };
}

/** Whether a person may write in a channel: looked up anew, since they may decide so from anywhere. */
export async function personMayWriteIn(
  requests: BotRequests,
  person: string,
  channelId: string,
): Promise<Result<boolean, PublishFailure>> {
  const found = await rightsIn(requests, person, channelId);
  return found.ok ? { ok: true, value: mayWrite(found.value.permissions, found.value.inThread) } : found;
}

interface Rights {
  /** Bit set of Discord's. */
  readonly permissions: bigint;
  readonly inThread: boolean;
}

/** What somebody may do in a channel; a member who is not there may do nothing. */
async function rightsIn(
  requests: BotRequests,
  person: string,
  channelId: string,
): Promise<Result<Rights, PublishFailure>> {
  const channel = await requests.get(Routes.channel(channelId), channelSchema);
  if (!channel.ok) return channel;
  const { type, guild_id: guildId, parent_id: parentId } = channel.value;
  // Direct messages are nobody's to post in.
  if (guildId === undefined) return { ok: false, error: { id: "not-allowed", lacking: [] } };
  const inThread = isThread(type);
  const [guild, member, parent] = await Promise.all([
    requests.get(Routes.guild(guildId), guildSchema),
    requests.get(Routes.guildMember(guildId, person), memberSchema),
    inThread && typeof parentId === "string" ? requests.get(Routes.channel(parentId), channelSchema) : channel,
  ]);
  if (!guild.ok) return guild;
  if (!member.ok) {
    const isGone = member.error.id === "refused" && member.error.code === UNKNOWN_MEMBER;
    return isGone ? { ok: true, value: { permissions: 0n, inThread } } : member;
  }
  if (!parent.ok) return parent;
  const overwrites = parent.value.permission_overwrites;
  const permissions = permissionsIn({ person, guild: guild.value, member: member.value, overwrites });
  return { ok: true, value: { permissions, inThread } };
}

/** Discord hides a channel that the bot may not see. */
function hidden({ error }: { readonly error: PublishFailure }): Result<readonly Permission[], PublishFailure> {
  return error.id === "not-allowed" && error.lacking.length > 0
    ? { ok: true, value: error.lacking }
    : { ok: false, error };
}
