import type { Picture } from "./picture.ts";

/**
 * What the bot says, as plain data. `present` makes it, `discord` sends it; neither knows the other. Every string that
 * holds Markdown is already escaped and within Discord's limits.
 */
export interface Reply {
  /** Private replies are seen by the person who asked, and by nobody else. */
  readonly visibility: "public" | "private";
  /** Colours the reply; the words say the same, so that colour is never needed to understand it. */
  readonly outcome: Outcome;
  /** One line above the text, plain text; null for none. */
  readonly title: string | null;
  /** Discord Markdown. */
  readonly body: string;
  /** One quiet line below, plain text: how well founded, how fresh. */
  readonly footer: string | null;
  /** At most five rows: each up to five buttons, or one select. */
  readonly controls: readonly ControlRow[];
  /** Files sent along, at most 1 MiB together. */
  readonly attachments?: readonly Attachment[];
  /** Shown below the text. */
  readonly picture?: Picture;
}

/** A text file in UTF-8. */
export interface Attachment {
  /** With its extension: `answers.json`. */
  readonly name: string;
  readonly text: string;
}

export type Outcome = "answered" | "disagreement" | "not-in-articles" | "information" | "failure";

export type ControlRow =
  | { readonly type: "buttons"; readonly buttons: readonly Button[] }
  | { readonly type: "select"; readonly select: Select }
  | { readonly type: "picker"; readonly picker: Picker };

/** A button either calls an action of a command or opens a web address. */
export type Button = ActionButton | LinkButton;

export interface ActionButton {
  readonly type: "action";
  readonly label: string;
  readonly action: ActionRef;
  readonly disabled: boolean;
  /** `strong` for the one button most people want next; `plain` where absent. */
  readonly weight?: "plain" | "strong";
}

export interface LinkButton {
  readonly type: "link";
  readonly label: string;
  readonly url: string;
}

export interface Select {
  readonly placeholder: string;
  readonly action: ActionRef;
  /** At most 25. */
  readonly options: readonly SelectOption[];
  /** Fewest and most that can be chosen; one where absent. */
  readonly count?: { readonly least: number; readonly most: number };
}

export interface SelectOption {
  readonly label: string;
  readonly description: string | null;
  readonly value: string;
  /** Whether it is chosen at first. */
  readonly chosen?: boolean;
}

/** Lets people choose among what their server has. What they choose comes to the action as ids. */
export interface Picker {
  readonly of: "roles" | "channels";
  readonly placeholder: string;
  readonly action: ActionRef;
  /** Ids of what is chosen at first. */
  readonly chosen: readonly string[];
  /** Fewest and most that can be chosen, 0 to 25. */
  readonly count: { readonly least: number; readonly most: number };
}

/** A form that opens over the chat. What is filled in goes to `action`, as the fields of its context. */
export interface Form {
  /** 45 characters. */
  readonly title: string;
  readonly action: ActionRef;
  /** One to five. */
  readonly fields: readonly FormField[];
}

export interface FormField {
  /** `[A-Za-z0-9_-]`, no other field of the form has it. */
  readonly name: string;
  /** 45 characters. */
  readonly label: string;
  readonly lines: "one" | "several";
  readonly required: boolean;
  /** In characters, at most 4,000. */
  readonly maxLength: number;
  /** What stands in it at first; null for nothing. */
  readonly value: string | null;
}

/**
 * Names an action of a command with the state it needs. It travels in the component's `custom_id` (100 characters at
 * most), so a button works after a restart; it can be forged, so an action trusts nothing in it.
 */
export interface ActionRef {
  readonly command: string;
  readonly action: string;
  readonly state: readonly string[];
}
