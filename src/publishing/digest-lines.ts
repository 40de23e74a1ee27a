import type { SummaryLine } from "../domain/digest.ts";
import type { PublicationLine } from "../domain/publication.ts";
import { citationOf } from "../present/text/citation.ts";

const ALSO_MOST = 3;

/** The lines of a summary as they are posted. */
export function digestLines(lines: readonly SummaryLine[]): readonly PublicationLine[] {
  return lines.map(({ point, contested }, place) => ({
    id: idOf(place),
    cited: citationOf(point.evidence),
    also: point.also.slice(0, ALSO_MOST).map((evidence) => citationOf(evidence)),
    heading: null,
    contested: contested.map((other) => idOf(other)),
    correction: null,
  }));
}

function idOf(place: number): string {
  return (place + 1).toString(36);
}
