import type { Point } from "../../src/domain/answer.ts";
import type { PartialDate } from "../../src/domain/article.ts";
import type { Comparison, Summary, Timeline } from "../../src/domain/digest.ts";
import type { Heading, PublicationLine } from "../../src/domain/publication.ts";
import type { Retold } from "../../src/present/posts/publication-reply.ts";
import { lineId, lineOf } from "./citing.ts";

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
  const cited = lines.slice(0, MOST_LINES).map(({ point, contested }, place) => {
    const against = contested.flatMap((other) => ids[other] ?? []);
    return lineOf(point, lineId(0, place), null, against);
  });
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
  const kept = headed.filter((one, place) => !isRepeated(one, place, headed)).slice(0, MOST_LINES);
  return kept.map(({ point, heading, dispute }, place) => {
    const against = kept.flatMap((other, at) =>
      dispute !== null && other.dispute === dispute && valueOf(other.heading) !== valueOf(heading) ? lineId(0, at) : [],
    );
    return lineOf(point, lineId(0, place), heading, against);
  });
}

/** Whether a sentence stands elsewhere already; one that is disputed stands with what contradicts it. */
function isRepeated(one: Headed, place: number, all: readonly Headed[]): boolean {
  return all.some((other, at) => {
    if (other === one || !sameSentence(one.point, other.point)) return false;
    if (one.dispute === null) return other.dispute !== null || at < place;
    return other.dispute === one.dispute && at < place;
  });
}

function sameSentence({ evidence: one }: Point, { evidence: other }: Point): boolean {
  return one.sentence.article.id === other.sentence.article.id && one.sentence.text === other.sentence.text;
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
