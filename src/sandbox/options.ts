import type { ChannelPlan } from "./channels.ts";

/** What Discord allows, and for how long. Tests shorten the times; the defaults are Discord's own. */
export interface Limits {
  /** First answer to an interaction, in milliseconds. */
  readonly acknowledgeMs: number;
  /** Life of an interaction's token, in milliseconds. */
  readonly tokenMs: number;
  /** Interval the gateway asks heartbeats for, in milliseconds. */
  readonly heartbeatMs: number;
  /** How long a session can be resumed after its connection went, in milliseconds. */
  readonly resumeMs: number;
  /** How long a person's action is followed before its outcome is given as it stands, in milliseconds. */
  readonly outcomeMs: number;
  /** Gateway payloads a connection may send in 60 seconds. */
  readonly gatewayPayloads: number;
  /** Requests a second, over all routes but those of interactions. */
  readonly globalRequests: number;
  /** Events kept for a session that is away. */
  readonly backlog: number;
  readonly messagesPerChannel: number;
  /** How long a message's nonce is remembered, in milliseconds. */
  readonly nonceMs: number;
  readonly interactions: number;
  /** Requests remembered over all. */
  readonly requestLog: number;
  readonly jsonBytes: number;
  readonly fileBytes: number;
  /** All files of all messages together, in bytes; the oldest go first. */
  readonly storedBytes: number;
}

export const discordLimits: Limits = Object.freeze({
  acknowledgeMs: 3000,
  tokenMs: 15 * 60_000,
  heartbeatMs: 41_250,
  resumeMs: 180_000,
  outcomeMs: 60_000,
  gatewayPayloads: 120,
  globalRequests: 50,
  backlog: 1000,
  messagesPerChannel: 500,
  nonceMs: 5 * 60_000,
  interactions: 1000,
  requestLog: 1000,
  jsonBytes: 1 << 20,
  fileBytes: 10 << 20,
  storedBytes: 200 << 20,
});

/** Where the guild's members meet: to talk, to read news, to read rules that neither they nor the bot write. */
export const usualChannels: readonly ChannelPlan[] = Object.freeze([
  { name: "general" },
  { name: "news", thread: "Desk talk" },
  { name: "rules", readOnly: true },
]);

export interface SandboxOptions {
  /** The sandbox never listens anywhere else. */
  readonly host?: "127.0.0.1";
  /** TCP port; 0 for any free one. */
  readonly port: number;
  /** What the bot must present; null takes any token. */
  readonly token: string | null;
  /** Folder with the page's `index.html` and what it names; null for no page. */
  readonly pageFolder: string | null;
  /** Folder with the page's compiled modules, asked for under `/page/`; the same unless given. */
  readonly pageModules?: string;
  /** Names of the guild's text channels; those of {@link usualChannels} unless given. */
  readonly channels?: readonly string[];
  readonly limits?: Partial<Limits>;
  /** Milliseconds since the epoch; replaceable so that tests need not wait. */
  readonly now?: () => number;
}
