/** What was done with a publication, a digest or the settings. */
export type Deed =
  | "drafted"
  | "changed"
  | "asked-for-approval"
  | "approved"
  | "sent-back"
  | "posted"
  | "corrected"
  /** It could not be posted. */
  | "failed"
  | "removed"
  | "discarded"
  | "settings-changed"
  | "digest-set-up"
  | "digest-changed"
  | "digest-paused"
  | "digest-resumed"
  | "digest-removed"
  /** Of the corpus: an article added or put in the place of an earlier one, taken out, put back. */
  | "article-added"
  | "article-changed"
  | "article-withdrawn"
  | "article-restored"
  /** Of the questions by which a corpus is checked. */
  | "gold-added"
  | "gold-removed";

/** One thing that somebody did as a moderator, or that the bot did by itself. Never changed; only its person can be forgotten. */
export interface LogEntry {
  readonly id: string;
  readonly server: string;
  /** ISO 8601 instant. */
  readonly at: string;
  /** Null for the bot itself, and for somebody who was forgotten. */
  readonly person: string | null;
  readonly deed: Deed;
  /** Id of the publication, digest, article or gold question; null for settings. */
  readonly subject: string | null;
  /** What it was about, as data for a reader: a topic, the settings changed, sentences taken back. At most 300 characters. */
  readonly detail: string | null;
}

export type NewLogEntry = Omit<LogEntry, "id">;
