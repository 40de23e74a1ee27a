import { setImmediate as tick } from "node:timers/promises";
import type { AddedArticle, Ids, Question } from "../peers/peer.ts";

export interface Added {
  /** Milliseconds, one for each article. */
  readonly ms: readonly number[];
  readonly slowestQueryMs: number;
}

/**
 * Adds articles one after the other while questions keep coming in. A question arrives at the moment an article does, and
 * another whenever the last is answered: where adding blocks the process, the question waits, and its wait is counted.
 */
export async function addWhileAsking(
  articles: readonly AddedArticle[],
  questions: readonly Question[],
  budgetMs: number,
  add: (article: AddedArticle) => void | Promise<void>,
  search: (question: Question) => Ids | Promise<Ids>,
): Promise<Added> {
  const ms: number[] = [];
  let slowestQueryMs = 0;
  let next = 0;
  const until = performance.now() + budgetMs;
  for (const article of articles) {
    const start = performance.now();
    if (start > until) break;
    let arrived = start;
    const state = { adding: true };
    const done = (async () => {
      await add(article);
      ms.push(performance.now() - start);
      state.adding = false;
    })();
    // The promise of an engine that blocks is settled by now, but must have told so.
    await tick();
    do {
      const question = questions[next % questions.length];
      next += 1;
      if (question !== undefined) await search(question);
      slowestQueryMs = Math.max(slowestQueryMs, performance.now() - arrived);
      arrived = performance.now();
      await tick();
    } while (state.adding);
    await done;
  }
  return { ms, slowestQueryMs };
}
