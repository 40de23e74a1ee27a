import type { Article, ArticleKind } from "./article.ts";
import type { LeftOut } from "./import-report.ts";
import type { Problem } from "./problem.ts";

/** Bytes that may hold articles: a file, a fetched page, a feed, what came by standard input. */
export interface SourceBytes {
  /** As whoever gave it calls it: a path, an address, `-` for standard input. For messages. */
  readonly name: string;
  /** Address it was fetched from, after redirects; null where it was not. */
  readonly url: string | null;
  /** As a server stated it: `text/html; charset=utf-8`. Null where nobody did. */
  readonly contentType: string | null;
  readonly bytes: Uint8Array;
}

/**
 * What the person who imports says of the articles. It overrides what a source says of itself; of a source with many
 * articles it fills in what they leave out, title and address excepted, which no two articles share.
 */
export interface GivenFields {
  readonly title?: string;
  readonly publisher?: string;
  readonly url?: string;
  readonly published?: string;
  readonly language?: string;
  readonly kind?: ArticleKind;
}

/** An article read from a source. Its id is a proposal. What is uncertain about it is told in warnings beside it. */
export interface ImportDraft {
  readonly article: Article;
  readonly leftOut: readonly LeftOut[];
}

/** An article that a feed tells of, to be fetched from its own page. */
export interface FeedEntry {
  /** Absolute http(s) address of its page. */
  readonly url: string;
  readonly title: string | null;
  /** `YYYY-MM-DD`, in the feed's own time zone. */
  readonly published: string | null;
  readonly authors: readonly string[];
}

/** What a source holds: articles, or for a feed the places where they are. Errors say what could not be read. */
export interface SourceReading {
  readonly drafts: readonly ImportDraft[];
  readonly entries: readonly FeedEntry[];
  readonly problems: readonly Problem[];
}

/** A piece of two texts beside each other, by paragraph. */
export interface ParagraphChange {
  readonly type: "same" | "added" | "removed";
  readonly text: string;
}

/** What an import would make of one article. */
export type PlannedOutcome =
  | { readonly type: "new" }
  /** It is there already, exactly so. */
  | { readonly type: "unchanged"; readonly existing: Article }
  /** One with the same address is there and reads otherwise: this is a new version of it; the old one is kept. */
  | {
      readonly type: "changed";
      readonly existing: Article;
      /** Names of the fields that differ, `body` among them. */
      readonly fields: readonly string[];
      readonly body: readonly ParagraphChange[];
    }
  /** Says what another says, nearly word for word; it is added and linked to it. `similarity` is 0 to 1 (Jaccard). */
  | { readonly type: "reprint"; readonly of: Article; readonly similarity: number };

export interface PlannedArticle {
  /** With the id it will have. */
  readonly draft: ImportDraft;
  /** The source's name. */
  readonly from: string;
  readonly outcome: PlannedOutcome;
}
