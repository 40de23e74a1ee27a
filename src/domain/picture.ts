import type { Result } from "./result.ts";

/** A picture to be shown with a reply. */
export interface Picture {
  /** With its extension: `timeline.png`. */
  readonly name: string;
  readonly data: Uint8Array;
  /** What it shows, for those who do not see it: plain text, at most 1,024 characters. */
  readonly alt: string;
}

/** Events over time with how much was published. Texts are plain, in the reader's language, and may be cut. */
export interface TimelineChart {
  readonly title: string;
  /** What the bars count: "articles a week". */
  readonly unit: string;
  /** Without gaps, oldest first; `label` names the stretch where there is room. */
  readonly bars: readonly { readonly from: string; readonly to: string; readonly count: number }[];
  /** In order of time; `number` is the one it has in the text. Days are `YYYY-MM-DD`. */
  readonly events: readonly {
    readonly number: number;
    readonly from: string;
    readonly to: string;
    readonly label: string;
  }[];
  /** BCP 47, for months and figures. */
  readonly language: string;
  readonly alt: string;
}

/** Why there is no picture; for the operator. */
export interface PictureFailure {
  readonly id: "picture-failed";
  readonly reason: string;
}

/** Draws. Nothing here rejects. */
export interface Pictures {
  timeline(chart: TimelineChart, signal: AbortSignal): Promise<Result<Picture, PictureFailure>>;
}
