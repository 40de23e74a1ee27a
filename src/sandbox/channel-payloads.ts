import {
  ChannelFlags,
  ChannelType,
  ThreadAutoArchiveDuration,
  type APIChannel,
  type APIDMChannel,
  type APIGroupDMChannel,
  type APIPublicThreadChannel,
  type APITextChannel,
} from "discord-api-types/v10";
import { bitSet } from "./bits.ts";
import type { Channel, DirectChannel, TextChannel, Thread } from "./channels.ts";
import type { Person } from "./people.ts";

/** What channel objects need to know of the guild they may be in and the people they may be of. */
export interface Surroundings {
  readonly guildId: string;
  readonly personas: readonly Person[];
}

/** A channel as Discord describes it to the bot. */
export function channelPayload(channel: Channel, around: Surroundings): APIChannel {
  switch (channel.kind) {
    case "text":
      return textPayload(channel, around.guildId);
    case "thread":
      return threadPayload(channel, around.guildId);
    case "direct":
      return directPayload(channel);
    case "group":
      return groupPayload(channel.id, channel.name, around.personas);
    case "foreign":
  }
  return textPayload({ ...channel, kind: "text", position: 0, overwrites: [] }, channel.guildId);
}

export function textPayload(channel: TextChannel, guildId: string): APITextChannel {
  return {
    id: channel.id,
    type: ChannelType.GuildText,
    guild_id: guildId,
    name: channel.name,
    position: channel.position,
    permission_overwrites: [...channel.overwrites],
    parent_id: null,
    topic: null,
    nsfw: false,
    last_message_id: null,
    rate_limit_per_user: 0,
  };
}

export function threadPayload(thread: Thread, guildId: string): APIPublicThreadChannel {
  return {
    id: thread.id,
    type: ChannelType.PublicThread,
    guild_id: guildId,
    parent_id: thread.parent.id,
    owner_id: thread.ownerId,
    name: thread.name,
    last_message_id: null,
    message_count: 0,
    member_count: 1,
    total_message_sent: 0,
    thread_metadata: {
      archived: thread.state !== "open",
      auto_archive_duration: ThreadAutoArchiveDuration.OneDay,
      archive_timestamp: thread.startedAt,
      create_timestamp: thread.startedAt,
      locked: thread.state === "locked",
    },
  };
}

export function directPayload({ id, person }: DirectChannel): APIDMChannel {
  const flags = bitSet(ChannelFlags, 0);
  return { id, type: ChannelType.DM, name: null, last_message_id: null, flags, recipients: [person.user] };
}

function groupPayload(id: string, name: string, personas: readonly Person[]): APIGroupDMChannel {
  const recipients = personas.map(({ user }) => user);
  return { id, type: ChannelType.GroupDM, name, last_message_id: null, flags: bitSet(ChannelFlags, 0), recipients };
}
