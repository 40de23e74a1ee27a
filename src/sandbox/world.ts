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
  PermissionFlagsBits,
  type APIChannel,
  type APIGuild,
  type APIGuildMember,
  type APIOverwrite,
  type APIUser,
} from "discord-api-types/v10";
import { bitSet } from "./bits.ts";
import { channelPayload } from "./channel-payloads.ts";
import type { Channel, ChannelPlan, DirectChannel, TextChannel, Thread } from "./channels.ts";
import { People, userOf, type Person } from "./people.ts";
import { everyonePermissions } from "./permissions.ts";
import { botPermissions, personPermissions } from "./reach.ts";
import { rolePayload, type Role } from "./roles.ts";
import type { Snowflakes } from "./snowflake.ts";

const { SendMessages, SendMessagesInThreads } = PermissionFlagsBits;
const writing = SendMessages | SendMessagesInThreads;

/** The guild, the places in and around it, the people, and the bot. */
export class World {
  readonly guildId: string;
  readonly guildName = "Sandbox";
  readonly bot: APIUser;
  readonly applicationId: string;
  readonly people: People;
  readonly #roles: Role[] = [];
  readonly #channels = new Map<string, Channel>();
  readonly #ids: Snowflakes;
  readonly #joinedAt: string;

  constructor(ids: Snowflakes, now: number, plans: readonly ChannelPlan[]) {
    this.#ids = ids;
    this.#joinedAt = new Date(now).toISOString();
    this.guildId = ids.next();
    this.applicationId = ids.next();
    this.bot = { ...userOf(this.applicationId, "footnote", "Footnote"), bot: true };
    this.people = new People(ids);
    this.#roles.push({
      id: this.guildId,
      name: "@everyone",
      permissions: everyonePermissions,
      position: 0,
      botId: null,
    });
    this.addRole(this.bot.global_name ?? "", 0n, this.bot.id);
    const moderators = this.addRole("Moderators", 0n);
    const second = this.people.named("second");
    if (second !== undefined) second.roles = [moderators.id];
    for (const plan of plans) this.addChannel(plan.name, plan.readOnly === true ? [this.#readOnly()] : []);
    for (const { name, thread } of plans) {
      const parent = this.textChannels.find((channel) => channel.name === name);
      if (thread !== undefined && parent !== undefined) this.addThread(parent, thread, this.me.user.id, now);
    }
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

  /** Everybody's first, from the lowest upwards. */
  get roles(): readonly Role[] {
    return this.#roles;
  }

  /** A role by its name or id. */
  role(named: string): Role | undefined {
    return this.#roles.find(({ id, name }) => id === named || name === named);
  }

  /** @param permissions what it allows in every channel. @param botId the bot whose own it is, null for people's. */
  addRole(name: string, permissions: bigint, botId: string | null = null): Role {
    const role: Role = { id: this.#ids.next(), name, permissions, position: this.#roles.length, botId };
    this.#roles.push(role);
    return role;
  }

  addChannel(name: string, overwrites: readonly APIOverwrite[]): TextChannel {
    const position = this.textChannels.length;
    return this.#put({ kind: "text", id: this.#ids.next(), name, position, overwrites });
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
    return this.#put({ kind: "thread", id: this.#ids.next(), name, parent, ownerId, startedAt, state: "open" });
  }

  /** Takes a channel away, with its threads. @returns what is gone, threads first. */
  removeChannel(channel: TextChannel | Thread): readonly (TextChannel | Thread)[] {
    const gone = [...this.threads.filter(({ parent }) => parent === channel), channel];
    for (const { id } of gone) this.#channels.delete(id);
    return gone;
  }

  botPermissions(channel: Channel): bigint {
    const bot = { base: everyonePermissions, memberId: this.bot.id, roleIds: this.#rolesOf(this.bot) };
    return botPermissions(channel, this.guildId, bot);
  }

  personPermissions(channel: Channel, person: Person): bigint {
    return personPermissions(channel, person, this.guildId, this.#roles);
  }

  /** A channel's overwrites with permissions taken from the bot there, beyond what the channel denies everybody. */
  denyingBot({ overwrites }: TextChannel, denied: bigint): readonly APIOverwrite[] {
    const others = overwrites.filter((overwrite) => overwrite.id !== this.bot.id);
    return denied === 0n ? others : [...others, this.#denial(denied)];
  }

  channelPayload(channel: Channel): APIChannel {
    return channelPayload(channel, { guildId: this.guildId, personas: this.people.personas });
  }

  memberPayload(user: APIUser): APIGuildMember {
    return {
      user,
      roles: [...this.#rolesOf(user)],
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
      roles: this.#roles.map(rolePayload),
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

  /** Ids of what a member holds beside everybody's role: a person what they were given, the bot its own. */
  #rolesOf({ id }: APIUser): readonly string[] {
    return this.people.get(id)?.roles ?? this.#roles.filter(({ botId }) => botId === id).map((role) => role.id);
  }

  #readOnly(): APIOverwrite {
    return { id: this.guildId, type: OverwriteType.Role, allow: "0", deny: writing.toString() };
  }

  #denial(denied: bigint): APIOverwrite {
    return { id: this.bot.id, type: OverwriteType.Member, allow: "0", deny: denied.toString() };
  }
}
