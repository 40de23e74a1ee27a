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
  readonly footnote_schema: SchemaTable;
}

interface FeedbackTable {
  person: string;
  topic: string;
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
  /** Empty for none: a part of a key is never null. */
  server: string;
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

interface ServersTable {
  server: string;
  language: string;
}

/** One row: how many migrations were made. */
interface SchemaTable {
  version: number;
}
