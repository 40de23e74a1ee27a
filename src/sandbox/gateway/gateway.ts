import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import {
  ApplicationFlags,
  GatewayCloseCodes,
  GatewayDispatchEvents,
  GatewayIntentBits,
  type APIInteraction,
} from "discord-api-types/v10";
import { WebSocketServer } from "ws";
import { bitSet } from "../bits.ts";
import type { Happening } from "../happenings.ts";
import type { State } from "../state.ts";
import { Connection, type Host } from "./connection.ts";
import { GatewayFaults } from "./gateway-faults.ts";
import { Session } from "./session.ts";

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
        member_count: world.people.length + 1,
        voice_states: [],
        members: [world.memberPayload(world.bot)],
        channels: [...world.channels.values()].map((channel) => world.channelPayload(channel)),
        threads: [],
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

  /** Messages go to bots that asked for them; ephemeral ones to none. */
  #pass(happening: Happening): void {
    if (happening.type !== "message" && happening.type !== "message-deleted") return;
    if (happening.ownerId !== null) return;
    const guild_id = this.#state.world.guildId;
    for (const session of this.#sessions.values()) {
      if (!session.hasGuild || (session.intents & GatewayIntentBits.GuildMessages) === 0) continue;
      if (happening.type === "message") {
        const t = happening.fresh ? GatewayDispatchEvents.MessageCreate : GatewayDispatchEvents.MessageUpdate;
        const message = happening.shown.message;
        const own = message.author.id === this.#state.world.bot.id;
        session.dispatch({ t, d: { ...message, ...(own ? {} : withoutContent), guild_id } });
      } else {
        const { messageId, channelId } = happening;
        session.dispatch({
          t: GatewayDispatchEvents.MessageDelete,
          d: { id: messageId, channel_id: channelId, guild_id },
        });
      }
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

/** What other people write is not shown to bots without the message content intent, which none here can have. */
const withoutContent = { content: "", embeds: [], components: [], attachments: [] };
