import type { Library } from "../../src/domain/command.ts";
import type { Citation, Publication, PublicationChange } from "../../src/domain/publication.ts";

/** Whether a cited sentence stands where it stood (`stands`, `moved` elsewhere in its article) or no more. */
export type Held =
  | { readonly status: "stands" }
  | { readonly status: "moved"; readonly start: number; readonly end: number }
  | { readonly status: "changed" | "withdrawn" };

/** Looks for a cited sentence, word for word, in its article as it is now. */
export function heldNow(library: Pick<Library, "article">, { article: id, start, end, text }: Citation): Held {
  const article = library.article(id);
  if (article === undefined) return { status: "withdrawn" };
  if (article.body.slice(start, end) === text) return { status: "stands" };
  const at = text === "" ? -1 : article.body.indexOf(text);
  return at < 0 ? { status: "changed" } : { status: "moved", start: at, end: at + text.length };
}

/** The lines of a publication that hold no more, with why, by their ids. */
export function linesLost(
  library: Pick<Library, "article">,
  { lines }: Pick<Publication, "lines">,
): ReadonlyMap<string, "changed" | "withdrawn"> {
  const lost = new Map<string, "changed" | "withdrawn">();
  for (const { id, cited } of lines) {
    const held = heldNow(library, cited);
    if (held.status === "changed" || held.status === "withdrawn") lost.set(id, held.status);
  }
  return lost;
}

/**
 * A draft's lines as they stand in the articles of now: offsets that moved are put right, further citations that hold no
 * more are left out, and where every line holds the draft counts as one of the corpus that is served.
 */
export function broughtUpToDate(
  library: Pick<Library, "article" | "status">,
  { lines, corpusVersion }: Pick<Publication, "lines" | "corpusVersion">,
): Required<Pick<PublicationChange, "lines" | "corpusVersion">> {
  const current = lines.map((line) => ({
    ...line,
    cited: atItsPlace(library, line.cited) ?? line.cited,
    also: line.also.flatMap((one) => atItsPlace(library, one) ?? []),
  }));
  const isLost = linesLost(library, { lines }).size > 0;
  return { lines: current, corpusVersion: isLost ? corpusVersion : library.status().corpusVersion };
}

function atItsPlace(library: Pick<Library, "article">, cited: Citation): Citation | null {
  const held = heldNow(library, cited);
  if (held.status === "stands") return cited;
  return held.status === "moved" ? { ...cited, start: held.start, end: held.end } : null;
}
