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
  /** What the member may do in the channel, as a permission bit set in decimal digits. */
  readonly permissions: string;
}

export interface PageChannel {
  readonly id: string;
  readonly name: string;
}

/** A message as the page shows it: only its owner sees an ephemeral one. */
export interface PageMessage {
  readonly message: APIMessage;
  readonly channelId: string;
  readonly ephemeral: boolean;
  /** True between a deferral and its answer: "… is thinking". */
  readonly thinking: boolean;
}

/** An option as filled in on the page. A nested list stands for a subcommand. */
export interface FilledOption {
  readonly name: string;
  readonly type: number;
  readonly value?: string | number | boolean;
  readonly options?: readonly FilledOption[];
}

export type FromPage =
  | {
      readonly type: "command";
      readonly nonce: string;
      readonly channelId: string;
      readonly commandId: string;
      readonly options: readonly FilledOption[];
      /** For message commands: the message right-clicked. */
      readonly targetId?: string;
    }
  | {
      readonly type: "autocomplete";
      readonly nonce: string;
      readonly channelId: string;
      readonly commandId: string;
      readonly options: readonly FilledOption[];
      /** Name of the option being typed. */
      readonly focused: string;
    }
  | {
      readonly type: "component";
      readonly nonce: string;
      readonly channelId: string;
      readonly messageId: string;
      readonly customId: string;
      /** Discord's component type: 2 button, 3 string select. */
      readonly componentType: number;
      readonly values: readonly string[];
    }
  | {
      readonly type: "modal-submit";
      readonly nonce: string;
      /** As received in the `modal` message. */
      readonly modalId: string;
      readonly values: Readonly<Record<string, string>>;
    }
  | { readonly type: "say"; readonly channelId: string; readonly content: string }
  | { readonly type: "dismiss"; readonly messageId: string }
  | { readonly type: "locale"; readonly locale: string };

export type ToPage =
  | {
      /** First message after the connection opens: all there is to show. */
      readonly type: "hello";
      readonly guildName: string;
      readonly channels: readonly PageChannel[];
      readonly me: Persona;
      /** The connected bot, or null while none is. */
      readonly bot: APIUser | null;
      readonly commands: readonly APIApplicationCommand[];
      readonly messages: readonly PageMessage[];
    }
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
  /** The bot answered the interaction in time. */
  | { readonly type: "acknowledged"; readonly nonce: string }
  /** It did not, or the request itself was impossible. `reason` is a sentence for the person at the page. */
  | { readonly type: "failed"; readonly nonce: string; readonly reason: string };
