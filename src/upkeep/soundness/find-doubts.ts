import type { Answerer } from "../../answer/answerer.ts";
import type { Article } from "../../domain/article.ts";
import type { Corpus } from "../../domain/corpus.ts";
import type { Problem } from "../../domain/problem.ts";
import { Turns } from "../turns.ts";
import { copiedRuns } from "./copied-runs.ts";
import { doubtfulSentences } from "./doubtful-sentences.ts";
import { doubtfulPublishers } from "./hosts-and-publishers.ts";
import { duplicatePairs } from "./near-duplicates.ts";
import { repeatedUrls } from "./repeated-urls.ts";
import { doubtfulReprintLinks } from "./reprint-links.ts";
import { unansweredExamples } from "./unanswered-examples.ts";
import { unbalancedQuotes } from "./unbalanced-quotes.ts";
import { unlinkedReprints } from "./unlinked-reprints.ts";
import { unusedNames } from "./unused-names.ts";
import { doubtfulUrlDate } from "./url-dates.ts";
import { doubtfulUrlForm } from "./url-forms.ts";

export interface DoubtOptions {
  /** Answers from this corpus; where there is none, its examples are not asked. */
  readonly answerer?: Pick<Answerer, "ask">;
  /** Told now and then what share of the work is done, 0 to 1. */
  readonly onProgress?: (share: number) => void;
}

/** How often each article is gone through. */
const PASSES = 6;

/**
 * What is doubtful about a corpus beyond what its loading tells: warnings all of them, by file and line. Others have their
 * turn meanwhile; time and memory grow in step with the corpus.
 *
 * @throws (rejects with) the signal's reason, once it fires
 */
export async function findDoubts(
  corpus: Corpus,
  signal: AbortSignal,
  { answerer, onProgress }: DoubtOptions = {},
): Promise<readonly Problem[]> {
  const { articles } = corpus;
  const turns = new Turns(signal, (pieces) => onProgress?.(Math.min(1, pieces / (articles.length * PASSES))));
  const pairs = await duplicatePairs(articles, turns);
  const doubts = [
    ...(await ofEach(articles, turns)),
    ...doubtfulReprintLinks(articles),
    ...unlinkedReprints(articles, pairs),
    ...repeatedUrls(articles),
    ...doubtfulPublishers(articles),
    ...(await copiedRuns(articles, pairs, turns)),
    ...(await unusedNames(corpus, turns)),
    ...(answerer === undefined ? [] : await unansweredExamples(corpus, answerer, turns)),
  ];
  return doubts.toSorted((a, b) => (a.file === b.file ? (a.line ?? 0) - (b.line ?? 0) : a.file < b.file ? -1 : 1));
}

/** What can be told of an article by itself. */
async function ofEach(articles: readonly Article[], turns: Turns): Promise<readonly Problem[]> {
  const doubts: Problem[] = [];
  for (const article of articles) {
    await turns.next();
    doubts.push(
      ...doubtfulUrlForm(article),
      ...doubtfulUrlDate(article),
      ...doubtfulSentences(article),
      ...unbalancedQuotes(article),
    );
  }
  return doubts;
}
