import type { APIOverwrite } from "discord-api-types/v10";
import type { Person } from "./people.ts";

interface Named {
  readonly id: string;
  readonly name: string;
}

/** A text channel of the sandbox's own guild. */
export interface TextChannel extends Named {
  readonly kind: "text";
  readonly position: number;
  overwrites: readonly APIOverwrite[];
}

/** A text channel to begin with. */
export interface ChannelPlan {
  readonly name: string;
  /** Whether only those who manage channels write there: the bot does not. */
  readonly readOnly?: boolean;
  /** Name of a thread it has from the start. */
  readonly thread?: string;
}

/** A public thread of a text channel. */
export interface Thread extends Named {
  readonly kind: "thread";
  readonly parent: TextChannel;
  readonly ownerId: string;
  /** ISO 8601. */
  readonly startedAt: string;
  /** `locked`: only who manages threads opens it again; `archived`: whoever writes there does. */
  state: "open" | "archived" | "locked";
}

/** What one person and the bot say to each other. */
export interface DirectChannel extends Named {
  readonly kind: "direct";
  readonly person: Person;
}

/** A conversation among people that the bot is no part of: who installed the app uses it there all the same. */
export interface GroupChannel extends Named {
  readonly kind: "group";
}

/** A text channel of another guild, which the bot never joined. */
export interface ForeignChannel extends Named {
  readonly kind: "foreign";
  readonly guildId: string;
}

/** Anywhere a person can be. */
export type Channel = TextChannel | Thread | DirectChannel | GroupChannel | ForeignChannel;

/** Whether a person can be in a channel: direct messages are for one alone. */
export function isOpenTo(channel: Channel, person: Person): boolean {
  return channel.kind !== "direct" || channel.person.user.id === person.user.id;
}

/** The text channel whose overwrites count: a thread has those of its parent. Null outside the guild. */
export function guildChannel(channel: Channel): TextChannel | null {
  if (channel.kind === "text") return channel;
  return channel.kind === "thread" ? channel.parent : null;
}

/** Whether the bot is there: only then can it read and write outside interactions. */
export function hasBot(channel: Channel): channel is TextChannel | Thread | DirectChannel {
  return channel.kind !== "group" && channel.kind !== "foreign";
}
