import type { Locale } from "discord-api-types/v10";

/** A file's size in characters, and how much a conversation may hold. */
export const mostCharacters = 65_536;
export const mostSteps = 100;
export const mostWaitMs = 10_000;

/** Where a step happens; a channel of the server by its name. */
export type PlaceName = "direct" | "group" | "foreign" | "thread" | { readonly channel: string };

/** What a person does in a step. */
export type Deed =
  | {
      readonly type: "command";
      readonly name: string;
      readonly options: Readonly<Record<string, string | number | boolean>>;
    }
  /** Presses the newest button with that label. */
  | { readonly type: "press"; readonly label: string }
  /** Chooses from the newest select, by the options' labels. */
  | { readonly type: "choose"; readonly labels: readonly string[] }
  /** Sends the form that the step before opened, by the fields' labels; what is left out stays as it was. */
  | { readonly type: "fill"; readonly fields: Readonly<Record<string, string>> }
  /** Uses a message command on the newest message that holds the words, or on the newest of all. */
  | { readonly type: "message-command"; readonly name: string; readonly on: string | null }
  | { readonly type: "say"; readonly content: string }
  /** Starts a thread, where the steps after it happen. */
  | { readonly type: "thread"; readonly name: string }
  | { readonly type: "wait"; readonly ms: number };

/** A step: who, in which language, where (each null for "as before"), and what. */
export interface Step {
  readonly as: string | null;
  readonly locale: Locale | null;
  readonly place: PlaceName | null;
  readonly deed: Deed;
}

/** Things people do one after the other, to be played in the sandbox. */
export interface Conversation {
  readonly title: string;
  readonly steps: readonly Step[];
}
