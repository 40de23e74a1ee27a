import type { BenchResult, CorpusResult, Latencies, PeerResult } from "../../bench/report/figures.ts";

export function latencies(p50: number, p99 = p50 * 4): Latencies {
  return { p50, p99, mean: p50, perSecond: 1000 / p50, samples: 3000 };
}

/** An engine that everything was measured of. */
export function measuredPeer(name: string, p50: number, changes: Partial<PeerResult> = {}): PeerResult {
  return {
    name,
    title: name.toUpperCase(),
    version: "1.2.3",
    build: { status: "measured", value: { ms: 8000 } },
    memory: { status: "measured", value: { peakBytes: 500e6, residentBytes: 200e6 } },
    query: { status: "measured", value: latencies(p50) },
    fuzzy: { status: "measured", value: latencies(p50 * 2) },
    queryByGroup: [{ group: 1, latencies: latencies(p50) }],
    disk: { status: "measured", value: { bytes: 90e6 } },
    coldStart: { status: "measured", value: { ms: 100, residentBytes: 150e6 } },
    add: { status: "measured", value: { medianMs: 12, slowestQueryMs: 14, articles: 7 } },
    overlap: 1,
    ...changes,
  };
}

/** An engine that did not get past building. */
export function failedPeer(name: string, reason: string): PeerResult {
  const failed = { status: "failed", reason } as const;
  return measuredPeer(name, 1, {
    build: failed,
    memory: failed,
    query: failed,
    fuzzy: failed,
    queryByGroup: [],
    disk: failed,
    coldStart: failed,
    add: failed,
    overlap: null,
  });
}

export function corpusResult(sentences: number, peers: PeerResult[]): CorpusResult {
  return {
    source: "generated",
    sentences,
    articles: Math.round(sentences / 25),
    tokens: sentences * 24,
    distinctWords: 1000,
    questions: 1000,
    peers,
  };
}

export function benchResult(corpora: CorpusResult[]): BenchResult {
  return {
    format: 1,
    date: "2026-01-02",
    commit: "0123456789ab",
    command: "npm run bench",
    seed: 1,
    rounds: 3,
    machine: { cpu: "Some CPU", cores: 2, memoryBytes: 8 * 2 ** 30, node: "20.19.0", os: "Linux 6" },
    corpora,
  };
}
