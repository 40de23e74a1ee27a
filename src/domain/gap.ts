import type { PartialDate } from "./article.ts";

/** A question whose answer people said was not right. Who said so is not part of it. */
export interface BadlyRatedQuestion {
  readonly text: string;
  readonly times: number;
  readonly firstDay: PartialDate;
  readonly lastDay: PartialDate;
}

/** Something that people want to know and the articles do not tell, in whatever words they asked. */
export interface Gap {
  /**
   * That of the wording asked first, 10 characters of `[A-Za-z0-9_-]`: it outlives a restart and further wordings. Where
   * it goes nevertheless, because that wording was forgotten or went elsewhere, `ids` still has that of any other.
   */
  readonly id: string;
  /** Those of all its wordings. */
  readonly ids: readonly string[];
  /** The wording that stands for all: the one asked most often, of several the one nearest to the others. */
  readonly question: string;
  /** Others, those asked most often first, at most 10. */
  readonly variants: readonly string[];
  /** How many wordings there are in all. */
  readonly wordings: number;
  /** How often it was asked, or its answer said to be not right. */
  readonly times: number;
  /** How often its answer was said to be not right. */
  readonly badlyRated: number;
  readonly firstDay: PartialDate;
  readonly lastDay: PartialDate;
}

/** A gap that the articles answer by now, and the articles that its answer cites, first first. */
export interface FilledGap {
  readonly gap: Gap;
  readonly articleIds: readonly string[];
}
