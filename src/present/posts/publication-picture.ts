import type { Library } from "../../domain/command.ts";
import type { Picture, Pictures } from "../../domain/picture.ts";
import type { Publication } from "../../domain/publication.ts";
import type { Words } from "../../domain/words.ts";
import { datesOfLines } from "./publication-lines.ts";
import { publicationTitle } from "./publication-title.ts";
import { chartOf } from "./timeline-chart.ts";

/** Dates of the timeline that is asked only for how much was published. */
const ANY_DATES = 1;

/**
 * The picture of a timeline that is or may be posted: the dates that still stand, by the numbers they have in the text,
 * over how much was published. Null for what is none, and where it cannot be drawn: the words do without it.
 *
 * @throws (rejects with) the signal's reason, once it fires
 */
export async function publicationPicture(
  words: Words,
  publication: Publication,
  { library, pictures }: { readonly library: Pick<Library, "timeline">; readonly pictures: Pictures },
  signal: AbortSignal,
): Promise<Picture | null> {
  const { kind, topic, since, until, lines } = publication;
  if (kind !== "timeline") return null;
  const dates = datesOfLines(lines).filter(({ stands }) => stands);
  if (dates.length === 0) return null;
  const told = await library.timeline({ topic, from: since, to: until, dates: ANY_DATES }, signal);
  if (told.status !== "told") return null;
  const inOrder = dates.toSorted((a, b) => (a.from < b.from ? -1 : Number(a.from > b.from)));
  const drawn = await pictures.timeline(chartOf(words, publicationTitle(words, publication), inOrder, told), signal);
  return drawn.ok ? drawn.value : null;
}
