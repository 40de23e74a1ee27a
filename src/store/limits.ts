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
  /** Roles, channels and lines in one list, as Discord's menus have them. */
  list: 25,
  /** IANA has none longer than 32. */
  timeZone: 60,
  /** Of an event or an article, and the name of a lease. */
  name: 300,
  topic: 300,
  /** What a moderator writes. */
  title: 120,
  note: 600,
  detail: 300,
  /** A sentence cited, and of its article what a footnote says. */
  sentence: 4_000,
  articleTitle: 1_000,
  address: 4_000,
  /** Articles that say the same as a line, lines that contradict it, days that others give for its date. */
  /** Dates of a sentence that are spelled out. */
  dates: 10,
  also: 3,
  otherDates: 10,
  digestsOfServer: 10,
  articlesNoted: 100_000,
  articlesNew: 10_000,
  /** Rows in one answer. */
  page: 1_000,
} as const);
