/** What a piece of a saved page is, when it is not reporting. */
export type FurnitureReason =
  "navigation" | "headline" | "caption" | "byline" | "repeated" | "sharing" | "advertising" | "boilerplate";

/** A paragraph of a saved page that was not taken over. */
export interface LeftOut {
  /** Line of the source on which it begins, counted from 1; in a JSON Lines file, line of the article's text. */
  readonly line: number;
  readonly text: string;
  readonly reason: FurnitureReason;
}
