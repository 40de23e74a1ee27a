import type { AnyCommand, Policy } from "../domain/command.ts";
import type { Conversations } from "../domain/conversation.ts";
import type { Failure } from "../domain/failure.ts";
import type { Curator } from "../domain/curator.ts";
import type { Desk } from "../domain/desk.ts";
import type { Libraries } from "../domain/libraries.ts";
import type { Pictures } from "../domain/picture.ts";
import type { Notifier } from "../domain/notifier.ts";
import type { Publisher } from "../domain/publisher.ts";
import type { Store } from "../domain/store.ts";
import type { Languages } from "../domain/words.ts";
import type { Logger } from "../ops/logger.ts";
import type { CooldownSettings } from "./cooldown.ts";
import type { Deadlines } from "./deadlines.ts";

export interface ConnectOptions {
  readonly token: string;
  /** Base of a compatible API, without version, or null for Discord's own. */
  readonly apiUrl: string | null;
  readonly commands: readonly AnyCommand[];
  readonly libraries: Libraries;
  readonly store: Store;
  readonly conversations: Conversations;
  readonly policy: Policy;
  /** What does as moderators decided; asked once for each attempt to connect, with what speaks in its channels. */
  readonly deskFor: (publisher: Publisher) => Desk;
  /** What does as maintainers decided. */
  readonly curator: Curator;
  readonly pictures: Pictures;
  readonly languages: Languages;
  readonly logger: Logger;
  /** Asks the bot to close, as {@link Bot.close} does. */
  readonly signal?: AbortSignal;
  readonly deadlines?: Partial<Deadlines>;
  readonly cooldown?: Partial<CooldownSettings>;
}

/** Who the bot is. */
export interface Identity {
  readonly applicationId: string;
  readonly userId: string;
  readonly userName: string;
  readonly guildCount: number;
}

/** How the connection to the gateway is; `null` where it is not known yet. */
export interface BotHealth {
  /** False while reconnecting, and also when the resuming of a session is never answered. */
  readonly connected: boolean;
  /** Milliseconds since the gateway's last event. A quiet server has few. */
  readonly lastEventMs: number | null;
  /** Milliseconds since the last heartbeat that was answered left; about 41 s pass between two. */
  readonly lastHeartbeatMs: number | null;
  /** Round trip of that heartbeat in milliseconds. */
  readonly ping: number | null;
}

/** A bot that is connected and whose commands are registered. */
export interface Bot {
  /** Null only when the bot was asked to close before it was ready. */
  readonly identity: Identity | null;
  /** Resolves when the bot has ended: with null when it was asked to, otherwise with the reason. Never rejects. */
  readonly stopped: Promise<Failure | null>;
  /** Sends direct messages in the bot's own name. */
  readonly notifier: Notifier;
  /** Speaks in channels in the bot's own name. */
  readonly publisher: Publisher;
  health(): BotHealth;
  /** Turns new interactions away, finishes those begun as far as there is time, and disconnects. */
  close(): Promise<void>;
}
