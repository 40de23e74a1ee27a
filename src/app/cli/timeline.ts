import type { PartialDate } from "../../domain/article.ts";
import type { Timeline } from "../../domain/digest.ts";
import { EXIT_CODES } from "../../ops/exit-codes.ts";
import { timelineText } from "../../present/posts/timeline-text.ts";
import { withLibrary } from "./open.ts";
import { type Terminal, writeLine } from "./terminal.ts";

export interface TimelineCommand {
  /** Null for the whole event. */
  readonly topic: string | null;
  readonly from: PartialDate | null;
  readonly to: PartialDate | null;
  readonly dates: number;
  readonly corpus: readonly string[];
  readonly json: boolean;
}

/** `footnote timeline`. */
export async function runTimeline(
  terminal: Terminal,
  { topic, from, to, dates, corpus, json }: TimelineCommand,
): Promise<number> {
  return withLibrary(terminal, corpus, async (library, words) => {
    const told = await library.timeline({ topic, from, to, dates }, terminal.signal);
    await writeLine(terminal.output, json ? JSON.stringify(recordOf(told)) : timelineText(words, told));
    return told.status === "unusable-topic" ? EXIT_CODES.usage : EXIT_CODES.ok;
  });
}

/** A timeline as other programs read it. */
function recordOf(told: Timeline): unknown {
  if (told.status !== "told") return { status: told.status, events: [] };
  return {
    status: told.status,
    events: told.events.map(({ from, to, precision, point, articles, independentSources, otherDates }) => ({
      from,
      to,
      precision,
      text: point.evidence.sentence.text,
      article: point.evidence.sentence.article.id,
      start: point.evidence.sentence.start,
      end: point.evidence.sentence.end,
      articles,
      independent_sources: independentSources,
      other_dates: otherDates.map(({ date }) => date),
    })),
    passed_over: told.passedOver,
    articles_read: told.articlesRead,
  };
}
