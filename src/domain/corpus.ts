import type { Article } from "./article.ts";
import type { Problem } from "./problem.ts";

/** One thing with several names. Matching treats the names as one; showing uses `term`. */
export interface GlossaryEntry {
  /** The name to show: "Ministry of Intelligence and Security". */
  readonly term: string;
  /** Abbreviations, spellings and other names of it: "MOIS". */
  readonly aliases: readonly string[];
}

/** What a community's `event.yaml` says. */
export interface NewsEvent {
  /** The folder's name. */
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** BCP 47 tags of the languages the articles are written in, the main one first. */
  readonly languages: readonly string[];
  /** IANA time zone in which the event's days are counted: "Europe/Tirane". */
  readonly timeZone: string;
  readonly glossary: readonly GlossaryEntry[];
  /** Questions the corpus is known to answer, shown to people who do not know what to ask. */
  readonly examples: readonly string[];
}

/** Articles that passed every check, with what was wrong with those that did not. Never changed, only replaced. */
export interface Corpus {
  readonly event: NewsEvent;
  /** Newest first; articles without a date last; ties by id. */
  readonly articles: readonly Article[];
  /** First 12 hex digits of a SHA-256 over the event and every article: two corpora with the same content agree. */
  readonly version: string;
  readonly problems: readonly Problem[];
}
