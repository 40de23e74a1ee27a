import type { FetchFailure } from "./fetching.ts";

/**
 * What can be wrong with a corpus, by identifier. The words for each are in `present/corpus/problems.ts`; the fields here are
 * what those words need.
 */
export type ProblemDetail =
  | { readonly id: "folder-missing" }
  | { readonly id: "folder-unreadable"; readonly reason: string }
  /** The file given as a corpus is none. */
  | { readonly id: "no-corpus" }
  | { readonly id: "no-articles" }
  | { readonly id: "several-events"; readonly events: readonly string[] }
  | { readonly id: "file-unreadable"; readonly reason: string }
  | { readonly id: "file-not-regular" }
  | { readonly id: "file-too-large"; readonly bytes: number; readonly limit: number }
  | { readonly id: "file-not-utf8"; readonly offset: number }
  | { readonly id: "file-name-invalid" }
  /** An id to make a file name of names another folder. */
  | { readonly id: "id-invalid"; readonly received: string }
  | { readonly id: "front-matter-missing" }
  | { readonly id: "front-matter-unclosed" }
  | { readonly id: "front-matter-language"; readonly language: string }
  | { readonly id: "yaml-invalid"; readonly reason: string }
  | { readonly id: "json-invalid"; readonly reason: string }
  | { readonly id: "field-missing" }
  | { readonly id: "field-duplicate" }
  | { readonly id: "field-unknown"; readonly known: readonly string[] }
  /** `remedy` where one is known: YAML takes unquoted digits for a number, and a single value for no list. */
  | {
      readonly id: "field-type";
      readonly expected: string;
      readonly received: string;
      readonly remedy: "quotes" | "list" | null;
    }
  | { readonly id: "field-empty" }
  | { readonly id: "field-too-long"; readonly length: number; readonly limit: number }
  | { readonly id: "field-not-one-of"; readonly allowed: readonly string[]; readonly received: string }
  | { readonly id: "date-invalid"; readonly received: string }
  | { readonly id: "date-in-future"; readonly received: string }
  | { readonly id: "url-invalid"; readonly received: string }
  | { readonly id: "language-invalid"; readonly received: string }
  | { readonly id: "time-zone-invalid"; readonly received: string }
  | { readonly id: "alias-ambiguous"; readonly alias: string; readonly terms: readonly string[] }
  | { readonly id: "body-empty" }
  | { readonly id: "body-too-long"; readonly length: number; readonly limit: number }
  /** `character` as a code point: `U+0007`. */
  | { readonly id: "control-character"; readonly character: string }
  | { readonly id: "invisible-character"; readonly character: string }
  | { readonly id: "duplicate-id"; readonly articleId: string; readonly other: string }
  | { readonly id: "duplicate-body"; readonly other: string }
  /** A field was not given and this value stands in for it. */
  | { readonly id: "value-assumed"; readonly value: string }
  /** A field was not given, nothing stands in for it, and the article is the poorer for it. */
  | { readonly id: "value-unknown"; readonly value: "url" | "published" }
  /** A file to import is of a kind that cannot be read. */
  | { readonly id: "format-unsupported"; readonly format: string }
  | { readonly id: "file-unwritable"; readonly reason: string }
  | DoubtDetail
  /* What reading the bytes of a source finds: its characters, its language, a feed, a PDF. */
  /** Nobody says in which encoding it is written. */
  | { readonly id: "encoding-guessed"; readonly encoding: string }
  /** It says it is written in one encoding and is written in another. */
  | { readonly id: "encoding-contradicted"; readonly declared: string; readonly taken: string }
  | { readonly id: "encoding-unknown"; readonly declared: string }
  /** So many characters could not be read. */
  | { readonly id: "encoding-damaged"; readonly encoding: string; readonly count: number }
  /** BCP 47 tags. */
  | { readonly id: "language-differs"; readonly declared: string; readonly detected: string }
  | { readonly id: "language-unknown"; readonly assumed: string }
  | { readonly id: "feed-invalid"; readonly reason: string }
  | { readonly id: "feed-empty" }
  | { readonly id: "feed-too-long"; readonly length: number; readonly limit: number }
  /** So many entries name no page on the web. */
  | { readonly id: "feed-entries-unusable"; readonly count: number }
  | { readonly id: "pdf-damaged" }
  /** It asks for a password. */
  | { readonly id: "pdf-locked" }
  | { readonly id: "pdf-no-text"; readonly pages: number }
  | { readonly id: "pdf-pages-without-text"; readonly count: number; readonly pages: number }
  | { readonly id: "pdf-too-long"; readonly pages: number; readonly limit: number }
  /** Reading it took more time or memory than it may. */
  | { readonly id: "pdf-too-costly"; readonly limit: "time" | "memory" }
  /* Of gold questions. */
  | { readonly id: "gold-id-taken"; readonly goldId: string }
  /** A question that the articles should not answer names what the answer should hold. */
  | { readonly id: "gold-contradicts" }
  | { readonly id: "gold-article-unknown"; readonly goldId: string; readonly articleId: string }
  /** Somebody took it out of the corpus. `on` is a day, `reason` in their words; null where nobody says. */
  | {
      readonly id: "withdrawn-before";
      readonly article: string;
      readonly on: string | null;
      readonly reason: string | null;
    }
  /** What a source tells of could not be fetched. */
  | { readonly id: "not-fetched"; readonly failure: FetchFailure }
  | { readonly id: "source-too-costly"; readonly limit: "time" | "memory" }
  /** So many lines were bad that only the first problems are told one by one. */
  | { readonly id: "problems-omitted"; readonly count: number }
  /* Of pages that are read for their article. */
  /** Nested deeper, or with more elements, than a page may be. */
  | { readonly id: "page-too-complex"; readonly what: "depth" | "elements"; readonly limit: number }
  /** The thread that read it broke. */
  | { readonly id: "page-unreadable" }
  /** A page that holds no article: a front page, a list of articles, an empty page. */
  | { readonly id: "no-article" }
  /** The page holds further articles; only the first was taken. */
  | { readonly id: "several-articles" }
  /** The page says a field's value more than once, and not the same. `values` begins with the one taken. */
  | { readonly id: "values-differ"; readonly values: readonly string[] }
  /** Only the beginning of the article is there, the rest is for subscribers. */
  | { readonly id: "teaser" }
  | { readonly id: "text-short"; readonly length: number }
  /** Coverage that goes on: what was read is a state of it. */
  | { readonly id: "live-coverage" }
  /** The text stands in the page's metadata alone, where paragraphs may have been lost. */
  | { readonly id: "text-from-metadata" }
  /** The page names an address on another site as its own. */
  | { readonly id: "canonical-elsewhere"; readonly received: string };

/** What is doubtful about a corpus that has no errors: warnings all of them. */
export type DoubtDetail =
  | { readonly id: "reprint-of-itself" }
  | { readonly id: "reprint-origin-missing"; readonly origin: string }
  /** Ids of articles that are said to be reprints of each other. */
  | { readonly id: "reprint-loop"; readonly articles: readonly string[] }
  /** What a reprint links to is a reprint itself, of `origin`. */
  | { readonly id: "reprint-of-reprint"; readonly origin: string }
  /** Says what `origin` says; `share` of the shorter text is in both, 0 to 1. */
  | { readonly id: "reprint-unlinked"; readonly origin: string; readonly share: number }
  | {
      readonly id: "sentence-doubtful";
      readonly doubt: "long" | "unended" | "small-start" | "abbreviation";
      readonly text: string;
    }
  | { readonly id: "quotes-unbalanced"; readonly text: string }
  | { readonly id: "name-unused"; readonly term: string }
  | { readonly id: "example-unanswered"; readonly question: string }
  /** A brief has a run of words that stands in another file too. */
  | { readonly id: "brief-copies"; readonly other: string; readonly words: number; readonly text: string }
  | { readonly id: "url-repeated"; readonly other: string }
  | { readonly id: "url-shortened"; readonly host: string }
  | { readonly id: "url-copy"; readonly copy: "amp" | "mobile" | "archive" }
  | { readonly id: "url-insecure" }
  | { readonly id: "url-front-page" }
  | { readonly id: "url-tracking"; readonly parameters: readonly string[] }
  | { readonly id: "url-dead"; readonly reason: string }
  /** Most articles from the same host name another publisher, `usual`. */
  | { readonly id: "publisher-differs"; readonly host: string; readonly usual: string }
  /** The path of the address holds another date, `dated`. */
  | { readonly id: "date-not-in-url"; readonly published: string; readonly dated: string };

export type ProblemId = ProblemDetail["id"];

/** Something wrong with a file of the corpus: where exactly, and what. An `error` keeps the file out, a `warning` not. */
export interface Problem {
  readonly severity: "error" | "warning";
  /** Path of the file, relative to where the corpus was opened. */
  readonly file: string;
  /** Line counted from 1, or null where the whole file is meant. */
  readonly line: number | null;
  /** Name of the front matter or event field (`glossary[2].aliases`), or null where none is meant. */
  readonly field: string | null;
  readonly detail: ProblemDetail;
}
