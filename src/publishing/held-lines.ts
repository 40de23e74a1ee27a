import type { Article } from "../domain/article.ts";
import type { Citation, LineCorrection, PublicationLine } from "../domain/publication.ts";

type ArticleOf = (id: string) => Article | undefined;

/**
 * The lines of a publication as the articles now bear them out. A sentence that moved within its article is no correction;
 * one that has come back is none any more; what a moderator took back stays so.
 *
 * @param at ISO 8601 instant of what is corrected now
 * @returns the very same lines where nothing changed
 */
export function heldLines(
  lines: readonly PublicationLine[],
  articleOf: ArticleOf,
  at: string,
): readonly PublicationLine[] {
  const held = lines.map((line) => heldLine(line, articleOf, at));
  return held.some((line, place) => line !== lines[place]) ? held : lines;
}

/** Whether what is to be seen of them differs: more than offsets. */
export function isCorrected(before: readonly PublicationLine[], after: readonly PublicationLine[]): boolean {
  return after.some(({ correction }, place) => correction?.how !== before[place]?.correction?.how);
}

function heldLine(line: PublicationLine, articleOf: ArticleOf, at: string): PublicationLine {
  if (line.correction?.how === "struck") return line;
  const article = articleOf(line.cited.article);
  const start = article === undefined ? -1 : placeOf(line.cited, article.body);
  if (start < 0) {
    const how: LineCorrection["how"] = article === undefined ? "withdrawn" : "changed";
    return line.correction?.how === how ? line : { ...line, correction: { how, at } };
  }
  const { cited, correction } = line;
  if (correction === null && cited.start === start) return line;
  return { ...line, correction: null, cited: { ...cited, start, end: start + cited.text.length } };
}

/** Where the sentence stands verbatim: where it stood, or else where it first does; -1 where it does not. */
function placeOf({ start, end, text }: Citation, body: string): number {
  return body.slice(start, end) === text ? start : body.indexOf(text);
}
