import { EXIT_CODES } from "../../ops/exit-codes.ts";
import { summaryText } from "../../present/posts/summary-text.ts";
import { readPartialDate } from "../../search/partial-dates.ts";
import { usageError, withLibrary } from "./open.ts";
import { type Terminal, writeLine } from "./terminal.ts";

export interface SummaryWanted {
  /** Empty for the event as a whole. */
  readonly topic: string;
  readonly corpus: readonly string[];
  readonly since: string | null;
  readonly sentences: number;
}

/** Most sentences of a summary. */
const MAX_SENTENCES = 12;

/** `footnote summary`. An honest "the articles do not say" is an answer: exit code 0. */
export async function runSummary(terminal: Terminal, wanted: SummaryWanted): Promise<number> {
  const since = wanted.since === null ? null : readPartialDate(wanted.since);
  if (wanted.since !== null && since === null) {
    return usageError(terminal, "--since needs a date such as 2022-09-10, 2022-09 or 2022.");
  }
  return withLibrary(terminal, wanted.corpus, async (library, words) => {
    const topic = wanted.topic.trim() === "" ? null : wanted.topic;
    const sentences = Math.min(MAX_SENTENCES, wanted.sentences);
    const summary = await library.summarise({ topic, since, sentences, articles: null }, terminal.signal);
    await writeLine(terminal.output, summaryText(words, summary, library.status().newest));
    return summary.status === "unusable-topic" ? EXIT_CODES.usage : EXIT_CODES.ok;
  });
}
