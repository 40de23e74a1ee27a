import type { Article } from "../../domain/article.ts";
import type { Turns } from "../turns.ts";
import { mixed, runHashesOf, wordHashesOf } from "./word-hashes.ts";

/** A run of words that stands in two articles. Places are counted in words. */
export interface SharedRun {
  /** The article that came first in the list. */
  readonly earlier: Article;
  readonly later: Article;
  /** Place of the run's first word in the later article. */
  readonly start: number;
  readonly length: number;
}

/** Most counters of {@link Repeats}, one byte each. */
const MAX_COUNTERS = 2 ** 26;

interface Place {
  readonly order: number;
  readonly at: number;
}

/** The longest run of at least `length` words that each article shares with each before it. */
export async function repeatedRuns(
  articles: readonly Article[],
  length: number,
  turns: Turns,
): Promise<readonly SharedRun[]> {
  const runs: Uint32Array[] = [];
  for (const { body } of articles) {
    await turns.next();
    runs.push(runHashesOf(wordHashesOf(body), length));
  }
  const repeats = new Repeats(runs.reduce((sum, { length: count }) => sum + count, 0));
  for (const hashes of runs) {
    await turns.next();
    for (const hash of hashes) repeats.count(hash);
  }
  const first = new Map<number, Place>();
  const found: SharedRun[] = [];
  for (const [order, later] of articles.entries()) {
    await turns.next();
    const longest = longestRuns(runs[order] ?? new Uint32Array(), order, first, repeats);
    for (const [before, { start, hashes }] of longest) {
      const earlier = articles[before];
      if (earlier !== undefined) found.push({ earlier, later, start, length: hashes + length - 1 });
    }
  }
  return found;
}

/** A stretch of runs that follow each other in both articles. */
interface Stretch {
  readonly start: number;
  readonly hashes: number;
}

/** By place of an earlier article, the longest stretch of this one that stands there; notes where new runs are met. */
function longestRuns(
  hashes: Uint32Array,
  order: number,
  first: Map<number, Place>,
  repeats: Repeats,
): ReadonlyMap<number, Stretch> {
  const longest = new Map<number, Stretch>();
  let before: Place | null = null;
  let start = 0;
  for (const [at, hash] of hashes.entries()) {
    const known: Place | undefined = repeats.isRepeated(hash) ? first.get(hash) : undefined;
    if (known === undefined || known.order === order) {
      if (known === undefined && repeats.isRepeated(hash)) first.set(hash, { order, at });
      before = null;
      continue;
    }
    if (before === null || known.order !== before.order || known.at !== before.at + 1) start = at;
    before = known;
    const stretch = { start, hashes: at - start + 1 };
    if (stretch.hashes > (longest.get(known.order)?.hashes ?? 0)) longest.set(known.order, stretch);
  }
  return longest;
}

/** Which of very many hashes come more than once; a few that do not are taken for such (a counting Bloom filter). */
class Repeats {
  readonly #counters: Uint8Array;

  constructor(hashes: number) {
    this.#counters = new Uint8Array(Math.min(MAX_COUNTERS, 2 ** Math.ceil(Math.log2(Math.max(1, hashes) * 8))));
  }

  count(hash: number): void {
    const at = this.#placeOf(hash);
    this.#counters[at] = Math.min(2, (this.#counters[at] ?? 0) + 1);
  }

  isRepeated(hash: number): boolean {
    return this.#counters[this.#placeOf(hash)] === 2;
  }

  #placeOf(hash: number): number {
    return mixed(hash) % this.#counters.length;
  }
}
