import type { AttachedFile, PickedChannel, TargetMessage } from "../domain/command.ts";
import type { Who } from "../domain/who.ts";

/** Where the answers to one interaction go. Its token is a secret for 15 minutes. */
export interface Address {
  readonly applicationId: string;
  readonly id: string;
  readonly token: string;
}

export type OptionValue = string | number | boolean | AttachedFile;

/** What all interactions have in common. */
export interface Received {
  readonly address: Address;
  /** Locale of the person's client. */
  readonly locale: string;
  /** What the bot may do there, as Discord's bit set; null where it is not told. */
  readonly permissions: bigint | null;
  /** Whether the bot itself is not there: the person brought its commands along, as a user-installed app. */
  readonly asGuest: boolean;
}

/** Something somebody did. */
export interface Done extends Received {
  readonly who: Who;
  /** What Discord says of the person in the server; null outside of servers. */
  readonly member: Member | null;
  /** The channel that a thread belongs to; null for others, and where it is not told. */
  readonly parentChannel: string | null;
}

/** Somebody in a server, and in one of its channels. */
export interface Member {
  /** What the person may do there, as Discord's bit set; 0 where it is not told. */
  readonly permissions: bigint;
  /** Ids of the person's roles. */
  readonly roles: readonly string[];
}

/** Something done to a message of ours. */
interface DoneToMessage extends Done {
  readonly customId: string;
  /** Whether the person is the one whose command the message answers. */
  readonly byAsker: boolean;
  /** Whether nobody but the person sees the message. */
  readonly unseenByOthers: boolean;
  /** Title of the message, as Discord Markdown; null for a message without one. */
  readonly title: string | null;
}

export interface CommandInteraction extends Done {
  readonly kind: "command";
  readonly name: string;
  /** Null for a command without any. */
  readonly subcommand: string | null;
  readonly values: ReadonlyMap<string, OptionValue>;
}

/** A command of the context menu of messages. */
export interface MessageInteraction extends Done {
  readonly kind: "message";
  /** As it is shown, which is how Discord names it. */
  readonly name: string;
  readonly target: TargetMessage;
}

export interface AutocompleteInteraction extends Done {
  readonly kind: "autocomplete";
  readonly name: string;
  readonly subcommand: string | null;
  readonly option: string;
  readonly typed: string;
}

/** A button pressed, or values chosen. */
export interface ActionInteraction extends DoneToMessage {
  readonly kind: "action";
  readonly values: readonly string[];
  readonly channels: readonly PickedChannel[];
}

/** A form filled in. */
export interface FormInteraction extends DoneToMessage {
  readonly kind: "form";
  readonly fields: Readonly<Record<string, string>>;
  /** Whether it was opened from a message, which an answer can take the place of. */
  readonly onMessage: boolean;
}

/** What a person did, as far as we have an answer for it. */
export type Interaction =
  | CommandInteraction
  | MessageInteraction
  | AutocompleteInteraction
  | ActionInteraction
  | FormInteraction
  /** Kinds that Discord adds later, and payloads that make no sense. */
  | (Received & { readonly kind: "unknown" });
