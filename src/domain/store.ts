import type { PartialDate } from "./article.ts";
import type { DigestPlan } from "./digest-plan.ts";
import type { LogEntry, NewLogEntry } from "./log.ts";
import type { Publication, PublicationChange, PublicationState } from "./publication.ts";
import type { Result } from "./result.ts";

/**
 * Why something could not be remembered or looked up. `reason` is for the operator; it holds no secret, and nothing that
 * a person typed.
 */
export interface StoreFailure {
  readonly id: "store-unavailable";
  readonly reason: string;
}

type Stored<T> = Promise<Result<T, StoreFailure>>;

/** What somebody thought of an answer. A later verdict of the same person on the same question takes its place. */
export interface Feedback {
  readonly person: string;
  readonly server: string | null;
  /** Id of the event that was asked about; null for what is from before there could be several. */
  readonly event: string | null;
  readonly question: string;
  readonly verdict: "helpful" | "not-right";
  /** In the person's words, at most 300 characters; null where none was given. */
  readonly reason: string | null;
  /** Refs of the sentences that were shown, as `Library.refOf` gives them. */
  readonly shown: readonly string[];
  readonly corpusVersion: string;
  /** ISO 8601 instant. */
  readonly at: string;
}

/** A question as it was asked, without who asked it. */
export interface AskedBefore {
  readonly text: string;
  readonly server: string | null;
  /** Id of the event that was asked about; null for what is from before there could be several. */
  readonly event: string | null;
  readonly outcome: "answered" | "not-in-articles";
  /** 0 to 1. */
  readonly confidence: number;
  readonly corpusVersion: string;
  /** Day on which it was asked: an instant could tell who. */
  readonly day: PartialDate;
}

/** Questions with the same words, letter case aside, that the articles did not answer when they were last asked. */
export interface OpenQuestion {
  readonly text: string;
  readonly times: number;
  readonly firstDay: PartialDate;
  readonly lastDay: PartialDate;
}

/** A question whose answer somebody wants to be told of when it changes. */
export interface Follow {
  /** Short, of `[A-Za-z0-9_-]`, made by the store. */
  readonly id: string;
  readonly person: string;
  /** Id of the event it is about; null for one from before there could be several. */
  readonly event: string | null;
  readonly question: string;
  /** The turns before it, as `Question.context`. */
  readonly context: readonly string[];
  /** What the answer was when the person last saw it, as `Library.fingerprint` tells. */
  readonly seen: string;
  /** Language in which to tell. */
  readonly language: string;
  /** ISO 8601 instant. */
  readonly since: string;
}

/** What a server has set for everybody in it. */
export interface ServerSettings {
  /** Language of answers to people whose own is not known; null for English. */
  readonly language: string | null;
  /** Ids of roles whose members are moderators, at most 25; who manages the server is one anyway. */
  readonly moderatorRoles: readonly string[];
  /** Ids of roles whose members are maintainers, at most 25; who manages the server is one anyway. */
  readonly maintainerRoles: readonly string[];
  /** Ids of channels where answers may be seen by all, at most 25; empty for every channel. */
  readonly publicChannels: readonly string[];
  /** Who sees an answer where the person does not say. */
  readonly privacy: "public" | "private";
  /** Whether a second moderator must agree to what one posts. */
  readonly approval: boolean;
  /** IANA time zone of digests; null for that of the event. */
  readonly timeZone: string | null;
  /** Id of the event that people in it ask about; null for the first that is served. */
  readonly event: string | null;
}

/** Publications of every server. */
export interface Publications {
  /** `taken` where another one has its `slot`. The entry, without its subject, is written in the same transaction. */
  add(
    publication: Omit<Publication, "id" | "revision" | "changedAt">,
    entry: Omit<NewLogEntry, "subject"> | null,
  ): Stored<Publication | "taken">;
  get(id: string): Stored<Publication | null>;
  /** The one of a server that became this message; null where there is none. */
  byMessage(server: string, message: string): Stored<Publication | null>;
  /**
   * Changes one that is at `revision`, which then counts one more, and writes an entry in the same transaction; both or
   * neither.
   *
   * @param at ISO 8601 instant of the change
   */
  change(
    id: string,
    revision: number,
    change: PublicationChange,
    at: string,
    entry: NewLogEntry | null,
  ): Stored<Publication | "changed-meanwhile" | "gone">;
  /** Of a server, those changed last first. */
  list(page: {
    readonly server: string;
    readonly states: readonly PublicationState[];
    readonly offset: number;
    readonly limit: number;
  }): Stored<readonly Publication[]>;
  /** Of all servers, those after the one named, ordered by id: to walk through all of them. */
  after(id: string | null, states: readonly PublicationState[], limit: number): Stored<readonly Publication[]>;
  /** Deletes drafts, failed and discarded ones not changed since an instant; how many. */
  expire(before: string): Stored<number>;
}

/** Digests of every server. */
export interface DigestPlans {
  /** `full` where the server has 10 others. */
  add(
    plan: Omit<DigestPlan, "id" | "revision">,
    entry: Omit<NewLogEntry, "subject"> | null,
  ): Stored<DigestPlan | "full">;
  get(id: string): Stored<DigestPlan | null>;
  change(
    id: string,
    revision: number,
    change: Partial<Omit<DigestPlan, "id" | "server" | "revision" | "author">>,
    entry: NewLogEntry | null,
  ): Stored<DigestPlan | "changed-meanwhile" | "gone">;
  /** Whether it was there. */
  remove(id: string, entry: NewLogEntry | null): Stored<boolean>;
  /** Oldest first. */
  list(server: string): Stored<readonly DigestPlan[]>;
  /** Of all servers, those after the one named, ordered by id. */
  after(id: string | null, limit: number): Stored<readonly DigestPlan[]>;
}

/** Which articles were there when. */
export interface ArticlesSeen {
  /** Notes that these are there now; those known keep the instant at which they were first seen. At most 100,000. */
  note(event: string, ids: readonly string[], at: string): Stored<void>;
  /** Ids of those first seen after an instant, at most 10,000, the latest first. */
  since(event: string, after: string): Stored<readonly string[]>;
}

/** Everything kept about one person, by table, as JSON that the person can read. */
export interface PersonalData {
  readonly language: string | null;
  readonly follows: readonly Omit<Follow, "person" | "seen">[];
  readonly feedback: readonly Omit<Feedback, "person">[];
  /** What the person did as a moderator, newest first. */
  readonly deeds: readonly Omit<LogEntry, "person">[];
}

/** How much was deleted; `deeds` stay in the logs of servers, without the name. */
export interface Forgotten {
  readonly follows: number;
  readonly feedback: number;
  /** Whether a language had been set. */
  readonly language: boolean;
  readonly deeds: number;
}

/**
 * What must be remembered. Every method is one transaction: after a kill at any moment it happened whole or not at all.
 * None throws or rejects. Texts are kept as given, but for their length and for characters no database takes (NUL, halves
 * of surrogate pairs); whoever shows them escapes them. Ids of persons and servers are up to 64 visible ASCII characters.
 */
export interface Store {
  addFeedback(feedback: Feedback): Stored<void>;
  /**
   * Newest first; of one server and one event, or of all where these are absent. What is of no event belongs to each. At
   * most 1,000 at a time, as of every page.
   */
  feedback(page: {
    readonly server?: string;
    readonly event?: string;
    readonly offset: number;
    readonly limit: number;
  }): Stored<readonly Feedback[]>;

  addQuestion(question: AskedBefore): Stored<void>;
  /** Those asked most often first, ties by the latest; of one server and one event as for `feedback`. */
  openQuestions(page: {
    readonly server?: string;
    readonly event?: string;
    readonly offset: number;
    readonly limit: number;
  }): Stored<readonly OpenQuestion[]>;

  /**
   * Following the same question about the same event after the same turns twice is following it once: id and `since` stay, what was seen is
   * what was seen last. `full` where the person follows 25 others already.
   */
  follow(follow: Omit<Follow, "id">): Stored<{ readonly id: string } | "full">;
  /** Whether there was something to end. Only its own person can. */
  unfollow(person: string, id: string): Stored<boolean>;
  /** Oldest first. */
  follows(person: string): Stored<readonly Follow[]>;
  /** Those of everybody after the one named, ordered by id, at most `limit`: to walk through all of them. */
  followsAfter(id: string | null, limit: number): Stored<readonly Follow[]>;
  setSeen(id: string, seen: string): Stored<void>;

  /** BCP 47 tag; null where the person has set none. */
  language(person: string): Stored<string | null>;
  setLanguage(person: string, language: string | null): Stored<void>;

  serverSettings(server: string): Stored<ServerSettings>;
  /** Changes what is named and leaves the rest; the entry is written in the same transaction. */
  setServerSettings(server: string, change: Partial<ServerSettings>, entry: NewLogEntry | null): Stored<void>;

  readonly publications: Publications;
  readonly digests: DigestPlans;
  readonly articlesSeen: ArticlesSeen;
  /** What was done in a server, newest first; of one publication or digest where `subject` is given. */
  log(page: {
    readonly server: string;
    readonly subject?: string;
    readonly offset: number;
    readonly limit: number;
  }): Stored<readonly LogEntry[]>;
  addLogEntry(entry: NewLogEntry): Stored<void>;
  /**
   * Whether `owner` may do something that only one process at a time should, until the instant named; it may ask again
   * before, for longer. Another may once that instant has passed, or after `owner` has let go by naming one that has.
   */
  lease(name: string, owner: string, until: string, now: string): Stored<boolean>;

  exportPerson(person: string): Stored<PersonalData>;
  forgetPerson(person: string): Stored<Forgotten>;
  /** Deletes questions of days before the one named; how many. */
  expireQuestions(before: PartialDate): Stored<number>;
  /** Whether the database answers. */
  check(): Stored<void>;
  close(): Promise<void>;
}
