import type { Point } from "../../src/domain/answer.ts";
import type { PartialDate } from "../../src/domain/article.ts";
import type { Comparison, Summary, Timeline } from "../../src/domain/digest.ts";
import type { Heading, PublicationLine } from "../../src/domain/publication.ts";
import type { Retold } from "../../src/present/publication-reply.ts";
import { lineId, lineOf, sameCitation } from "./citing.ts";

/** Most lines of a publication. */
export const MOST_LINES = 25;
/** Sentences shown of each side of a contradiction. */
const MOST_OF_A_SIDE = 2;

type Summarised = Extract<Summary, { readonly status: "summarised" }>;
type Told = Extract<Timeline, { readonly status: "told" }>;
type Compared = Extract<Comparison, { readonly status: "compared" | "one-publisher" }>;

/** What is retold, with what its lines do not tell. */
interface Wanted {
  readonly topic: string | null;
  readonly corpusVersion: string;
}

export function retoldSummary({ lines, request }: Summarised, wanted: Wanted): Retold {
  const ids = lines.map((_, place) => lineId(0, place));
  const cited = lines.slice(0, MOST_LINES).map(({ point, contested }, place) => ({
    ...lineOf(point, lineId(0, place)),
    contested: contested.flatMap((other) => ids[other] ?? []),
  }));
  return retold("summary", wanted, cited, request.since, null);
}

export function retoldTimeline({ events, request }: Told, wanted: Wanted): Retold {
  const lines = events.slice(-MOST_LINES).map(({ point, from, to, precision, otherDates }, place) => {
    const heading: Heading = { type: "date", from, to, precision, otherDates: otherDates.map(({ date }) => date) };
    return lineOf(point, lineId(0, place), heading);
  });
  return retold("timeline", wanted, lines, request.from, request.to);
}

/** What several say, then where they contradict each other, then what one alone says; a sentence stands once. */
export function retoldComparison(comparison: Compared, wanted: Wanted): Retold {
  const points = comparison.status === "compared" ? allCompared(comparison) : [];
  const single =
    comparison.status === "compared"
      ? comparison.single
      : [{ publisher: comparison.publisher, points: comparison.points }];
  const headed: readonly Headed[] = [
    ...points,
    ...single.flatMap(({ publisher, points: own }) =>
      own.map((point) => ({ point, heading: { type: "single", publisher } as const, dispute: null })),
    ),
  ];
  return retold("comparison", wanted, numbered(headed), null, null);
}

/** A point, what it stands under, and which contradiction it is part of. */
interface Headed {
  readonly point: Point;
  readonly heading: Heading;
  readonly dispute: number | null;
}

function allCompared({ shared, contradictions }: Extract<Compared, { status: "compared" }>): readonly Headed[] {
  return [
    ...shared.map((point) => ({ point, heading: { type: "shared" } as const, dispute: null })),
    ...contradictions.flatMap(({ about, sides }, dispute) =>
      sides.flatMap(({ value, points }) =>
        points
          .slice(0, MOST_OF_A_SIDE)
          .map((point) => ({ point, heading: { type: "contradiction", about, value } as const, dispute })),
      ),
    ),
  ];
}

function numbered(headed: readonly Headed[]): readonly PublicationLine[] {
  const all = headed.map((one, place) => ({ ...one, line: lineOf(one.point, lineId(0, place), one.heading) }));
  const disputed = all.filter(({ dispute }) => dispute !== null);
  const kept = all.filter((one, place) => {
    const others =
      one.dispute === null
        ? [...disputed, ...all.slice(0, place)]
        : all.slice(0, place).filter(({ dispute }) => dispute === one.dispute);
    return !others.some((other) => other !== one && sameCitation(other.line.cited, one.line.cited));
  });
  return kept.slice(0, MOST_LINES).map(({ line, dispute, heading }) => ({
    ...line,
    contested: kept
      .filter((other) => dispute !== null && other.dispute === dispute && other.heading !== heading)
      .filter((other) => valueOf(other.heading) !== valueOf(heading))
      .map((other) => other.line.id),
  }));
}

function valueOf(heading: Heading): string {
  return heading.type === "contradiction" ? heading.value : "";
}

function retold(
  kind: Retold["kind"],
  { topic, corpusVersion }: Wanted,
  lines: readonly PublicationLine[],
  since: PartialDate | null,
  until: PartialDate | null,
): Retold {
  return { kind, topic, since, until, lines, corpusVersion, title: null, note: null, postedAt: null };
}
