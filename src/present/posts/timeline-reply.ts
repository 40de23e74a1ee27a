import type { PartialDate } from "../../domain/article.ts";
import type { Timeline, TimelineEvent, TimelineRequest } from "../../domain/digest.ts";
import type { Picture } from "../../domain/picture.ts";
import type { ActionRef, ControlRow, Reply } from "../../domain/reply.ts";
import type { Words } from "../../domain/words.ts";
import { cut } from "../text/cut.ts";
import { dayTimestamp } from "../text/day-timestamp.ts";
import { dated } from "../text/dates.ts";
import { citedPoint } from "../text/evidence-markdown.ts";
import { type ListRoom, fits, fittingList, footnoteLines, pointWithin } from "../text/list-room.ts";
import { escapeMarkdown, quietLines } from "../text/markdown.ts";
import { nothingToTellReply } from "./nothing-to-tell.ts";
import { paragraphs } from "../text/note.ts";
import { pagerRow } from "../text/pager.ts";
import { type PassageListSetting, listFooter } from "../answers/passage-list.ts";
import { questionTitle } from "../answers/question-title.ts";
import { selectOption } from "../text/select-option.ts";
import {
  type Footnote,
  evidenceBehind,
  footnoteNumbers,
  footnotesOf,
  publisherOf,
  superscripts,
} from "../answers/sources.ts";
import type { ToldTimeline } from "./timeline-chart.ts";
import { eventDate } from "./timeline-date.ts";
import { readAs } from "../text/words.ts";

/** Dates on a page: as many as a message holds with a footnote each, however long their sentences are. */
export const DATES_A_PAGE = 8;

export interface TimelineSetting extends Omit<PassageListSetting, "visibility"> {
  /** IANA time zone in which the event's days are counted. */
  readonly timeZone: string;
  /** What makes a draft of it; null for whoever may not. */
  readonly draftRef: ActionRef | null;
  /** Null where none could be drawn. */
  readonly picture: Picture | null;
}

/** Where not even the least room of a list will do. */
const TIGHT: ListRoom = { sentence: 60, dates: false, also: 0, title: 14, url: 0, line: 60 };
/** Other days that are shown of one event. */
const MOST_OTHER_DATES = 2;
const MAX_CORRECTIONS = 3;

/** A page of what happened, one date after the other, with a picture of all of them. */
export function timelineReply(words: Words, found: Timeline, topic: string | null, setting: TimelineSetting): Reply {
  const title = timelineTitle(words, topic);
  if (found.status !== "told") return nothingToTellReply(words, found, { title, newest: setting.newest });
  const { newest, pageNumber, picture } = setting;
  const start = pageNumber.page * DATES_A_PAGE;
  const events = found.events.slice(start, start + DATES_A_PAGE);
  const body = (room: ListRoom): string => bodyOf(words, found, { events, start, timeZone: setting.timeZone }, room);
  const fitting = fittingList(body);
  const counted = words.say("timeline.counted", { dates: found.events.length, articles: found.articlesRead });
  return {
    visibility: "private",
    outcome: events.some(({ otherDates }) => otherDates.length > 0) ? "disagreement" : "information",
    title,
    body: fits(fitting) ? fitting : body(TIGHT),
    footer: listFooter(words, counted, pageNumber, newest),
    controls: controlsOf(words, events, start, setting),
    ...(picture === null ? {} : { picture }),
  };
}

/** What stands above a timeline and its picture, plain text. */
export function timelineTitle(words: Words, topic: string | null): string {
  return topic === null
    ? words.say("timeline.title")
    : words.say("timeline.title-about", { topic: questionTitle(topic) });
}

interface Shown {
  readonly events: readonly TimelineEvent[];
  /** How many dates come before these. */
  readonly start: number;
  readonly timeZone: string;
}

function bodyOf(words: Words, found: ToldTimeline, { events, start, timeZone }: Shown, room: ListRoom): string {
  const shown = events.map((event) => eventWithin(event, room));
  const points = shown.flatMap(({ point, otherDates }) => [point, ...otherDates.map((other) => other.point)]);
  const footnotes = footnotesOf(evidenceBehind(points));
  return paragraphs([
    ...shown.map((event, place) => entry(words, event, start + place + 1, footnotes, timeZone)),
    footnoteLines(words, footnotes, room),
    quietLines(remarks(words, found).map((line) => cut(line, room.line))),
  ]);
}

function eventWithin(event: TimelineEvent, room: ListRoom): TimelineEvent {
  const most = room === TIGHT ? 1 : MOST_OTHER_DATES;
  return {
    ...event,
    point: pointWithin(event.point, room),
    otherDates: event.otherDates
      .slice(0, most)
      .map(({ date, point }) => ({ date, point: pointWithin({ ...point, also: [] }, room) })),
  };
}

/** A date, what happened then, and how well founded it is. */
function entry(
  words: Words,
  event: TimelineEvent,
  number: number,
  footnotes: readonly Footnote[],
  timeZone: string,
): string {
  const timestamp = event.precision === "day" ? dayTimestamp(event.from, timeZone) : null;
  const when = timestamp ?? escapeMarkdown(eventDate(words, event, "long"));
  const founded = quietLines([
    [sourcesOf(words, event), otherDatesOf(words, event, footnotes)].filter((part) => part !== "").join(" · "),
  ]);
  return [`**${String(number)} · ${when}**`, citedPoint(words, event.point, footnotes), founded]
    .filter((line) => line !== "")
    .join("\n");
}

/** "3 articles, 2 independent sources"; empty for one alone, whose footnote says it all. */
function sourcesOf(words: Words, { articles, independentSources }: TimelineEvent): string {
  if (articles < 2) return "";
  const independent = words.say("count.independent-sources", { count: independentSources });
  return `${words.say("count.articles", { count: articles })}, ${independent}`;
}

function otherDatesOf(words: Words, { otherDates }: TimelineEvent, footnotes: readonly Footnote[]): string {
  if (otherDates.length === 0) return "";
  const dates = otherDates.map(
    ({ date, point }) => words.date(date, "long") + superscripts(footnoteNumbers(footnotes, [point])),
  );
  return words.say("timeline.other-dates", { dates: words.list(dates, "and") });
}

/** How the request was read, and what was left out. */
function remarks(words: Words, { request, passedOver, corrections }: ToldTimeline): readonly string[] {
  return [
    periodLine(words, request),
    passedOver > 0 ? words.say("timeline.passed-over", { count: passedOver }) : "",
    ...corrections.slice(0, MAX_CORRECTIONS).map(({ asked, read }) => readAs(words, asked, read)),
  ];
}

function periodLine(words: Words, { from, to }: TimelineRequest): string {
  const date = (one: PartialDate) => dated(words, one, "long");
  return [
    from === null ? "" : words.say("timeline.from", date(from)),
    to === null ? "" : words.say("timeline.to", date(to)),
  ]
    .filter((part) => part !== "")
    .join(" · ");
}

function controlsOf(
  words: Words,
  events: readonly TimelineEvent[],
  start: number,
  { openRef, refOf, pageNumber, pageRef, draftRef }: TimelineSetting,
): readonly ControlRow[] {
  // One sentence can tell of two days; a list takes each entry once.
  const options = new Map(
    events.map((event, place) => {
      const { sentence } = event.point.evidence;
      const date = eventDate(words, event, "short");
      const label = `${String(start + place + 1)} · ${date} · ${sentence.text}`;
      return [refOf(sentence), selectOption(label, publisherOf(sentence.article), refOf(sentence))];
    }),
  );
  const label = words.say("button.make-draft");
  return [
    {
      type: "select",
      select: { placeholder: words.say("select.passage"), action: openRef, options: [...options.values()] },
    },
    ...pagerRow(words, pageNumber, pageRef),
    ...(draftRef === null
      ? []
      : ([
          { type: "buttons", buttons: [{ type: "action", label, action: draftRef, disabled: false }] },
        ] as const satisfies readonly ControlRow[])),
  ];
}
