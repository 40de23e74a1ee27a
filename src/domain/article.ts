/** `brief`: reporting retold in our own words. `original`: the article as published. */
export type ArticleKind = "brief" | "original";

/** A date as precise as its source gives it: `2022`, `2022-09` or `2022-09-10` (ISO 8601, reduced precision). */
export type PartialDate = string;

/** Where an article came from, for messages and for checking a citation against its file. */
export interface ArticleSource {
  /** Path of the file, relative to where the corpus was opened. */
  readonly file: string;
  /** Line of the file on which the body begins, counted from 1; in a JSON Lines file, the article's line. */
  readonly bodyLine: number;
}

/** One article of the corpus. */
export interface Article {
  /**
   * Unique in its corpus: the file's name without `.md`, lower-case letters, digits and hyphens. From a JSON Lines file,
   * the `id` as it stands there, at most 200 characters.
   */
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  /** The wire or outlet the reporting came from, where the publisher relays another's: "AP". */
  readonly agency: string | null;
  readonly authors: readonly string[];
  /** Absolute http(s) address of the article as published, or null where none is known. */
  readonly url: string | null;
  readonly published: PartialDate | null;
  /** BCP 47 tag of the language the body is written in. */
  readonly language: string;
  readonly kind: ArticleKind;
  /** What a reader should know of the record itself ("title unverified"), shown with the article. */
  readonly note: string | null;
  /**
   * Id of the article of the same corpus that this one prints again, whole or nearly so; null where it is no reprint.
   * The two count as one source.
   */
  readonly reprintOf: string | null;
  /** Plain text, paragraphs parted by a blank line. Citations are offsets into exactly this string. */
  readonly body: string;
  readonly source: ArticleSource;
}
