import {
  GuildDefaultMessageNotifications,
  GuildExplicitContentFilter,
  GuildMFALevel,
  GuildMemberFlags,
  GuildNSFWLevel,
  GuildPremiumTier,
  GuildSystemChannelFlags,
  GuildVerificationLevel,
  Locale,
  OverwriteType,
  RoleFlags,
  type APIChannel,
  type APIGuild,
  type APIGuildMember,
  type APIOverwrite,
  type APIRole,
  type APIUser,
} from "discord-api-types/v10";
import { bitSet } from "./bits.ts";
import { channelPayload } from "./channel-payloads.ts";
import type { Channel, DirectChannel, TextChannel, Thread } from "./channels.ts";
import { People, userOf, type Person } from "./people.ts";
import { everyonePermissions } from "./permissions.ts";
import { botPermissions, personPermissions } from "./reach.ts";
import type { Snowflakes } from "./snowflake.ts";

/** The guild, the places in and around it, the people, and the bot. */
export class World {
  readonly guildId: string;
  readonly guildName = "Sandbox";
  readonly bot: APIUser;
  readonly applicationId: string;
  readonly people: People;
  readonly #channels = new Map<string, Channel>();
  readonly #ids: Snowflakes;
  readonly #joinedAt: string;

  constructor(ids: Snowflakes, now: number, channelNames: readonly string[]) {
    this.#ids = ids;
    this.#joinedAt = new Date(now).toISOString();
    this.guildId = ids.next();
    this.applicationId = ids.next();
    this.bot = { ...userOf(this.applicationId, "footnote", "Footnote"), bot: true };
    this.people = new People(ids);
    channelNames.forEach((name, position) => {
      this.#put({ kind: "text", id: ids.next(), name, position, overwrites: [] });
    });
    for (const person of this.people.personas) this.directChannel(person);
    this.#put({ kind: "group", id: ids.next(), name: "Friends" });
    this.#put({ kind: "foreign", id: ids.next(), name: "elsewhere", guildId: ids.next() });
  }

  get me(): Person {
    return this.people.me;
  }

  /** The bot or a person; undefined for strangers. */
  userNamed(id: string): APIUser | undefined {
    return id === this.bot.id ? this.bot : this.people.get(id)?.user;
  }

  /** All places, text channels of the guild first. */
  get channels(): ReadonlyMap<string, Channel> {
    return this.#channels;
  }

  get textChannels(): readonly TextChannel[] {
    return [...this.#channels.values()].filter((channel) => channel.kind === "text");
  }

  get threads(): readonly Thread[] {
    return [...this.#channels.values()].filter((channel) => channel.kind === "thread");
  }

  /** Where the bot and a person talk: always the same channel for the same person. */
  directChannel(person: Person): DirectChannel {
    for (const channel of this.#channels.values()) {
      if (channel.kind === "direct" && channel.person === person) return channel;
    }
    return this.#put({ kind: "direct", id: this.#ids.next(), name: this.bot.global_name ?? "", person });
  }

  addThread(parent: TextChannel, name: string, ownerId: string, now: number): Thread {
    const startedAt = new Date(now).toISOString();
    return this.#put({ kind: "thread", id: this.#ids.next(), name, parent, ownerId, startedAt });
  }

  /** Takes a channel away, with its threads. @returns what is gone, threads first. */
  removeChannel(channel: TextChannel | Thread): readonly (TextChannel | Thread)[] {
    const gone = [...this.threads.filter(({ parent }) => parent === channel), channel];
    for (const { id } of gone) this.#channels.delete(id);
    return gone;
  }

  botPermissions(channel: Channel): bigint {
    return botPermissions(channel, this.guildId, this.bot.id);
  }

  personPermissions(channel: Channel, person: Person): bigint {
    return personPermissions(channel, person, this.guildId);
  }

  /** Takes permissions from the bot in a channel, beyond what the channel denies everybody. */
  denyBot(channel: TextChannel, denied: bigint): void {
    const others = channel.overwrites.filter((overwrite) => overwrite.id !== this.bot.id);
    channel.overwrites = denied === 0n ? others : [...others, this.#denial(denied)];
  }

  channelPayload(channel: Channel): APIChannel {
    return channelPayload(channel, { guildId: this.guildId, personas: this.people.personas });
  }

  memberPayload(user: APIUser): APIGuildMember {
    return {
      user,
      roles: [],
      nick: null,
      avatar: null,
      banner: null,
      joined_at: this.#joinedAt,
      premium_since: null,
      communication_disabled_until: null,
      pending: false,
      deaf: false,
      mute: false,
      flags: bitSet(GuildMemberFlags, 0),
    };
  }

  guildPayload(): APIGuild {
    return {
      id: this.guildId,
      name: this.guildName,
      icon: null,
      splash: null,
      discovery_splash: null,
      banner: null,
      description: null,
      owner_id: this.me.user.id,
      region: null,
      afk_channel_id: null,
      afk_timeout: 300,
      widget_enabled: false,
      widget_channel_id: null,
      verification_level: GuildVerificationLevel.None,
      default_message_notifications: GuildDefaultMessageNotifications.OnlyMentions,
      explicit_content_filter: GuildExplicitContentFilter.Disabled,
      roles: [this.#everyoneRole()],
      emojis: [],
      stickers: [],
      features: [],
      mfa_level: GuildMFALevel.None,
      application_id: null,
      system_channel_id: null,
      system_channel_flags: GuildSystemChannelFlags.SuppressJoinNotifications,
      rules_channel_id: null,
      max_members: 500_000,
      vanity_url_code: null,
      premium_tier: GuildPremiumTier.None,
      premium_subscription_count: 0,
      preferred_locale: Locale.EnglishUS,
      public_updates_channel_id: null,
      nsfw_level: GuildNSFWLevel.Default,
      premium_progress_bar_enabled: false,
      hub_type: null,
      safety_alerts_channel_id: null,
      incidents_data: null,
    };
  }

  get joinedAt(): string {
    return this.#joinedAt;
  }

  #put<C extends Channel>(channel: C): C {
    this.#channels.set(channel.id, channel);
    return channel;
  }

  #everyoneRole(): APIRole {
    return {
      id: this.guildId,
      name: "@everyone",
      color: 0,
      colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
      hoist: false,
      position: 0,
      permissions: everyonePermissions.toString(),
      managed: false,
      mentionable: false,
      flags: bitSet(RoleFlags, 0),
    };
  }

  #denial(denied: bigint): APIOverwrite {
    return { id: this.bot.id, type: OverwriteType.Member, allow: "0", deny: denied.toString() };
  }
}
