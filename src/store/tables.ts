/**
 * The tables as they stand after every migration. Instants and days are ISO 8601, lists are JSON arrays of texts.
 * `topic` is a question's words as a key, see {@link topicOf}.
 */
export interface Tables {
  readonly feedback: FeedbackTable;
  readonly questions: QuestionsTable;
  readonly follows: FollowsTable;
  readonly people: PeopleTable;
  readonly servers: ServersTable;
  readonly publications: PublicationsTable;
  readonly digests: DigestsTable;
  readonly log: LogTable;
  readonly articles_seen: ArticlesSeenTable;
  readonly leases: LeasesTable;
  readonly footnote_schema: SchemaTable;
}

interface FeedbackTable {
  person: string;
  topic: string;
  /** Empty for none, as of every key. */
  event: string;
  server: string | null;
  question: string;
  verdict: "helpful" | "not-right";
  reason: string | null;
  shown: string;
  corpus_version: string;
  at: string;
}

/**
 * One row for all who asked the same in a server on a day with the same outcome: nothing tells in which order, or by how
 * many people, it was asked.
 */
interface QuestionsTable {
  topic: string;
  /** Empty for none, as `event`: a part of a key is never null. */
  server: string;
  event: string;
  day: string;
  outcome: "answered" | "not-in-articles";
  /** As it was last written. */
  text: string;
  times: number;
  /** Of the last answer. */
  confidence: number;
  corpus_version: string;
}

interface FollowsTable {
  id: string;
  person: string;
  topic: string;
  /** Empty for none, as of every key. */
  event: string;
  question: string;
  context: string;
  seen: string;
  language: string;
  since: string;
}

/** Who has set a language. */
interface PeopleTable {
  person: string;
  language: string;
}

/** A server that has set something. */
interface ServersTable {
  server: string;
  /** Empty for none: the first version's column is never null. */
  language: string;
  /** Everything else that is not at its default, as JSON. */
  settings: string;
}

interface PublicationsTable {
  id: string;
  server: string;
  event: string | null;
  channel: string;
  kind: string;
  topic: string | null;
  since: string | null;
  until: string | null;
  language: string;
  title: string | null;
  note: string | null;
  /** As JSON. */
  lines: string;
  corpus_version: string;
  author: string | null;
  approver: string | null;
  state: string;
  revision: number;
  message: string | null;
  /** Unique where there is one. */
  slot: string | null;
  created_at: string;
  changed_at: string;
  posted_at: string | null;
}

interface DigestsTable {
  id: string;
  server: string;
  /** Counts up in its server: the order in which they were set up. */
  number: number;
  event: string | null;
  channel: string;
  /** As a JSON array of numbers. */
  days: string;
  hour: number;
  time_zone: string;
  topic: string | null;
  language: string;
  /** 0 or 1, as the next one. */
  paused: number;
  even_if_nothing: number;
  told_until: string;
  author: string | null;
  revision: number;
}

interface LogTable {
  id: string;
  server: string;
  /** Counts up in its server: the order in which entries were written. */
  number: number;
  at: string;
  person: string | null;
  deed: string;
  subject: string | null;
  detail: string | null;
}

interface ArticlesSeenTable {
  event: string;
  article: string;
  first_seen: string;
}

interface LeasesTable {
  name: string;
  owner: string;
  until: string;
}

/** One row: how many migrations were made. */
interface SchemaTable {
  version: number;
}
