import type { Article } from "../domain/article.ts";
import type { GlossaryEntry } from "../domain/corpus.ts";
import { type Bm25fParameters, DEFAULT_BM25F } from "./bm25f.ts";
import { type LengthTotals, addTotals, averageLengths } from "./length-totals.ts";
import type { Segment } from "./segment.ts";
import { WorkerLink } from "./worker-link.ts";

export interface BuildInWorkersOptions {
  readonly glossary: readonly GlossaryEntry[];
  readonly parameters?: Bm25fParameters;
  /** How many threads, 1 or more. */
  readonly workers: number;
  /** Told after each batch how many articles have been analysed. */
  readonly onProgress?: (articles: number) => void;
  /** Ends the threads and rejects with its reason. */
  readonly signal?: AbortSignal;
}

/** Articles sent at once: enough to keep a thread busy while the next are on their way. */
const BATCH = 200;

/**
 * Analyses articles in threads of their own, each a share of them in order, and joins what they pack. The calling thread
 * stays free.
 *
 * @returns segments that hold the articles in order; more than one only where one is full
 * @throws (rejects with) the signal's reason, or what ended a thread
 */
export async function buildSegmentsInWorkers(
  articles: readonly Article[],
  { glossary, parameters = DEFAULT_BM25F, workers, onProgress, signal }: BuildInWorkersOptions,
): Promise<readonly Segment[]> {
  signal?.throwIfAborted();
  const links = Array.from({ length: workers }, () => new WorkerLink({ glossary, parameters }));
  const end = (): void => {
    for (const link of links) void link.end();
  };
  signal?.addEventListener("abort", end);
  try {
    let analysed = 0;
    const onAnalysed = (count: number): void => {
      analysed += count;
      onProgress?.(analysed);
    };
    const totals = await Promise.all(
      shares(articles, workers).map(async (share, number) => await analyse(links[number], share, onAnalysed)),
    );
    const averages = averageLengths(totals.reduce((a, b) => addTotals(a, b)));
    const packed = await Promise.all(links.map(async (link) => segmentsOf(await link.ask({ kind: "pack", averages }))));
    const segments = packed.flat();
    const [first] = links;
    if (segments.length < 2 || first === undefined) return segments;
    return segmentsOf(await first.ask({ kind: "join", segments }));
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  } finally {
    signal?.removeEventListener("abort", end);
    end();
  }
}

async function analyse(
  link: WorkerLink | undefined,
  articles: readonly Article[],
  onAnalysed: (count: number) => void,
): Promise<LengthTotals> {
  if (link === undefined) throw new Error("no thread for a share of the articles");
  let sent = Promise.resolve();
  for (let from = 0; from < articles.length; from += BATCH) {
    const batch = articles.slice(from, from + BATCH).map(({ title, body }) => ({ title, body }));
    const before = sent;
    sent = link.ask({ kind: "add", articles: batch }).then(() => onAnalysed(batch.length));
    // One batch is analysed while the next is already there.
    await before;
  }
  await sent;
  const answer = await link.ask({ kind: "total" });
  if (answer.kind !== "totals") throw new Error(`asked for totals, got ${answer.kind}`);
  return answer.totals;
}

function segmentsOf(answer: Awaited<ReturnType<WorkerLink["ask"]>>): readonly Segment[] {
  if (answer.kind !== "segments") throw new Error(`asked for segments, got ${answer.kind}`);
  return answer.segments;
}

/** Cuts articles into so many stretches of about as much text each. */
function shares(articles: readonly Article[], count: number): readonly (readonly Article[])[] {
  const lengths = articles.map(({ title, body }) => title.length + body.length);
  const total = lengths.reduce((sum, length) => sum + length, 0);
  const cuts: number[] = [0];
  let length = 0;
  for (const [number, one] of lengths.entries()) {
    length += one;
    if (cuts.length < count && length >= (total * cuts.length) / count) cuts.push(number + 1);
  }
  while (cuts.length <= count) cuts.push(articles.length);
  return Array.from({ length: count }, (_, share) => articles.slice(cuts[share], cuts[share + 1]));
}
