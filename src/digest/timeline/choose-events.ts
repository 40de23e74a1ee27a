import type { Evidence } from "../../domain/answer.ts";
import type { Sentence } from "../../domain/sentence.ts";
import { type Statement, readStatement } from "../../answer/statement.ts";
import type { Analyzer } from "../../text/analyzer.ts";
import { pause } from "../pause.ts";
import { chooseTellings } from "./choose-sentences.ts";
import type { Dated, MentionedDate, Telling } from "./collect-dates.ts";
import { type Published, importanceOf } from "./importance.ts";
import { type OtherDate, otherDatesOf } from "./other-dates.ts";
import { cosine } from "./vectors.ts";

/** A date of a timeline with the sentence that tells it. */
export interface ChosenEvent {
  readonly date: MentionedDate;
  readonly telling: Telling;
  readonly statement: Statement;
  readonly otherDates: readonly OtherDate[];
}

export interface ChosenEvents {
  /** The most important first. */
  readonly events: readonly ChosenEvent[];
  /** Dates that could have been told. */
  readonly tellable: number;
}

/** From this fit on a sentence tells of a date, and does not merely mention it or say when it was reported. */
const TELLS = 0.6;
/** Articles that have to mention a day in passing before a sentence is quoted that does no more. */
const REMEMBERED = 2;
/** A sentence this like another is told but once. */
const SAME = 0.75;
/** The same where one date lies within the other: "in July" beside "on 15 July". */
const SAME_WITHIN = 0.35;
/** Sentences of other dates that are compared for a conflict. */
const RIVALS = 12;
/** How far apart two dates for one thing may begin, in days; further apart they are of two things. */
const MOST_DAYS = { day: 10, month: 62, year: 731, range: 0 } as const;
const DAY_MS = 86_400_000;
/** What likeness to the event a rival needs at least, before its words are compared. */
const RIVAL_LIKENESS = 0.1;

/**
 * Chooses the dates that matter most, each with the sentence that tells it best.
 *
 * @throws (rejects with) the signal's reason, once it fires
 */
export async function chooseEvents(
  dated: Dated,
  published: Published,
  wanted: number,
  { analyzer, evidenceOf }: { readonly analyzer: Analyzer; readonly evidenceOf: (sentence: Sentence) => Evidence },
  signal: AbortSignal,
): Promise<ChosenEvents> {
  const ranked = dated.dates
    .map((date) => ({ date, importance: importanceOf(date, dated, published) }))
    .toSorted((a, b) => b.importance - a.importance || (a.date.from < b.date.from ? -1 : 1));
  const taken = new Set<unknown>();
  const events: ChosenEvent[] = [];
  let tellable = 0;
  for (const { date } of ranked) {
    const tellings = quotable(date);
    if (tellings.length === 0) continue;
    if (events.length >= wanted) {
      tellable += 1;
      continue;
    }
    await pause(signal);
    const telling = chooseTellings(tellings, date.tellings, dated.centre, 12, taken).find(
      (one) =>
        events.every((event) => !repeats(one, date, event)) && (!holdsTold(date, events) || isShared(one, tellings)),
    );
    if (telling === undefined) continue;
    const statement = readStatement(analyzer, evidenceOf(telling.candidate.sentence));
    if (events.some(({ otherDates }) => otherDates.some((other) => isSentenceOf(other, telling)))) continue;
    tellable += 1;
    taken.add(telling.candidate);
    const rivals = rivalsOf(telling, date, dated).map((one) =>
      readStatement(analyzer, evidenceOf(one.candidate.sentence)),
    );
    events.push({ date, telling, statement, otherDates: otherDatesOf(statement, rivals) });
  }
  return { events, tellable };
}

function quotable({ tellings, precision }: MentionedDate): readonly Telling[] {
  const telling = tellings.filter(({ fit }) => fit >= TELLS);
  if (telling.length > 0 || precision !== "day") return telling;
  const passing = tellings.filter(({ mention }) => mention?.role === "passing");
  return new Set(passing.map(({ candidate }) => candidate.sentence.article.id)).size >= REMEMBERED ? passing : [];
}

function repeats({ vector }: Telling, { from, to }: MentionedDate, { date, telling }: ChosenEvent): boolean {
  const within = (from <= date.from && date.to <= to) || (date.from <= from && to <= date.to);
  return cosine(vector, telling.vector) >= (within ? SAME_WITHIN : SAME);
}

/** Whether a month or longer holds a date that is told. */
function holdsTold({ from, to, precision }: MentionedDate, events: readonly ChosenEvent[]): boolean {
  return precision !== "day" && events.some(({ date }) => from <= date.from && date.to <= to);
}

/** Whether another article tells of the same. */
function isShared({ candidate, vector }: Telling, tellings: readonly Telling[]): boolean {
  return tellings.some(
    (other) =>
      other.candidate.sentence.article.id !== candidate.sentence.article.id &&
      cosine(vector, other.vector) >= SAME_WITHIN,
  );
}

function isSentenceOf({ point }: OtherDate, { candidate }: Telling): boolean {
  const { article, position } = point.evidence.sentence;
  return candidate.sentence.article.id === article.id && candidate.sentence.position === position;
}

/** Sentences beside other days that are alike, the likest first. */
function rivalsOf({ vector, candidate }: Telling, date: MentionedDate, { dates }: Dated): readonly Telling[] {
  return dates
    .filter((other) => other !== date && other.precision === date.precision && isNear(date, other))
    .flatMap(({ tellings }) => tellings)
    .filter(({ fit, candidate: other }) => fit >= TELLS && other.sentence.article.id !== candidate.sentence.article.id)
    .map((telling) => ({ telling, likeness: cosine(vector, telling.vector) }))
    .filter(({ likeness }) => likeness >= RIVAL_LIKENESS)
    .toSorted((a, b) => b.likeness - a.likeness)
    .slice(0, RIVALS)
    .map(({ telling }) => telling);
}

function isNear(a: MentionedDate, b: MentionedDate): boolean {
  return Math.abs(Date.parse(a.from) - Date.parse(b.from)) <= MOST_DAYS[a.precision] * DAY_MS;
}
