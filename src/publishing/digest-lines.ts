import type { Evidence } from "../domain/answer.ts";
import type { SummaryLine } from "../domain/digest.ts";
import type { Citation, PublicationLine } from "../domain/publication.ts";

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

function citationOf({ sentence, passageUrl }: Evidence): Citation {
  const { article, start, end, text } = sentence;
  const { title, publisher, agency, url, published, language, kind } = article;
  return {
    article: article.id,
    start,
    end,
    text,
    source: { title, publisher, agency, url, published, language, kind, passageUrl },
  };
}
