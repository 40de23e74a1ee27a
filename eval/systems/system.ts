import type { Contribution, Question } from "../../src/domain/answer.ts";

/** A sentence as a system found it. */
export interface SystemHit {
  readonly text: string;
  /** Id of the article it stands in. */
  readonly article: string;
}

export interface Ranking {
  /** Best first. */
  readonly hits: readonly SystemHit[];
  /** The higher, the likelier the first hit is right; a probability only of a system that has `ask`. */
  readonly confidence: number;
}

/** A sentence as it is shown, with why it was found. */
export interface ShownSentence extends SystemHit {
  readonly contributions: readonly Contribution[];
}

/** What a person who asks is told. */
export interface Reply {
  readonly status: "answered" | "silent" | "unusable";
  /** Probability, 0 to 1, that the first sentence shown is right. */
  readonly confidence: number;
  /** As an answer, or as nearest passages below a silence. */
  readonly shown: readonly ShownSentence[];
}

/** Something that finds sentences for a question, over the sentences of one corpus. */
export interface System {
  /** As on the command line. */
  readonly name: string;
  /** As in the tables. */
  readonly title: string;
  /** Told of a question before it is put: what takes time aside is done here. */
  readonly prepare?: (question: Question) => Promise<void>;
  /** Ends what works aside. */
  readonly close?: () => Promise<void>;
  /** @param within ids of the articles to look in; all when absent */
  readonly rank: (question: Question, limit: number, within?: ReadonlySet<string>) => Ranking;
  /** What the system says of itself, where it can stay silent. */
  readonly ask?: (question: Question) => Reply;
}
