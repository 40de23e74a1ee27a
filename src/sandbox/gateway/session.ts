import { randomBytes } from "node:crypto";
import {
  GatewayOpcodes,
  type APIInteraction,
  type APIMessage,
  type GatewayChannelCreateDispatchData,
  type GatewayGuildRoleCreateDispatchData,
  type GatewayDispatchEvents,
  type GatewayGuildCreateDispatchData,
  type GatewayReadyDispatchData,
  type GatewayThreadCreateDispatchData,
  type GatewayThreadDeleteDispatchData,
  type GatewayThreadUpdateDispatchData,
} from "discord-api-types/v10";

/** Events the sandbox sends, with the intent each needs (0 for none). */
export type Dispatch =
  | { readonly t: GatewayDispatchEvents.Ready; readonly d: GatewayReadyDispatchData }
  | { readonly t: GatewayDispatchEvents.Resumed; readonly d: object }
  | { readonly t: GatewayDispatchEvents.GuildCreate; readonly d: GatewayGuildCreateDispatchData }
  | { readonly t: GatewayDispatchEvents.InteractionCreate; readonly d: APIInteraction }
  | {
      readonly t: GatewayDispatchEvents.MessageCreate | GatewayDispatchEvents.MessageUpdate;
      readonly d: APIMessage & { readonly guild_id?: string };
    }
  | {
      readonly t: GatewayDispatchEvents.MessageDelete;
      readonly d: { readonly id: string; readonly channel_id: string; readonly guild_id?: string };
    }
  | {
      readonly t:
        GatewayDispatchEvents.ChannelCreate | GatewayDispatchEvents.ChannelUpdate | GatewayDispatchEvents.ChannelDelete;
      readonly d: GatewayChannelCreateDispatchData;
    }
  | { readonly t: GatewayDispatchEvents.GuildRoleCreate; readonly d: GatewayGuildRoleCreateDispatchData }
  | { readonly t: GatewayDispatchEvents.ThreadCreate; readonly d: GatewayThreadCreateDispatchData }
  | { readonly t: GatewayDispatchEvents.ThreadUpdate; readonly d: GatewayThreadUpdateDispatchData }
  | { readonly t: GatewayDispatchEvents.ThreadDelete; readonly d: GatewayThreadDeleteDispatchData };

interface Numbered {
  readonly s: number;
  readonly text: string;
}

/** One bot's session: it outlives its connection, so that what happens meanwhile can be replayed. */
export class Session {
  readonly id: string = randomBytes(16).toString("hex");
  readonly intents: number;
  /** Whether the guild is on this session's shard. */
  readonly hasGuild: boolean;
  readonly #mostKept: number;
  readonly #kept: Numbered[] = [];
  #seq = 0;
  /** Where events go now; null while the bot is away. */
  send: ((text: string) => void) | null = null;
  /** When the connection went, in milliseconds since the epoch; null while it stands. */
  leftAt: number | null = null;

  constructor(intents: number, hasGuild: boolean, mostKept: number) {
    this.intents = intents;
    this.hasGuild = hasGuild;
    this.#mostKept = mostKept;
  }

  get seq(): number {
    return this.#seq;
  }

  dispatch(event: Dispatch): void {
    this.#seq += 1;
    const text = JSON.stringify({ op: GatewayOpcodes.Dispatch, s: this.#seq, ...event });
    this.#kept.push({ s: this.#seq, text });
    if (this.#kept.length > this.#mostKept) this.#kept.shift();
    this.send?.(text);
  }

  /** Whether everything after `seq` is still kept. */
  canReplay(seq: number): boolean {
    const oldest = this.#kept[0]?.s ?? this.#seq + 1;
    return seq <= this.#seq && seq + 1 >= oldest;
  }

  replay(seq: number, send: (text: string) => void): void {
    for (const event of this.#kept) if (event.s > seq) send(event.text);
  }
}
