/** How much of anything is kept. Lengths are in UTF-16 units. */
export const LIMITS = Object.freeze({
  question: 1_000,
  /** In a person's own words. */
  reason: 300,
  /** Turns before a question, the latest, and the length of each. */
  turns: 20,
  turn: 1_000,
  /** Refs of sentences shown, and the length of each. */
  refs: 20,
  ref: 300,
  fingerprint: 500,
  /** A language tag: the longest that RFC 5646 asks programs to take. */
  language: 35,
  corpusVersion: 100,
  followsOfPerson: 25,
  /** What a log entry was about. */
  detail: 300,
  timeZone: 60,
  /** Roles or channels of one setting. */
  idsOfSetting: 25,
  /** Of a publication: its topic, the moderator's own words, its lines, and the texts of a line. */
  topic: 300,
  title: 120,
  note: 600,
  lines: 25,
  also: 3,
  sentence: 4_000,
  sourceText: 2_000,
  slot: 100,
  digestsOfServer: 10,
  /** Articles noted at a time, and told as new. */
  articlesSeen: 100_000,
  articlesNew: 10_000,
  /** Rows in one answer. */
  page: 1_000,
} as const);
