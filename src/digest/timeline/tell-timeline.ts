import type { Evidence } from "../../domain/answer.ts";
import type { Article } from "../../domain/article.ts";
import type { OnRead, Timeline, TimelineEvent, TimelineRequest } from "../../domain/digest.ts";
import { supports } from "../../answer/same-point.ts";
import { readStatement } from "../../answer/statement.ts";
import { pause } from "../pause.ts";
import type { RetellingSource } from "../retelling.ts";
import { type ChosenEvent, chooseEvents } from "./choose-events.ts";
import { type MentionedDate, collectDates } from "./collect-dates.ts";
import { publishedOf } from "./importance.ts";
import { periodOf } from "./period.ts";
import { reportingOf } from "./reporting.ts";
import { type Scope, scopeOfTopic, wholeEvent } from "./scope.ts";
import { cosine } from "./vectors.ts";

const MOST_DATES = 25;
/** Sentences of a date that are compared with the one quoted, and most that are named beside it. */
const COMPARED = 24;
const MAX_ALSO = 4;
/** From this likeness on a sentence of the same date tells of the same event. */
const SAME_EVENT = 0.12;

/**
 * What happened on which day: the dates that the articles tell, never those on which they appeared. See "Timelines" in
 * docs/DESIGN.md.
 *
 * @throws (rejects with) the signal's reason, once it fires
 */
export async function tellTimeline(
  source: RetellingSource,
  request: TimelineRequest,
  signal: AbortSignal,
  onProgress?: OnRead,
): Promise<Timeline> {
  signal.throwIfAborted();
  const { topic } = request;
  const scope =
    topic === null ? await wholeEvent(source, signal, onProgress) : await scopeOfTopic(source, topic, signal);
  if ("status" in scope) return scope;
  const all = await collectDates(scope.candidates, signal);
  const dated = { ...all, dates: all.dates.filter((date) => isWithin(date, request)) };
  const wanted = Math.min(MOST_DATES, Math.max(1, Math.floor(request.dates) || 1));
  const { analyzer } = source.index;
  const published = publishedOf(scope.articles, scope.candidates);
  const { events, tellable } = await chooseEvents(dated, published, wanted, { analyzer, ...scope }, signal);
  if (events.length === 0) return nothingTold(request, scope);
  const told: TimelineEvent[] = [];
  for (const event of events) {
    await pause(signal);
    told.push(tell(source, scope, event));
  }
  told.sort((a, b) => compare(a.from, b.from) || compare(a.to, b.to));
  return {
    status: "told",
    request,
    events: told,
    passedOver: tellable - told.length,
    reporting: reportingOf(
      scope.articles,
      told.flatMap(({ from, to }) => [from, to]),
      periodOf(request),
    ),
    articlesRead: scope.articles.length,
    corrections: scope.corrections,
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A month counts where all of it lies within what was asked for. */
function isWithin({ from, to }: MentionedDate, request: TimelineRequest): boolean {
  const { first, last } = periodOf(request);
  return (first === null || from >= first) && (last === null || to <= last);
}

function nothingTold({ from, to }: TimelineRequest, { articles, candidates, evidenceOf }: Scope): Timeline {
  if (articles.length > 0 && (from !== null || to !== null)) {
    const days = articles.flatMap(({ published }) => published ?? []).toSorted();
    return { status: "nothing-then", newest: days.at(-1) ?? null };
  }
  const closest = candidates
    .slice(0, 3)
    .map(({ sentence }) => ({ evidence: evidenceOf(sentence), also: [], stance: null }));
  return { status: "not-in-articles", closest, unknownWords: [] };
}

function tell(
  { index, independence }: RetellingSource,
  { evidenceOf }: Scope,
  { date, telling, statement, otherDates }: ChosenEvent,
): TimelineEvent {
  const same = date.tellings
    .map(({ candidate, vector }) => ({ candidate, likeness: cosine(vector, telling.vector) }))
    .filter(({ likeness }) => likeness >= SAME_EVENT)
    .toSorted((a, b) => b.likeness - a.likeness);
  const articles = new Map<string, Article>();
  for (const { candidate } of [telling, ...same])
    articles.set(candidate.sentence.article.id, candidate.sentence.article);
  const also = new Map<string, Evidence>();
  for (const { candidate } of same.slice(0, COMPARED)) {
    if (also.size >= MAX_ALSO || also.has(candidate.sentence.article.id)) continue;
    const other = readStatement(index.analyzer, evidenceOf(candidate.sentence));
    if (supports(other, statement)) also.set(candidate.sentence.article.id, other.evidence);
  }
  return {
    from: date.from,
    to: date.to,
    precision: date.precision,
    point: { evidence: statement.evidence, also: [...also.values()], stance: statement.stance },
    articles: articles.size,
    independentSources: independence.count([...articles.values()]),
    otherDates,
  };
}
