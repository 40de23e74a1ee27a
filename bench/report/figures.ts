import { z } from "zod";

/** Something that was measured, could not be, or was not tried. */
export type Figure<T> =
  | { readonly status: "measured"; readonly value: T }
  | { readonly status: "failed"; readonly reason: string }
  | { readonly status: "not measured"; readonly reason: string };

function figure<T extends z.ZodType>(value: T) {
  return z.discriminatedUnion("status", [
    z.object({ status: z.literal("measured"), value }),
    z.object({ status: z.literal("failed"), reason: z.string() }),
    z.object({ status: z.literal("not measured"), reason: z.string() }),
  ]);
}

const LATENCIES = z.object({
  /** Milliseconds. */
  p50: z.number(),
  p99: z.number(),
  mean: z.number(),
  /** How many questions a second one after the other: the inverse of the mean. */
  perSecond: z.number(),
  /** How many timings these are of; fewer than questions times rounds where the time allowed was used up. */
  samples: z.number(),
});

export type Latencies = z.infer<typeof LATENCIES>;

const PEER_RESULT = z.object({
  name: z.string(),
  title: z.string(),
  version: z.string().nullable(),
  build: figure(z.object({ ms: z.number() })),
  /** Bytes beyond the process with the sentences loaded. */
  memory: figure(z.object({ peakBytes: z.number(), residentBytes: z.number() })),
  query: figure(LATENCIES),
  fuzzy: figure(LATENCIES),
  /**
   * The same by group of engines that were alive together; each group is asked in turns, so figures are compared within
   * one. Footnote is in every group, every other engine in one.
   */
  queryByGroup: z.array(z.object({ group: z.number(), latencies: LATENCIES })),
  disk: figure(z.object({ bytes: z.number() })),
  coldStart: figure(z.object({ ms: z.number(), residentBytes: z.number() })),
  add: figure(z.object({ medianMs: z.number(), slowestQueryMs: z.number(), articles: z.number() })),
  /** Share of the textbook's ten best sentences among this engine's ten, averaged over the questions; 0 to 1. */
  overlap: z.number().nullable(),
});

export type PeerResult = z.infer<typeof PEER_RESULT>;

const CORPUS_RESULT = z.object({
  /** "generated" or the file's name. */
  source: z.string(),
  sentences: z.number(),
  articles: z.number(),
  tokens: z.number(),
  distinctWords: z.number(),
  questions: z.number(),
  peers: z.array(PEER_RESULT),
});

export type CorpusResult = z.infer<typeof CORPUS_RESULT>;

/** The file a run writes. */
export const BENCH_RESULT = z.object({
  /** Counts up when the meaning of a field changes. */
  format: z.literal(1),
  date: z.string(),
  commit: z.string().nullable(),
  command: z.string(),
  seed: z.number(),
  rounds: z.number(),
  machine: z.object({
    cpu: z.string(),
    cores: z.number(),
    memoryBytes: z.number(),
    node: z.string(),
    os: z.string(),
  }),
  /** By rising number of sentences. */
  corpora: z.array(CORPUS_RESULT),
});

export type BenchResult = z.infer<typeof BENCH_RESULT>;
