import type { ArticleKind } from "./article.ts";

/** Where articles of an event come from, as its `event.yaml` lists it. */
export interface EventSource {
  readonly url: string;
  /** Null where what is found there tells. */
  readonly type: "feed" | "page" | null;
  /** Said of its articles instead of what they say themselves; null for nothing. */
  readonly publisher: string | null;
  readonly language: string | null;
  readonly kind: ArticleKind | null;
  /** Only articles with one of these words are taken; all where it is empty. */
  readonly include: readonly string[];
  /** Most pages that are looked at each time: new ones, and known ones again; null for the usual number. */
  readonly limit: number | null;
}

/** A page that is there no more, with the article that came from it. The article stays until a person takes it out. */
export interface GonePage {
  readonly url: string;
  readonly article: string | null;
}

/** What was found at a source since last time. */
export interface SyncedSource {
  readonly url: string;
  /** `not-modified`: the server says that nothing is another. */
  readonly outcome: "read" | "not-modified" | "failed";
  /** Ids of articles that are new, and of those that read otherwise. */
  readonly added: readonly string[];
  readonly changed: readonly string[];
  /** Pages that are as they were; those of which the server itself said so are counted in both. */
  readonly unchanged: number;
  readonly notModified: number;
  /** Pages that say none of the words to look for. */
  readonly passedOver: number;
  readonly gone: readonly GonePage[];
  /** Addresses that are tried again next time. */
  readonly failed: readonly string[];
}

/** What rests on an article. */
export interface ArticleUse {
  readonly article: string;
  /** Posts in channels that cite it. */
  readonly posts: number;
  /** Ids of gold questions that name it. */
  readonly gold: readonly string[];
}
