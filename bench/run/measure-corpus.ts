import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CorpusResult } from "../report/figures.ts";
import { overlap } from "../report/latencies.ts";
import { type Facts, readFacts } from "./data-files.ts";
import { type Limits, PeerRun, type QuestionSet } from "./peer-run.ts";
import type { PeerName } from "./roster.ts";

export interface MeasureOptions {
  readonly source: string;
  readonly peers: readonly PeerName[];
  readonly rounds: number;
  readonly limits: Limits;
  readonly versionOf: (peer: PeerName) => string | null;
  readonly onProgress: (message: string) => void;
  readonly signal: AbortSignal;
}

/** Questions an engine is asked in one turn. */
const SLICE = 200;
/** What a turn may take, so that a slow engine does not keep the others waiting for minutes. */
const TURN_MS = 5000;
const WARM_UP_QUESTIONS = 500;
const WARM_UP_MS = 2000;
/** What must be free before one more engine is started: several times what the common engines take. */
const FREE_BYTES_A_SENTENCE = 5000;
const FREE_BYTES_AT_LEAST = 500_000_000;

/**
 * Measures engines on one corpus, one at a time busy. As many as memory allows are alive together and asked in turns; the
 * next group begins when they have ended. Footnote stays alive for all groups, so that each is compared with it.
 */
export async function measureCorpus(data: string, options: MeasureOptions): Promise<CorpusResult> {
  const facts = await readFacts(data);
  const work = await mkdtemp(join(tmpdir(), "footnote-bench-"));
  const runs: PeerRun[] = [];
  const start = async (name: PeerName): Promise<PeerRun | null> => {
    options.signal.throwIfAborted();
    options.onProgress(`${name}: building`);
    const run = new PeerRun(name, data, work, options.limits, options.signal);
    runs.push(run);
    if (await run.start()) return run;
    await run.end();
    return null;
  };
  try {
    const own = options.peers.includes("footnote") ? await start("footnote") : null;
    const waiting = options.peers.filter((name) => name !== "footnote");
    for (let group = 1; group === 1 || waiting.length > 0; group += 1) {
      const others: PeerRun[] = [];
      while (waiting.length > 0 && (others.length === 0 || hasRoom(facts.sentences))) {
        const [next] = waiting.splice(0, 1);
        const run = next === undefined ? null : await start(next);
        if (run !== null) others.push(run);
      }
      const alive = own === null ? others : [own, ...others];
      await askInTurns(alive, "plain", group, facts, options);
      await askInTurns(alive, "slips", group, facts, options);
      for (const run of others) await addAndEnd(run, options);
    }
    if (own !== null) await addAndEnd(own, options);
    for (const run of runs) {
      options.signal.throwIfAborted();
      options.onProgress(`${run.name}: starting from disk`);
      await run.openAgain();
    }
  } finally {
    await Promise.all(runs.map((run) => run.end()));
    await rm(work, { recursive: true, force: true });
  }
  return resultOf(facts, runs, options);
}

function hasRoom(sentences: number): boolean {
  return process.availableMemory() > Math.max(FREE_BYTES_AT_LEAST, sentences * FREE_BYTES_A_SENTENCE);
}

async function addAndEnd(run: PeerRun, { onProgress, signal }: MeasureOptions): Promise<void> {
  signal.throwIfAborted();
  onProgress(`${run.name}: adding articles`);
  await run.add();
  await run.end();
}

/** Hands out slices of the questions to each engine in turn, another first each time, several times over. */
async function askInTurns(
  runs: readonly PeerRun[],
  set: QuestionSet,
  group: number,
  { questions }: Facts,
  { rounds, limits, onProgress, signal }: MeasureOptions,
): Promise<void> {
  const count = questions[set].length;
  for (const run of runs.filter((one) => one.canAsk(set, group))) {
    onProgress(`${run.name}: warming up`);
    await run.warmUp(set, Math.max(0, count - WARM_UP_QUESTIONS), count, WARM_UP_MS);
  }
  let turn = 0;
  for (let round = 0; round < rounds; round += 1) {
    for (let from = 0; from < count; from += SLICE) {
      for (let place = 0; place < runs.length; place += 1) {
        signal.throwIfAborted();
        const run = runs[(place + turn) % runs.length];
        if (run?.canAsk(set, group) !== true) continue;
        onProgress(`${run.name}: ${set} questions ${from + 1}-${from + SLICE}, round ${round + 1} of ${rounds}`);
        await run.ask(set, group, from, Math.min(count, from + SLICE), Math.min(TURN_MS, limits.queriesMs));
      }
      turn += 1;
    }
  }
}

function resultOf(facts: Facts, runs: readonly PeerRun[], { source, peers, versionOf }: MeasureOptions): CorpusResult {
  const textbook = runs.find(({ name }) => name === "textbook")?.found ?? [];
  const ordered = runs.toSorted((a, b) => peers.indexOf(a.name) - peers.indexOf(b.name));
  return {
    source,
    sentences: facts.sentences,
    articles: facts.articles,
    tokens: facts.tokens,
    distinctWords: facts.distinctWords,
    questions: facts.questions.plain.length,
    peers: ordered.map((run) => run.result(versionOf(run.name), overlap(textbook, run.found))),
  };
}
