import type { ArticleCount } from "./keeping.ts";
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

/** What a corpus covers, counted in articles. */
export interface Coverage {
  readonly articles: number;
  /** By month, `2022-09`: earliest first, only those that have articles. */
  readonly months: readonly ArticleCount[];
  /** Articles of which no month is known. */
  readonly undated: number;
  /** At most twelve, most articles first. */
  readonly publishers: readonly ArticleCount[];
  /** The publishers that are not among those, and their articles. */
  readonly others: { readonly publishers: number; readonly articles: number };
  /** What most articles mention, at most twelve. */
  readonly topics: readonly ArticleCount[];
}

/** A corpus at a glance. Texts are plain, in the reader's language, and may be cut. */
export interface CoverageChart {
  readonly title: string;
  readonly subtitle: string;
  /** What the bars count: "articles a month". */
  readonly unit: string;
  /** Without gaps, oldest first; days are `YYYY-MM-DD`. */
  readonly bars: TimelineChart["bars"];
  /** At most two, side by side. */
  readonly lists: readonly CountedList[];
  /** Stands for a name that cannot be drawn: "other script". */
  readonly undrawable: string;
  /** BCP 47, for months and figures. */
  readonly language: string;
  readonly alt: string;
}

/** Names with how much each counts, most first. */
export interface CountedList {
  readonly heading: string;
  readonly rows: readonly { readonly label: string; readonly count: number }[];
  /** All that have no row of their own. */
  readonly rest: { readonly label: string; readonly count: number } | null;
}

/** Why there is no picture; for the operator. */
export interface PictureFailure {
  readonly id: "picture-failed";
  readonly reason: string;
}

/** Why no picture was written to a file. */
export type PictureFileFailure =
  | PictureFailure
  /** Its name ends in neither `.png` nor `.svg`. */
  | { readonly id: "kind-unknown" }
  | { readonly id: "nothing-to-draw" }
  | { readonly id: "file-unwritable"; readonly reason: string };

/** Draws. Nothing here rejects. */
export interface Pictures {
  timeline(chart: TimelineChart, signal: AbortSignal): Promise<Result<Picture, PictureFailure>>;
  coverage(chart: CoverageChart, signal: AbortSignal): Promise<Result<Picture, PictureFailure>>;
}
