import type { Citation, PublicationLine } from "../../domain/publication.ts";

/** An article cited, with the number of its footnote, from 1. */
export interface CitedNote {
  readonly number: number;
  readonly article: Citation["source"];
  /** Where it leads: to the very passage where that can be linked; null where no address is known. */
  readonly url: string | null;
}

/** The footnotes of some lines by the ids of their articles, in the order they appear; one article has one number. */
export type CitedNotes = ReadonlyMap<string, CitedNote>;

/** @param also how many further citations of a line are counted in */
export function citedNotes(lines: readonly PublicationLine[], also: number): CitedNotes {
  const notes = new Map<string, CitedNote>();
  for (const { article, source } of lines.flatMap((line) => citationsOf(line, also))) {
    const known = notes.get(article);
    if (known !== undefined) continue;
    notes.set(article, { number: notes.size + 1, article: source, url: source.passageUrl ?? source.url });
  }
  return notes;
}

/** The numbers of a line's footnotes, ascending. */
export function notesOfLine(notes: CitedNotes, line: PublicationLine, also: number): readonly number[] {
  const numbers = citationsOf(line, also).flatMap(({ article }) => notes.get(article)?.number ?? []);
  return [...new Set(numbers)].sort((a, b) => a - b);
}

/** The numbers of the footnotes of what contradicts a line and still stands, ascending. */
export function disputedBy(
  { contested }: PublicationLine,
  lines: readonly PublicationLine[],
  notes: CitedNotes,
): readonly number[] {
  const against = lines.filter(({ id, correction }) => contested.includes(id) && correction === null);
  const numbers = against.flatMap(({ cited }) => notes.get(cited.article)?.number ?? []);
  return [...new Set(numbers)].sort((a, b) => a - b);
}

function citationsOf({ cited, also: others }: PublicationLine, also: number): readonly Citation[] {
  return [cited, ...others.slice(0, also)];
}
