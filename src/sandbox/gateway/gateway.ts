import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import {
  ApplicationFlags,
  ChannelType,
  GatewayCloseCodes,
  GatewayDispatchEvents,
  GatewayIntentBits,
  type APIInteraction,
} from "discord-api-types/v10";
import { WebSocketServer } from "ws";
import { bitSet } from "../bits.ts";
import { textPayload, threadPayload } from "../channel-payloads.ts";
import { hasBot, type Channel } from "../channels.ts";
import type { Happening } from "../happenings.ts";
import { rolePayload, type Role } from "../roles.ts";
import type { State } from "../state.ts";
import { Connection, type Host } from "./connection.ts";
import { GatewayFaults } from "./gateway-faults.ts";
import { Session, type Dispatch } from "./session.ts";

/** Discord's gateway, version 10, in JSON: the sessions of bots and what is sent to them. */
export class Gateway {
  readonly faults: GatewayFaults;
  readonly #state: State;
  readonly #token: string | null;
  readonly #url: () => string;
  readonly #server = new WebSocketServer({ noServer: true, maxPayload: 1 << 16 });
  readonly #sessions = new Map<string, Session>();
  readonly #connections = new Set<Connection>();
  #present = false;

  /** @param url the gateway's own `ws:` address, for reconnecting. */
  constructor(state: State, token: string | null, url: () => string) {
    this.#state = state;
    this.#token = token;
    this.#url = url;
    this.faults = new GatewayFaults(state.now);
    state.happenings.subscribe((happening) => this.#pass(happening));
  }

  /** Whether a bot is connected and ready. */
  get present(): boolean {
    return [...this.#connections].some((connection) => connection.session !== null);
  }

  get connections(): readonly Connection[] {
    return [...this.#connections];
  }

  /** Takes a WebSocket upgrade meant for the gateway. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    if (this.faults.refusing) {
      socket.destroy();
      return;
    }
    this.#server.handleUpgrade(request, socket, head, (opened) => {
      const query = new URL(request.url ?? "/", "ws://sandbox").searchParams;
      if (query.get("v") !== "10") return opened.close(GatewayCloseCodes.InvalidAPIVersion);
      if ((query.get("encoding") ?? "json") !== "json") return opened.close(GatewayCloseCodes.DecodeError);
      const connection = new Connection(opened, this.#host());
      this.#connections.add(connection);
      opened.once("close", () => this.#connections.delete(connection));
    });
  }

  /** Sends an interaction to the bot. @returns false where no session is there to get it, now or on resuming. */
  deliver(interaction: APIInteraction): boolean {
    this.#forgetExpired();
    const session = [...this.#sessions.values()].findLast((candidate) => candidate.hasGuild);
    session?.dispatch({ t: GatewayDispatchEvents.InteractionCreate, d: interaction });
    return session !== undefined;
  }

  close(): void {
    this.faults.clear();
    for (const connection of this.#connections) connection.close(1001, false);
    for (const client of this.#server.clients) client.terminate();
    this.#server.close();
  }

  #host(): Host {
    const { limits, now } = this.#state;
    return {
      token: this.#token,
      heartbeatMs: limits.heartbeatMs,
      mostPayloads: limits.gatewayPayloads,
      faults: this.faults,
      now,
      open: (intents, shard) => {
        const session = new Session(intents, this.#isMine(shard), limits.backlog);
        this.#sessions.set(session.id, session);
        return session;
      },
      greet: (session, shard) => this.#greet(session, shard),
      find: (id) => {
        this.#forgetExpired();
        return this.#sessions.get(id);
      },
      leave: (session, resumable) => {
        session.leftAt = now();
        if (!resumable) this.#sessions.delete(session.id);
      },
      changed: () => this.#tellPresence(),
    };
  }

  #greet(session: Session, shard: readonly [number, number] | null): void {
    const { world } = this.#state;
    session.dispatch({
      t: GatewayDispatchEvents.Ready,
      d: {
        v: 10,
        user: world.bot,
        guilds: session.hasGuild ? [{ id: world.guildId, unavailable: true }] : [],
        session_id: session.id,
        resume_gateway_url: this.#url(),
        application: { id: world.applicationId, flags: bitSet(ApplicationFlags, 0), flags_new: "0" },
        ...(shard === null ? {} : { shard: [shard[0], shard[1]] }),
      },
    });
    if (!session.hasGuild || (session.intents & GatewayIntentBits.Guilds) === 0) return;
    session.dispatch({
      t: GatewayDispatchEvents.GuildCreate,
      d: {
        ...world.guildPayload(),
        joined_at: world.joinedAt,
        large: false,
        unavailable: false,
        member_count: world.people.all.length + 1,
        voice_states: [],
        members: [world.memberPayload(world.bot)],
        channels: world.textChannels.map((channel) => textPayload(channel, world.guildId)),
        threads: world.threads.map((thread) => threadPayload(thread, world.guildId)),
        presences: [],
        stage_instances: [],
        guild_scheduled_events: [],
        soundboard_sounds: [],
      },
    });
  }

  /** Discord spreads guilds over shards by their id. */
  #isMine(shard: readonly [number, number] | null): boolean {
    return shard === null || BigInt(shard[0]) === (BigInt(this.#state.world.guildId) >> 22n) % BigInt(shard[1]);
  }

  #pass(happening: Happening): void {
    if (happening.type === "channel") return this.#passChannel(happening.change, happening.channel);
    if (happening.type === "role") return this.#passRole(happening.role);
    if (happening.type === "message" && happening.ownerId === null) return this.#passMessage(happening);
    if (happening.type !== "message-deleted" || happening.ownerId !== null) return;
    const { messageId, channelId } = happening;
    const where = this.#whereHeard(channelId);
    if (where === null) return;
    const d = { id: messageId, channel_id: channelId, ...where.guild };
    this.#dispatch(where.intent, { t: GatewayDispatchEvents.MessageDelete, d });
  }

  /** Messages go to bots that asked for them; ephemeral ones to none. */
  #passMessage({ shown, fresh }: Extract<Happening, { readonly type: "message" }>): void {
    const where = this.#whereHeard(shown.channelId);
    if (where === null) return;
    const { message } = shown;
    const open = message.author.id === this.#state.world.bot.id || where.intent === GatewayIntentBits.DirectMessages;
    this.#dispatch(where.intent, {
      t: fresh ? GatewayDispatchEvents.MessageCreate : GatewayDispatchEvents.MessageUpdate,
      d: { ...message, ...(open ? {} : withoutContent), ...where.guild },
    });
  }

  #passRole(role: Role): void {
    const d = { guild_id: this.#state.world.guildId, role: rolePayload(role) };
    this.#dispatch(GatewayIntentBits.Guilds, { t: GatewayDispatchEvents.GuildRoleCreate, d });
  }

  #passChannel(change: "made" | "changed" | "gone", channel: Channel): void {
    const { guildId } = this.#state.world;
    if (channel.kind === "text") {
      const t = channelEvents[change];
      this.#dispatch(GatewayIntentBits.Guilds, { t, d: { ...textPayload(channel, guildId), guild_id: guildId } });
    }
    if (channel.kind !== "thread") return;
    if (change === "made") {
      const d = { ...threadPayload(channel, guildId), newly_created: true as const };
      this.#dispatch(GatewayIntentBits.Guilds, { t: GatewayDispatchEvents.ThreadCreate, d });
    } else if (change === "changed") {
      const d = threadPayload(channel, guildId);
      this.#dispatch(GatewayIntentBits.Guilds, { t: GatewayDispatchEvents.ThreadUpdate, d });
    } else {
      const d = { id: channel.id, type: ChannelType.PublicThread, guild_id: guildId, parent_id: channel.parent.id };
      this.#dispatch(GatewayIntentBits.Guilds, { t: GatewayDispatchEvents.ThreadDelete, d });
    }
  }

  /** Which intent hears what is said in a channel, and what guild it is in; null where the bot is not. */
  #whereHeard(channelId: string): Heard | null {
    const { world } = this.#state;
    const channel = world.channels.get(channelId);
    if (channel === undefined || !hasBot(channel)) return null;
    return channel.kind === "direct"
      ? { intent: GatewayIntentBits.DirectMessages, guild: {} }
      : { intent: GatewayIntentBits.GuildMessages, guild: { guild_id: world.guildId } };
  }

  #dispatch(intent: GatewayIntentBits, event: Dispatch): void {
    for (const session of this.#sessions.values()) {
      if (session.hasGuild && (session.intents & intent) !== 0) session.dispatch(event);
    }
  }

  #tellPresence(): void {
    if (this.present === this.#present) return;
    this.#present = this.present;
    this.#state.happenings.tell({ type: "bot", bot: this.#present ? this.#state.world.bot : null });
  }

  #forgetExpired(): void {
    const oldest = this.#state.now() - this.#state.limits.resumeMs;
    for (const session of this.#sessions.values()) {
      if (session.leftAt !== null && session.leftAt < oldest) this.#sessions.delete(session.id);
    }
  }
}

interface Heard {
  readonly intent: GatewayIntentBits;
  readonly guild: { readonly guild_id?: string };
}

const channelEvents = {
  made: GatewayDispatchEvents.ChannelCreate,
  changed: GatewayDispatchEvents.ChannelUpdate,
  gone: GatewayDispatchEvents.ChannelDelete,
} as const;

/** What other people write is not shown to bots without the message content intent, which none here can have. */
const withoutContent = { content: "", embeds: [], components: [], attachments: [] };
