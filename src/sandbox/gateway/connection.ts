import { GatewayCloseCodes, GatewayDispatchEvents, GatewayOpcodes } from "discord-api-types/v10";
import type { RawData, WebSocket } from "ws";
import { bytesOf } from "../frames.ts";
import type { GatewayFaults } from "./gateway-faults.ts";
import { payloadSchema, readIdentify, readResume } from "./identify.ts";
import type { Session } from "./session.ts";

/** Discord takes no larger payload from a client. */
const mostPayloadBytes = 4096;
const minuteMs = 60_000;

/** What a connection needs of the gateway it belongs to. */
export interface Host {
  readonly token: string | null;
  readonly heartbeatMs: number;
  readonly mostPayloads: number;
  readonly faults: GatewayFaults;
  readonly now: () => number;
  open(intents: number, shard: readonly [number, number] | null): Session;
  /** Sends what a new session starts with. */
  greet(session: Session, shard: readonly [number, number] | null): void;
  find(sessionId: string): Session | undefined;
  /** Whether the session's connection went for good or may be taken up again. */
  leave(session: Session, resumable: boolean): void;
  /** Tells that a bot is here or not. */
  changed(): void;
}

/** One WebSocket connection of a bot: hello, identify or resume, heartbeats, close codes. */
export class Connection {
  readonly #socket: WebSocket;
  readonly #host: Host;
  readonly #arrivals: number[] = [];
  readonly #watch: NodeJS.Timeout;
  #session: Session | null = null;
  #lastBeat: number;
  #gone = false;

  constructor(socket: WebSocket, host: Host) {
    this.#socket = socket;
    this.#host = host;
    this.#lastBeat = host.now();
    socket.on("message", (data, isBinary) => this.#receive(data, isBinary));
    socket.on("close", (code) => this.#closed(code));
    socket.on("error", () => socket.terminate());
    this.#watch = setInterval(() => this.#checkBeat(), host.heartbeatMs);
    this.#watch.unref();
    this.#send(GatewayOpcodes.Hello, { heartbeat_interval: host.heartbeatMs });
  }

  get session(): Session | null {
    return this.#session;
  }

  /** Asks for a heartbeat out of turn (opcode 1). */
  askHeartbeat(): void {
    this.#send(GatewayOpcodes.Heartbeat, null);
  }

  askReconnect(): void {
    this.#send(GatewayOpcodes.Reconnect, null);
  }

  invalidate(resumable: boolean): void {
    if (!resumable) this.#drop(false);
    this.#send(GatewayOpcodes.InvalidSession, resumable);
  }

  /** @param resumable whether the session survives. */
  close(code: number, resumable: boolean): void {
    this.#drop(resumable);
    this.#socket.close(code);
  }

  /** Breaks the connection without a word, as a network does. */
  cut(resumable: boolean): void {
    this.#drop(resumable);
    this.#socket.terminate();
  }

  #receive(data: RawData, isBinary: boolean): void {
    if (this.#gone) return;
    const bytes = bytesOf(data);
    if (this.#isTooOften()) return this.close(GatewayCloseCodes.RateLimited, true);
    if (bytes.byteLength > mostPayloadBytes) return this.close(GatewayCloseCodes.DecodeError, true);
    const payload = isBinary ? undefined : parse(bytes.toString("utf8"));
    if (payload === undefined) return this.close(GatewayCloseCodes.DecodeError, true);
    this.#obey(payload.op, payload.d);
  }

  #obey(op: GatewayOpcodes | null, data: unknown): void {
    switch (op) {
      case GatewayOpcodes.Heartbeat:
        return this.#beat();
      case GatewayOpcodes.Identify:
        return this.#identify(data);
      case GatewayOpcodes.Resume:
        return this.#resume(data);
      case GatewayOpcodes.PresenceUpdate:
      case GatewayOpcodes.VoiceStateUpdate:
      case GatewayOpcodes.RequestGuildMembers:
      case GatewayOpcodes.RequestSoundboardSounds:
      case GatewayOpcodes.RequestChannelInfo:
        if (this.#session === null) this.close(GatewayCloseCodes.NotAuthenticated, false);
        return;
      case GatewayOpcodes.Dispatch:
      case GatewayOpcodes.Reconnect:
      case GatewayOpcodes.InvalidSession:
      case GatewayOpcodes.Hello:
      case GatewayOpcodes.HeartbeatAck:
      case null:
        this.close(GatewayCloseCodes.UnknownOpcode, true);
    }
  }

  #beat(): void {
    this.#lastBeat = this.#host.now();
    this.#host.faults.send(() => this.#send(GatewayOpcodes.HeartbeatAck, undefined));
  }

  #identify(data: unknown): void {
    if (this.#session !== null) return this.close(GatewayCloseCodes.AlreadyAuthenticated, true);
    const read = readIdentify(data, this.#host.token);
    if (!read.ok) return this.close(read.close, false);
    const session = this.#host.open(read.intents, read.shard);
    this.#attach(session);
    this.#host.greet(session, read.shard);
    this.#host.changed();
  }

  #resume(data: unknown): void {
    if (this.#session !== null) return this.close(GatewayCloseCodes.AlreadyAuthenticated, true);
    const read = readResume(data, this.#host.token);
    if (!read.ok) return this.close(read.close, false);
    if (this.#host.faults.silentOnResume) return;
    const session = this.#host.find(read.sessionId);
    if (session === undefined) return this.#send(GatewayOpcodes.InvalidSession, false);
    if (read.seq > session.seq || read.seq < 0) {
      this.#host.leave(session, false);
      return this.close(GatewayCloseCodes.InvalidSeq, false);
    }
    if (!session.canReplay(read.seq)) {
      this.#host.leave(session, false);
      return this.#send(GatewayOpcodes.InvalidSession, false);
    }
    session.replay(read.seq, (text) => this.#write(text));
    this.#attach(session);
    session.dispatch({ t: GatewayDispatchEvents.Resumed, d: {} });
    this.#host.changed();
  }

  #attach(session: Session): void {
    this.#session = session;
    session.leftAt = null;
    session.send = (text) => this.#host.faults.send(() => this.#write(text));
  }

  /** A client that stops its heartbeats is taken for dead after a grace of half an interval and more. */
  #checkBeat(): void {
    if (this.#host.now() - this.#lastBeat > this.#host.heartbeatMs * 1.5)
      this.close(GatewayCloseCodes.SessionTimedOut, true);
  }

  #isTooOften(): boolean {
    const now = this.#host.now();
    this.#arrivals.push(now);
    while ((this.#arrivals[0] ?? now) <= now - minuteMs) this.#arrivals.shift();
    return this.#arrivals.length > this.#host.mostPayloads;
  }

  /** A bot that closes with 1000 or 1001 gives its session up. */
  #closed(code: number): void {
    clearInterval(this.#watch);
    this.#drop(code !== 1000 && code !== 1001);
  }

  #drop(resumable: boolean): void {
    this.#gone = true;
    const session = this.#session;
    this.#session = null;
    if (session === null) return;
    session.send = null;
    this.#host.leave(session, resumable);
    this.#host.changed();
  }

  #send(op: GatewayOpcodes, data: unknown): void {
    this.#write(JSON.stringify({ op, s: null, t: null, ...(data === undefined ? {} : { d: data }) }));
  }

  #write(text: string): void {
    if (this.#socket.readyState === this.#socket.OPEN) this.#socket.send(text);
  }
}

function parse(text: string): { readonly op: GatewayOpcodes | null; readonly d?: unknown } | undefined {
  try {
    return payloadSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
