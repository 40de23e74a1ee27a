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
}

export type Outcome = "answered" | "disagreement" | "not-in-articles" | "information" | "failure";

export type ControlRow =
  | { readonly type: "buttons"; readonly buttons: readonly Button[] }
  | { readonly type: "select"; readonly select: Select };

/** A button either calls an action of a command or opens a web address. */
export type Button = ActionButton | LinkButton;

export interface ActionButton {
  readonly type: "action";
  readonly label: string;
  readonly action: ActionRef;
  readonly disabled: boolean;
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
}

export interface SelectOption {
  readonly label: string;
  readonly description: string | null;
  readonly value: string;
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
