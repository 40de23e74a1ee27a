import {
  ChannelType,
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
  type APIGuild,
  type APIGuildMember,
  type APIOverwrite,
  type APIRole,
  type APITextChannel,
  type APIUser,
} from "discord-api-types/v10";
import { bitSet } from "./bits.ts";
import type { Persona } from "./page-protocol.ts";
import { everyonePermissions, permissionsIn } from "./permissions.ts";
import type { Snowflakes } from "./snowflake.ts";

/** A text channel of the sandbox's one guild. */
export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly position: number;
  overwrites: readonly APIOverwrite[];
}

export interface Person extends Persona {
  locale: Locale;
}

/** The one guild, its channels and the people in it, and the bot. */
export class World {
  readonly guildId: string;
  readonly guildName = "Sandbox";
  readonly bot: APIUser;
  readonly applicationId: string;
  readonly channels: ReadonlyMap<string, Channel>;
  readonly me: Person;
  readonly #people = new Map<string, Person>();
  readonly #ids: Snowflakes;
  readonly #joinedAt: string;

  constructor(ids: Snowflakes, now: number, channelNames: readonly string[]) {
    this.#ids = ids;
    this.#joinedAt = new Date(now).toISOString();
    this.guildId = ids.next();
    this.applicationId = ids.next();
    this.bot = { ...userOf(this.applicationId, "footnote", "Footnote"), bot: true };
    this.me = this.addPerson("you", "You");
    this.channels = new Map(
      channelNames.map((name, position) => {
        const id = ids.next();
        return [id, { id, name, position, overwrites: [] }];
      }),
    );
  }

  /** The bot or a person; undefined for strangers. */
  userNamed(id: string): APIUser | undefined {
    return id === this.bot.id ? this.bot : this.#people.get(id)?.user;
  }

  get people(): readonly Person[] {
    return [...this.#people.values()];
  }

  addPerson(username: string, globalName: string, permissions: bigint = everyonePermissions): Person {
    const id = this.#ids.next();
    const person = {
      user: userOf(id, username, globalName),
      permissions: permissions.toString(),
      locale: Locale.EnglishGB,
    };
    this.#people.set(id, person);
    return person;
  }

  botPermissions(channel: Channel): bigint {
    return permissionsIn(everyonePermissions, channel.overwrites, this.guildId, this.bot.id);
  }

  personPermissions(channel: Channel, person: Person): bigint {
    return permissionsIn(BigInt(person.permissions), channel.overwrites, this.guildId, person.user.id);
  }

  /** Takes permissions from the bot in a channel, beyond what the channel denies everybody. */
  denyBot(channel: Channel, denied: bigint): void {
    const others = channel.overwrites.filter((overwrite) => overwrite.id !== this.bot.id);
    channel.overwrites = denied === 0n ? others : [...others, this.#denial(denied)];
  }

  channelPayload(channel: Channel): APITextChannel {
    return {
      id: channel.id,
      type: ChannelType.GuildText,
      guild_id: this.guildId,
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

function userOf(id: string, username: string, globalName: string): APIUser {
  return { id, username, global_name: globalName, discriminator: "0", avatar: null };
}
