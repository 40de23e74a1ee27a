import type { Point } from "../../src/domain/answer.ts";
import type { Library } from "../../src/domain/command.ts";
import type { Citation, Heading, PublicationLine } from "../../src/domain/publication.ts";
import { citationOf } from "../../src/present/text/citation.ts";

/** Further citations that a line keeps. */
const MOST_ALSO = 3;
/** Lines that one change of a publication can bring. */
const LINES_A_CHANGE = 32;
const RADIX = 36;
const IDS = RADIX ** 4;

/** A line's id: no other line of the publication has or had it, since every change has a revision of its own. */
export function lineId(revision: number, place: number): string {
  return ((revision * LINES_A_CHANGE + place) % IDS).toString(RADIX);
}

/** A point as a line of a publication, as its sentences stand now. */
export function lineOf(
  { evidence, also }: Point,
  id: string,
  heading: Heading | null = null,
  contested: readonly string[] = [],
): PublicationLine {
  const others = also.slice(0, MOST_ALSO).map((one) => citationOf(one));
  return { id, cited: citationOf(evidence), also: others, heading, contested, correction: null };
}

/** The ref of a cited sentence as `Library.refOf` gives it; null where its article no longer has it there. */
export function refOfCitation(library: Library, { article: id, start, end, text }: Citation): string | null {
  const article = library.article(id);
  if (article?.body.slice(start, end) !== text) return null;
  // A ref names an article's text and an offset: where in its paragraph the sentence stands is no part of it.
  return library.refOf({ article, start, end, text, position: 0, paragraph: 0 });
}

export function sameCitation(one: Citation, other: Citation): boolean {
  return one.article === other.article && one.text === other.text;
}
