import type { Article } from "./article.ts";
import type { LeftOut } from "./import-report.ts";
import type { Problem } from "./problem.ts";

/** Who is changing an event folder. */
export interface LockHolder {
  readonly pid: number;
  readonly host: string;
  /** ISO 8601, UTC. */
  readonly since: string;
}

/** What is wrong with an archive of an event, or with one entry of it. */
export type ArchiveFlaw =
  | "not-an-archive"
  | "manifest-missing"
  | "manifest-invalid"
  | "format-unknown"
  | "too-many-files"
  | "too-large"
  | "file-too-large"
  | "name-not-ours"
  | "not-a-file"
  | "unlisted"
  | "twice"
  | "size-wrong"
  | "hash-wrong"
  | "missing";

/** Why an event folder was not changed, or not read. What was there is there still. The words: `present/corpus/keeping-failures.ts`. */
export type KeepingFailure =
  /** Somebody else is changing it, for longer than one may wait. `holder` is null where the lock does not say. */
  | { readonly id: "folder-busy"; readonly folder: string; readonly holder: LockHolder | null }
  | { readonly id: "not-an-event-folder"; readonly folder: string; readonly why: "missing" | "link" | "not-a-folder" }
  | { readonly id: "event-exists"; readonly folder: string }
  | { readonly id: "article-id-invalid"; readonly received: string }
  | { readonly id: "article-missing"; readonly article: string }
  | { readonly id: "version-missing"; readonly article: string; readonly version: string }
  /** What would be written, or is there and would have to be understood, is no article. */
  | { readonly id: "article-unsound"; readonly article: string; readonly problems: readonly Problem[] }
  /** It is no longer what the change was meant for. */
  | { readonly id: "changed-meanwhile"; readonly article: string }
  | { readonly id: "name-taken"; readonly file: string }
  | { readonly id: "reason-invalid" }
  | { readonly id: "disk-full"; readonly file: string }
  | { readonly id: "file-unreadable"; readonly file: string; readonly reason: string }
  | { readonly id: "file-unwritable"; readonly file: string; readonly reason: string }
  /** `entry` is the name within the archive, as it stands there; null where the whole is meant. */
  | {
      readonly id: "archive-unsound";
      readonly archive: string;
      readonly entry: string | null;
      readonly why: ArchiveFlaw;
    };

/** An article as an import left it. */
export interface KeptArticle {
  readonly article: Article;
  /** The source's name. */
  readonly from: string;
  readonly outcome: "added" | "replaced" | "unchanged";
  /** Of a replaced article, the version that is in its history now. */
  readonly replaced: string | null;
  readonly leftOut: readonly LeftOut[];
}

/** An article that an import could not write. */
export interface RefusedArticle {
  readonly article: Article;
  readonly from: string;
  readonly failure: KeepingFailure;
}

/** What became of a plan. */
export interface KeepingReport {
  readonly articles: readonly KeptArticle[];
  readonly refused: readonly RefusedArticle[];
}

/** An earlier text of an article, kept when it was replaced. */
export interface ArticleVersion {
  /** First 12 hex digits of the SHA-256 of its file. */
  readonly version: string;
  /** When it was put into the history, ISO 8601 in UTC, as far as the file system remembers. */
  readonly keptAt: string;
  readonly bytes: number;
}

/** An article that was taken out. */
export interface WithdrawnArticle {
  readonly id: string;
  /** Null where its file cannot be read as an article. */
  readonly article: Article | null;
  /** `YYYY-MM-DD`, and why; null where its file does not say. */
  readonly on: string | null;
  readonly reason: string | null;
}

/** How many articles there are of a kind. */
export interface ArticleCount {
  readonly name: string;
  readonly articles: number;
}

/** A corpus in numbers. */
export interface CorpusStats {
  readonly articles: number;
  readonly withdrawn: number;
  /** Most articles first. */
  readonly publishers: readonly ArticleCount[];
  readonly languages: readonly ArticleCount[];
  readonly kinds: readonly ArticleCount[];
  /** `2022-09`, or `2022` for those of which only the year is known; earliest first, only those that have articles. */
  readonly months: readonly ArticleCount[];
  readonly undated: number;
  readonly withoutUrl: number;
  readonly reprints: number;
}

/** What an archive of an event holds. */
export interface EventArchive {
  /** The event's id when it was made. */
  readonly event: string;
  /** The corpus's version, see `Corpus`. */
  readonly corpus: string;
  /** Articles that were served; the history and what was withdrawn are not counted. */
  readonly articles: number;
  readonly files: number;
  /** Files of the folder that are none of its layout and were left out, at most 100 of them. */
  readonly leftOut: readonly string[];
}
