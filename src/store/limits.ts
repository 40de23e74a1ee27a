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
  /** Rows in one answer. */
  page: 1_000,
} as const);
