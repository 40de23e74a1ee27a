import type { Deed } from "../domain/log.ts";
import type { Publication, PublicationState } from "../domain/publication.ts";

/**
 * The tables as they stand after every migration. Instants and days are ISO 8601, lists are JSON arrays of texts.
 * `topic` is a question's words as a key, see {@link topicOf}.
 */
export interface Tables {
  readonly feedback: FeedbackTable;
  readonly questions: QuestionsTable;
  readonly follows: FollowsTable;
  readonly people: PeopleTable;
  readonly server_settings: ServerSettingsTable;
  readonly publications: PublicationsTable;
  readonly digests: DigestsTable;
  readonly articles_seen: ArticlesSeenTable;
  readonly log: LogTable;
  readonly leases: LeasesTable;
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

/** Lists are of ids; `approval` is 0 or 1. */
interface ServerSettingsTable {
  server: string;
  language: string | null;
  moderator_roles: string;
  public_channels: string;
  privacy: "public" | "private";
  approval: number;
  time_zone: string | null;
  event: string | null;
}

/** `lines` is JSON. */
interface PublicationsTable {
  id: string;
  server: string;
  channel: string;
  kind: Publication["kind"];
  topic: string | null;
  since: string | null;
  until: string | null;
  language: string;
  title: string | null;
  note: string | null;
  lines: string;
  corpus_version: string;
  author: string | null;
  approver: string | null;
  state: PublicationState;
  revision: number;
  message: string | null;
  slot: string | null;
  created_at: string;
  changed_at: string;
  posted_at: string | null;
}

/** `days` is JSON; what is on or off is 1 or 0. */
interface DigestsTable {
  id: string;
  server: string;
  channel: string;
  days: string;
  hour: number;
  time_zone: string;
  topic: string | null;
  language: string;
  paused: number;
  even_if_nothing: number;
  told_until: string;
  author: string | null;
  revision: number;
  created_at: string;
}

interface ArticlesSeenTable {
  event: string;
  article: string;
  at: string;
}

interface LogTable {
  id: string;
  server: string;
  at: string;
  person: string | null;
  deed: Deed;
  subject: string | null;
  detail: string | null;
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
