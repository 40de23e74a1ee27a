import { Bench } from "tinybench";
import type { Ids, Question } from "../peers/peer.ts";

export interface Asked {
  /** Milliseconds, in rising order. */
  readonly latencies: readonly number[];
  /** What was found, in the order of the questions. */
  readonly ids: readonly Ids[];
}

/** Asks questions one after the other, each once, and times each, until they or the budget are used up. */
export async function timeQuestions(
  questions: readonly Question[],
  budgetMs: number,
  search: (question: Question) => Ids | Promise<Ids>,
): Promise<Asked> {
  const ids: Ids[] = [];
  const stop = new AbortController();
  const until = performance.now() + budgetMs;
  const bench = new Bench({ iterations: questions.length, time: 0, warmup: false, retainSamples: true, throws: true });
  let next = 0;
  bench.add(
    "question",
    async () => {
      const question = questions[next];
      next += 1;
      if (question !== undefined) ids.push(await search(question));
    },
    {
      async: true,
      signal: stop.signal,
      afterEach: () => {
        if (performance.now() > until) stop.abort();
      },
    },
  );
  await bench.run();
  const result = bench.tasks[0]?.result;
  const samples = result !== undefined && "latency" in result ? result.latency.samples : undefined;
  return { latencies: samples ?? [], ids };
}
