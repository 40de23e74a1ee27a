import { corpusStats } from "../../corpus/keep/corpus-stats.ts";
import { listWithdrawn } from "../../corpus/keep/withdraw-article.ts";
import { EXIT_CODES } from "../../ops/exit-codes.ts";
import { statsText } from "../../present/stats-text.ts";
import { withArticles } from "./corpus-articles.ts";
import type { EventPlace } from "./event-place.ts";
import { type Terminal, writeLine } from "./terminal.ts";

/** `footnote corpus stats`: how much there is, by month, publisher and language. */
export async function runCorpusStats(terminal: Terminal, place: EventPlace, json: boolean): Promise<number> {
  return withArticles(terminal, place, async (corpus, folder) => {
    const withdrawn = await listWithdrawn(folder);
    const stats = corpusStats(corpus, withdrawn.ok ? withdrawn.value.length : 0);
    const { event, version } = corpus;
    await writeLine(
      terminal.output,
      json ? JSON.stringify({ event: event.id, version, ...stats }) : statsText(event.name, version, stats),
    );
    return EXIT_CODES.ok;
  });
}
