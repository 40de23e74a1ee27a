/** How a timestamp `<t:…:R>` is to be shown: the letter Discord uses for it. */
export type TimestampStyle = "t" | "T" | "d" | "D" | "f" | "F" | "R";

/** Inline or block piece of a message, told apart by `type`. Text is text: nothing in it is markup any more. */
export type MarkdownNode =
  | { readonly type: "text"; readonly text: string }
  | {
      readonly type: "strong" | "emphasis" | "underline" | "strike" | "spoiler" | "subtext" | "quote";
      readonly children: readonly MarkdownNode[];
    }
  | { readonly type: "heading"; readonly level: 1 | 2 | 3; readonly children: readonly MarkdownNode[] }
  | { readonly type: "list"; readonly start: number | null; readonly items: readonly (readonly MarkdownNode[])[] }
  | { readonly type: "code"; readonly text: string }
  | { readonly type: "code-block"; readonly text: string; readonly language: string | null }
  /** `url` is always absolute http or https. */
  | { readonly type: "link"; readonly url: string; readonly children: readonly MarkdownNode[] }
  | { readonly type: "user" | "role" | "channel"; readonly id: string }
  | { readonly type: "everyone"; readonly name: "everyone" | "here" }
  | { readonly type: "command"; readonly name: string }
  | { readonly type: "emoji"; readonly name: string }
  | { readonly type: "timestamp"; readonly seconds: number; readonly style: TimestampStyle };

/** A piece found at some place of the source, and where the source goes on. */
export interface Match {
  readonly node: MarkdownNode;
  readonly end: number;
}

/** What is open around the place being read. */
export interface Surroundings {
  /** How many pieces are open: beyond a limit markup stays text, so that no message can exhaust the stack. */
  readonly depth: number;
  readonly insideLink: boolean;
  readonly insideQuote: boolean;
}

/** Tries to read one piece that begins exactly at `at`. */
export type Matcher = (source: string, at: number, around: Surroundings) => Match | null;
