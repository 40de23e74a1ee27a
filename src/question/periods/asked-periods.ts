import type { Span } from "../../domain/sentence.ts";
import { parsePublished, singleDay, type DayNumber } from "../../text/calendar.ts";
import type { AskedWord } from "../asked-words.ts";
import { namesInEnglish } from "../languages/english-names.ts";
import type { Language } from "../languages/language.ts";
import type { AskedPeriod } from "../question.ts";
import { type Days, todayOf } from "./asked-day.ts";
import { dateWording } from "./date-wording.ts";
import { NAMED_DATES } from "./named-dates.ts";
import { numericDates } from "./numeric-dates.ts";
import { relativeDays } from "./relative-days.ts";

/** What a wording holds at least that mentions a date. */
const MENTIONS =
  /[\dMW]| (?:today|yesterday|tomorrow|tonight|night|morning|afternoon|evening|week|weekend|month|year|spring|summer|autumn|fall|winter|quarter|half)(?= )/u;
/** What leaves one end of a period open, right before it. */
const ANCHOR =
  / (?:(?<before>before|prior to)|(?<until>until|till|by|up to)|(?<since>since|starting|as of)|(?<after>after|following))(?: the)? $/u;

/** A period's days; null where it is open or cannot be told. */
interface Ends {
  readonly first: DayNumber | null;
  readonly last: DayNumber | null;
}

interface Placed extends Ends {
  readonly span: Span;
  readonly month: number | null;
}

/** The stretches of time that a question names, in order. */
export function askedPeriods(
  text: string,
  words: readonly AskedWord[],
  language: Language | null,
  today: string | null,
): readonly AskedPeriod[] {
  const wording = dateWording(words, language, language === null ? null : namesInEnglish(language));
  if (!MENTIONS.test(wording.text)) return [];
  const published = parsePublished(today);
  const day = todayOf(published);
  const taken: Span[] = [];
  const found: Placed[] = [];

  for (const { span, days, month } of numericDates(text, day)) {
    taken.push(span);
    const anchor = ANCHOR.exec(` ${text.slice(0, span.start).toLowerCase()}`);
    found.push({ span: { start: anchor?.index ?? span.start, end: span.end }, ...anchored(days, anchor), month });
  }
  const place = (from: number, to: number, days: Days | null, month: number | null): void => {
    const span = wording.spanOf(from, to);
    if (span === null || taken.some(({ start, end }) => start < span.end && end > span.start)) return;
    taken.push(span);
    const anchor = ANCHOR.exec(wording.text.slice(0, from));
    const whole = anchor === null ? span : (wording.spanOf(anchor.index + 1, to) ?? span);
    found.push({ span: whole, ...anchored(days, anchor), month });
  };
  for (const named of NAMED_DATES) {
    for (const match of wording.text.matchAll(named.pattern)) {
      const dates = named.read(match.groups ?? {}, day);
      if (dates !== null) place(match.index, match.index + match[0].length, dates.days, dates.month);
    }
  }
  if (published !== null && day !== null) {
    for (const { from, to, days } of relativeDays(wording.text, published, day)) place(from, to, days, null);
  }
  return found
    .toSorted((a, b) => a.span.start - b.span.start)
    .map(({ first, last, month, span }) => ({ from: isoOf(first), to: isoOf(last), month, span }));
}

/** "before July" ends the day before it, "until July" with it; "since July" begins with it, "after July" the day after. */
function anchored(days: Days | null, anchor: RegExpExecArray | null): Ends {
  if (days === null) return { first: null, last: null };
  const { before, until, since, after } = anchor?.groups ?? {};
  if (before !== undefined) return { first: null, last: days.first - 1 };
  if (until !== undefined) return { first: null, last: days.last };
  if (since !== undefined) return { first: days.first, last: null };
  return after === undefined ? days : { first: days.last + 1, last: null };
}

function isoOf(day: DayNumber | null): string | null {
  return day === null ? null : singleDay(day).from;
}
