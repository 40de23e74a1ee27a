/** A day of the week as ISO 8601 counts them: 1 is Monday, 7 Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** A summary of what is new that a server has posted at set times. */
export interface DigestPlan {
  /** Of `[A-Za-z0-9_-]`, at most 16 characters, made by the store. */
  readonly id: string;
  readonly server: string;
  /** Id of the event it is about; null for one from before there could be several. */
  readonly event: string | null;
  readonly channel: string;
  /** At least one, ascending. */
  readonly days: readonly Weekday[];
  /** 0 to 23, on the clock of `timeZone`. */
  readonly hour: number;
  /** IANA time zone. */
  readonly timeZone: string;
  /** In a moderator's words, at most 70 characters; null for all that is new. */
  readonly topic: string | null;
  /** A catalogue's tag. */
  readonly language: string;
  readonly paused: boolean;
  /** Whether to say so when nothing is new. */
  readonly evenIfNothing: boolean;
  /** ISO 8601 instant up to which all that was new has been told: when it was set up, or the time last due that was served. */
  readonly toldUntil: string;
  /** Who set it up; null for somebody who was forgotten. */
  readonly author: string | null;
  /** Counts changes. */
  readonly revision: number;
}
