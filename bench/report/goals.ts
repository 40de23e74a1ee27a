import type { BenchResult, CorpusResult, Figure, Latencies, PeerResult } from "./figures.ts";
import { bytes, milliseconds, times } from "./units.ts";

export interface Goal {
  readonly goal: string;
  /** As shown, or why there is no figure. */
  readonly measured: string;
  /** Null where it was not measured. */
  readonly met: boolean | null;
}

const LARGE = 1_000_000;
const MEDIUM = 100_000;
const MB = 1_000_000;

type Measured = { readonly value: number; readonly shown: string } | { readonly missing: string };

/** Holds a result against the goals that Footnote's engine was built for. */
export function evaluateGoals(result: BenchResult): readonly Goal[] {
  const large = corpusOf(result, LARGE);
  const medium = corpusOf(result, MEDIUM);
  const own = peerOf(large, "footnote");
  return [
    below(
      "a question at 1,000,000 sentences, p50",
      1,
      milliseconds,
      of(own?.query, ({ p50 }) => p50),
    ),
    below(
      "the same, p99",
      8,
      milliseconds,
      of(own?.query, ({ p99 }) => p99),
    ),
    atLeast("times faster than LanceDB at the median", 3, faster(large, "lancedb")),
    atLeast("times faster than SQLite FTS5 at the median", 40, faster(large, "fts5")),
    atLeast("times faster than a textbook BM25 at the median", 40, faster(large, "textbook")),
    below("growth of the median from 100,000 to 1,000,000 sentences", 3, times, growth(medium, large)),
    below(
      "a question with slips at 1,000,000 sentences, p99",
      30,
      milliseconds,
      of(own?.fuzzy, ({ p99 }) => p99),
    ),
    below(
      "resident memory of the index",
      300 * MB,
      bytes,
      of(own?.memory, ({ residentBytes }) => residentBytes),
    ),
    below(
      "snapshot on disk, without the text",
      100 * MB,
      bytes,
      of(own?.disk, (disk) => disk.bytes),
    ),
    below(
      "start from the snapshot",
      300,
      milliseconds,
      of(own?.coldStart, ({ ms }) => ms),
    ),
    below("building, beside SQLite FTS5", 2, times, buildRatio(large)),
    below("adding an article to 100,000 sentences", 50, milliseconds, addingTo(medium)),
  ];
}

function corpusOf({ corpora }: BenchResult, sentences: number): CorpusResult | undefined {
  // Articles are not cut, so a corpus is a few sentences larger than asked for.
  return corpora.find((corpus) => corpus.sentences >= sentences && corpus.sentences < sentences * 1.01);
}

function peerOf(corpus: CorpusResult | undefined, name: string): PeerResult | undefined {
  return corpus?.peers.find((peer) => peer.name === name);
}

function of<T>(figure: Figure<T> | undefined, pick: (value: T) => number): Measured {
  if (figure === undefined) return { missing: "not measured" };
  return figure.status === "measured" ? { value: pick(figure.value), shown: "" } : { missing: figure.reason };
}

/** How many times faster Footnote's median is than another's, of the questions both were asked in turns. */
function faster(corpus: CorpusResult | undefined, name: string): Measured {
  const theirs = peerOf(corpus, name)?.queryByGroup[0];
  const ours = peerOf(corpus, "footnote")?.queryByGroup.find(({ group }) => group === theirs?.group);
  return ratio(theirs?.latencies, ours?.latencies);
}

function growth(medium: CorpusResult | undefined, large: CorpusResult | undefined): Measured {
  const figures = [large, medium].map((corpus) => peerOf(corpus, "footnote")?.query);
  const [after, before] = figures.map((figure) => (figure?.status === "measured" ? figure.value : undefined));
  return ratio(after, before);
}

function ratio(above: Latencies | undefined, under: Latencies | undefined): Measured {
  if (above === undefined || under === undefined) return { missing: "not measured" };
  return { value: above.p50 / under.p50, shown: ` (${milliseconds(above.p50)} to ${milliseconds(under.p50)})` };
}

function buildRatio(corpus: CorpusResult | undefined): Measured {
  const [ours, theirs] = ["footnote", "fts5"].map((name) => of(peerOf(corpus, name)?.build, ({ ms }) => ms));
  if (ours === undefined || theirs === undefined) return { missing: "not measured" };
  if ("missing" in ours) return ours;
  if ("missing" in theirs) return theirs;
  return {
    value: ours.value / theirs.value,
    shown: ` (${milliseconds(ours.value)} to ${milliseconds(theirs.value)})`,
  };
}

function addingTo(corpus: CorpusResult | undefined): Measured {
  const add = peerOf(corpus, "footnote")?.add;
  const measured = of(add, ({ medianMs }) => medianMs);
  if (add?.status !== "measured" || "missing" in measured) return measured;
  return { ...measured, shown: ` (slowest question meanwhile ${milliseconds(add.value.slowestQueryMs)})` };
}

function below(goal: string, limit: number, unit: (value: number) => string, measured: Measured): Goal {
  return judge(`${goal}: under ${unit(limit)}`, measured, unit, (value) => value < limit);
}

function atLeast(goal: string, limit: number, measured: Measured): Goal {
  return judge(`${limit} ${goal}`, measured, times, (value) => value >= limit);
}

function judge(
  goal: string,
  measured: Measured,
  unit: (value: number) => string,
  holds: (value: number) => boolean,
): Goal {
  if ("missing" in measured) return { goal, measured: measured.missing, met: null };
  return { goal, measured: unit(measured.value) + measured.shown, met: holds(measured.value) };
}
