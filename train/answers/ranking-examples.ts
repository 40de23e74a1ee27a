import { RANKING_FEATURES } from "../../src/answer/features.ts";
import type { AskedCase } from "./ask-all.ts";
import type { Lists } from "./conditional-logit.ts";
import { keptCandidates } from "./kept-candidates.ts";
import type { Group } from "./mixture.ts";
import type { TrainingQuestion } from "./training-question.ts";

export interface RankingCase extends Group {
  readonly question: TrainingQuestion;
}

/** What ranking is learned from: every case in which something right was found. */
export interface RankingExamples {
  readonly lists: Lists;
  /** By list. */
  readonly cases: readonly RankingCase[];
}

/** Most candidates of a question: enough wrong ones to learn from, and few enough for all of them to be held. */
const MAX_CANDIDATES = 60;

export async function collectRankingExamples(asked: AsyncIterable<AskedCase>): Promise<RankingExamples> {
  const columns = RANKING_FEATURES.length;
  const cases: RankingCase[] = [];
  const values: Float32Array[] = [];
  const right: Uint8Array[] = [];
  for await (const { source, setting, question, found, isRight } of asked) {
    const judged = (found?.candidates ?? []).map(({ features, hit }) => ({
      features,
      right: isRight(hit.sentence.text),
    }));
    if (!judged.some((candidate) => candidate.right)) continue;
    const kept = keptCandidates(judged, MAX_CANDIDATES);
    cases.push({ source, setting, question });
    values.push(Float32Array.from(kept.flatMap(({ features }) => RANKING_FEATURES.map((name) => features[name]))));
    right.push(Uint8Array.from(kept, (candidate) => (candidate.right ? 1 : 0)));
  }
  const starts = new Uint32Array(right.length + 1);
  for (const [list, { length }] of right.entries()) starts[list + 1] = (starts[list] ?? 0) + length;
  const rows = starts.at(-1) ?? 0;
  const lists = { columns, values: new Float32Array(rows * columns), starts, right: new Uint8Array(rows) };
  for (const [list, own] of right.entries()) {
    lists.right.set(own, starts[list]);
    lists.values.set(values[list] ?? [], (starts[list] ?? 0) * columns);
  }
  return { lists, cases };
}

/** A line of JSON for each list, to look at. */
export function* rankingLines({ lists, cases }: RankingExamples): Generator<Buffer, void> {
  const { columns, values, starts, right } = lists;
  for (const [list, { question, source, setting }] of cases.entries()) {
    const candidates = [];
    for (let row = starts[list] ?? 0; row < (starts[list + 1] ?? 0); row += 1) {
      const own = values.subarray(row * columns, (row + 1) * columns);
      const features = Object.fromEntries(RANKING_FEATURES.map((name, n) => [name, own[n] ?? 0]));
      candidates.push({ right: right[row] === 1, features });
    }
    yield Buffer.from(`${JSON.stringify({ id: question.id, source, setting, candidates })}\n`);
  }
}
