import { corpusStats } from "../../corpus/keep/corpus-stats.ts";
import { listWithdrawn } from "../../corpus/keep/withdraw-article.ts";
import { EXIT_CODES, exitCodeOf } from "../../ops/exit-codes.ts";
import { describeFailure } from "../../present/operator/failures.ts";
import { pictureRefusal, statsText } from "../../present/corpus/stats-text.ts";
import { coverageOfCorpus } from "../coverage.ts";
import { openEnglish } from "../open-languages.ts";
import { withArticles } from "./corpus-articles.ts";
import type { EventPlace } from "./event-place.ts";
import { writeCoverage } from "./stats-picture.ts";
import { type Terminal, writeLine } from "./terminal.ts";

export interface StatsWanted {
  readonly json: boolean;
  /** A file for a picture of it, `.png` or `.svg`; null for none. */
  readonly picture: string | null;
}

/** `footnote corpus stats`: what there is, by month, publisher, language and topic. */
export async function runCorpusStats(
  terminal: Terminal,
  place: EventPlace,
  { json, picture }: StatsWanted,
): Promise<number> {
  const { output, messages, signal } = terminal;
  return withArticles(terminal, place, async (corpus, folder) => {
    const withdrawn = await listWithdrawn(folder);
    const stats = corpusStats(corpus, withdrawn.ok ? withdrawn.value.length : 0);
    const coverage = await coverageOfCorpus(corpus, signal);
    const { event, version } = corpus;
    const { name } = event;
    const record = { event: event.id, name, version, ...stats, topics: coverage.topics };
    await writeLine(output, json ? JSON.stringify(record) : statsText({ name, version, stats, coverage }));
    if (picture === null) return EXIT_CODES.ok;
    const words = await openEnglish();
    if (!words.ok) {
      await writeLine(messages, describeFailure(words.error));
      return exitCodeOf(words.error);
    }
    const written = await writeCoverage(picture, { name, coverage }, { words: words.value, signal });
    if (written.ok) return EXIT_CODES.ok;
    await writeLine(messages, pictureRefusal(picture, written.error));
    return EXIT_CODES.usage;
  });
}
