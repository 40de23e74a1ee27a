/**
 * What the sandbox and its page say to each other: JSON messages over one WebSocket at `/page`. Types only, imported by
 * both sides. Whatever Discord has a type for travels as that type (`discord-api-types/v10`).
 */
import type {
  APIApplicationCommand,
  APIApplicationCommandOptionChoice,
  APIMessage,
  APIModalInteractionResponseCallbackData,
  APIUser,
} from "discord-api-types/v10";

/** A person the page can act as. */
export interface Persona {
  readonly user: APIUser;
  /** Who they are to the server, in a few words. */
  readonly about: string;
  /** What the member may do, as a permission bit set in decimal digits. */
  readonly permissions: string;
  /** The language of their client, one of Discord's. */
  readonly locale: string;
  /** Whether they take no direct messages. */
  readonly closed: boolean;
  /** Ids of their roles beside everybody's. */
  readonly roles: readonly string[];
}

/** A role of the server. */
export interface PageRole {
  readonly id: string;
  readonly name: string;
}

/**
 * A place to be. `text` and `thread`: of the server; `direct`: with the bot; `group`: among people, without the bot;
 * `foreign`: of a server that the bot is not in.
 */
export interface PageChannel {
  readonly id: string;
  readonly name: string;
  readonly kind: "text" | "thread" | "direct" | "group" | "foreign";
  /** For a thread: the channel it belongs to. */
  readonly parentId: string | null;
  /** The one persona whose channel it is, or null for everybody's. */
  readonly ownerId: string | null;
  /** What each persona may do there, by their id, as `Persona.permissions`; empty outside the server. */
  readonly permissions: Readonly<Record<string, string>>;
}

/** A message as the page shows it. */
export interface PageMessage {
  readonly message: APIMessage;
  readonly channelId: string;
  /** The one person who sees it (an ephemeral one), or null for everybody in the channel. */
  readonly ownerId: string | null;
  /** True between a deferral and its answer: "… is thinking". */
  readonly thinking: boolean;
}

/** A step of a conversation that was played, and what came back. */
export interface PlayedStep {
  /** From 1. */
  readonly number: number;
  readonly count: number;
  /** What was done: `/ask question:who`. */
  readonly deed: string;
  /** What came back, in a sentence. */
  readonly came: string;
  /** Whether the step did what it says. */
  readonly ok: boolean;
  readonly personaId: string;
  readonly channelId: string;
}

/** An option as filled in on the page. A nested list stands for a subcommand. */
export interface FilledOption {
  readonly name: string;
  readonly type: number;
  readonly value?: string | number | boolean;
  readonly options?: readonly FilledOption[];
}

/** Who does it: the id of a persona. All personas act over one socket. */
interface Acting {
  readonly personaId: string;
}

/** Something the server answers with `acknowledged` or `failed`. */
interface Asking extends Acting {
  readonly nonce: string;
}

export type FromPage =
  | (Asking & {
      readonly type: "command";
      readonly channelId: string;
      readonly commandId: string;
      readonly options: readonly FilledOption[];
      /** For message commands: the message right-clicked. */
      readonly targetId?: string;
    })
  | (Asking & {
      readonly type: "autocomplete";
      readonly channelId: string;
      readonly commandId: string;
      readonly options: readonly FilledOption[];
      /** Name of the option being typed. */
      readonly focused: string;
    })
  | (Asking & {
      readonly type: "component";
      readonly channelId: string;
      readonly messageId: string;
      readonly customId: string;
      /** Discord's component type: 2 button; selects: 3 of strings, 6 of roles, 8 of channels. */
      readonly componentType: number;
      readonly values: readonly string[];
    })
  | (Asking & {
      readonly type: "modal-submit";
      /** As received in the `modal` message. */
      readonly modalId: string;
      readonly values: Readonly<Record<string, string>>;
    })
  | (Asking & { readonly type: "say"; readonly channelId: string; readonly content: string })
  /** Posts a message without words, to try message commands on. */
  | (Asking & { readonly type: "post-sample"; readonly channelId: string; readonly sample: "picture" | "preview" })
  | (Asking & { readonly type: "start-thread"; readonly channelId: string; readonly name: string })
  | (Asking & { readonly type: "delete-channel"; readonly channelId: string })
  | (Asking & { readonly type: "delete-message"; readonly messageId: string })
  | (Acting & { readonly type: "dismiss"; readonly messageId: string })
  | (Acting & { readonly type: "locale"; readonly locale: string })
  /** Whether the persona takes no direct messages from now on. */
  | (Acting & { readonly type: "close-direct"; readonly closed: boolean })
  /** Plays a conversation. `text` is the file's. */
  | { readonly type: "play"; readonly nonce: string; readonly text: string }
  | { readonly type: "stop-playing"; readonly nonce: string };

export type ToPage =
  | {
      /** First message after the connection opens: all there is to show. */
      readonly type: "hello";
      readonly guildName: string;
      readonly channels: readonly PageChannel[];
      /** Whom the page can act as, the first unless told otherwise. */
      readonly personas: readonly Persona[];
      /** Everybody's first. */
      readonly roles: readonly PageRole[];
      /** The connected bot, or null while none is. */
      readonly bot: APIUser | null;
      readonly commands: readonly APIApplicationCommand[];
      readonly messages: readonly PageMessage[];
    }
  /** All there are now. */
  | { readonly type: "channels"; readonly channels: readonly PageChannel[] }
  | { readonly type: "roles"; readonly roles: readonly PageRole[] }
  | { readonly type: "persona"; readonly persona: Persona }
  | { readonly type: "bot"; readonly bot: APIUser | null }
  | { readonly type: "commands"; readonly commands: readonly APIApplicationCommand[] }
  /** A new message, or a new state of one the page has (same id). */
  | { readonly type: "message"; readonly message: PageMessage }
  | { readonly type: "message-deleted"; readonly messageId: string }
  | {
      readonly type: "choices";
      readonly nonce: string;
      readonly choices: readonly APIApplicationCommandOptionChoice[];
    }
  | {
      readonly type: "modal";
      readonly nonce: string;
      readonly modalId: string;
      readonly modal: APIModalInteractionResponseCallbackData;
    }
  | { readonly type: "played"; readonly nonce: string; readonly step: PlayedStep }
  /** The bot answered the interaction in time; what was asked for is done; the conversation is over. */
  | { readonly type: "acknowledged"; readonly nonce: string }
  /** It did not, or the request itself was impossible. `reason` is a sentence for the person at the page. */
  | { readonly type: "failed"; readonly nonce: string; readonly reason: string };
