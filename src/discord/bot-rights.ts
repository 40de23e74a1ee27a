import { Routes } from "discord-api-types/v10";
import type { Permission } from "../domain/permission.ts";
import type { PublishFailure } from "../domain/publisher.ts";
import type { Result } from "../domain/result.ts";
import type { BotRequests } from "./bot-requests.ts";
import { channelSchema, guildSchema, memberSchema, permissionsIn } from "./channel-permissions.ts";
import { isThread, lackingPermissions } from "./permissions.ts";

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
  const channel = await requests.get(Routes.channel(channelId), channelSchema);
  if (!channel.ok) return hidden(channel);
  const { type, guild_id: guildId, parent_id: parentId } = channel.value;
  // Direct messages are nobody's to post in.
  if (guildId === undefined) return { ok: false, error: { id: "not-allowed", lacking: [] } };
  const inThread = isThread(type);
  const [guild, member, parent] = await Promise.all([
    requests.get(Routes.guild(guildId), guildSchema),
    requests.get(Routes.guildMember(guildId, botId), memberSchema),
    inThread && typeof parentId === "string" ? requests.get(Routes.channel(parentId), channelSchema) : channel,
  ]);
  if (!guild.ok) return guild;
  if (!member.ok) return member;
  if (!parent.ok) return hidden(parent);
  const permissions = permissionsIn({
    person: botId,
    guild: guild.value,
    member: member.value,
    overwrites: parent.value.permission_overwrites,
  });
  return { ok: true, value: lackingPermissions(permissions, { inThread, files: true, history: true }) };
}

/** Discord hides a channel that the bot may not see. */
function hidden({ error }: { readonly error: PublishFailure }): Result<readonly Permission[], PublishFailure> {
  return error.id === "not-allowed" ? { ok: true, value: error.lacking } : { ok: false, error };
}
