import { rm } from "node:fs/promises";
import { reasonOf } from "../corpus/read-text-file.ts";
import { replaceFile, sweepStrays } from "../corpus/write-atomically.ts";
import type { Corpus } from "../domain/corpus.ts";
import type { IndexEvent } from "../domain/index-event.ts";
import type { Result } from "../domain/result.ts";
import { DEFAULT_BM25F } from "../index/bm25f.ts";
import { buildGenerationAside, partsOf } from "../index/build-generation.ts";
import { type Generation, createGeneration } from "../index/generation.ts";
import type { Segment } from "../index/segment.ts";
import { decodeSnapshot, encodeSnapshot } from "../index/snapshot.ts";
import { snapshotKey } from "../index/snapshot-header.ts";
import type { WordVectors } from "../meaning/word-vectors.ts";
import { type SentenceIndex, createSentenceIndex } from "../search/sentence-index.ts";
import { createAnalyzer } from "../text/analyzer.ts";
import { nowAndThen } from "./now-and-then.ts";
import { MAX_SNAPSHOT_BYTES, keepLatest, makeFolder, readBuffer, setAside, snapshotFile } from "./snapshot-files.ts";

export interface IndexOptions {
  /** Where snapshots are kept; made when the first is written. */
  readonly folder: string;
  /** Where the corpus was opened from: corpora from different places have different snapshots. */
  readonly paths: readonly string[];
  /** Table of what words mean, for finding sentences that say it in other words. */
  readonly vectors: WordVectors | null;
  readonly onEvent: (event: IndexEvent) => void;
  readonly signal?: AbortSignal;
}

export interface OpenedIndex {
  readonly index: SentenceIndex;
  /** Keeps the index for the next start, unless it came from there; see {@link saveIndex}. */
  readonly save: () => Promise<void>;
}

/**
 * Smallest corpus that has a snapshot, in sentences. A smaller one is analysed in less time than it takes to notice, and
 * a file that is not there cannot be damaged, fill a disk or be out of date.
 */
export const MIN_SNAPSHOT_SENTENCES = 2_000;
/** Snapshots kept in a folder: one of each event, and a few of what was opened once. */
const MAX_SNAPSHOTS = 16;

/**
 * Opens the index of a corpus: reads it from its snapshot, or builds it where there is none that serves.
 *
 * @throws the signal's reason, once it fires
 */
export async function openIndex(corpus: Corpus, options: IndexOptions): Promise<OpenedIndex> {
  const { folder, vectors, onEvent, signal } = options;
  // The folder may not be there yet, and a stray file that stays is in nobody's way.
  await sweepStrays(folder).catch(() => undefined);
  const stored = await readSegments(corpus, options);
  if (stored.ok) {
    const parts = partsOf(stored.value, corpus.articles);
    const analyzer = createAnalyzer(corpus.event.glossary);
    const generation = createGeneration(analyzer, DEFAULT_BM25F, corpus.articles, parts);
    onEvent({ id: "index-read", file: fileOf(corpus, options) });
    return { index: createSentenceIndex(generation, { vectors }), save: () => Promise.resolve() };
  }
  onEvent({ id: "index-building", file: fileOf(corpus, options), reason: stored.error });
  const generation = await buildGenerationAside(corpus.articles, {
    glossary: corpus.event.glossary,
    onProgress: nowAndThen((articles) => onEvent({ id: "index-progress", articles, of: corpus.articles.length })),
    ...(signal === undefined ? {} : { signal }),
  });
  return { index: createSentenceIndex(generation, { vectors }), save: () => saveIndex(corpus, generation, options) };
}

/**
 * Writes a snapshot of the corpus's index. Never fails: what goes wrong is told, and the next start builds the index again.
 * One that is put together of changes, or too small to be worth it, is not kept.
 */
export async function saveIndex(corpus: Corpus, generation: Generation, options: IndexOptions): Promise<void> {
  const { onEvent, signal } = options;
  const file = fileOf(corpus, options);
  try {
    if (generation.sentenceCount < MIN_SNAPSHOT_SENTENCES || !isInOrder(generation)) {
      // What is there is of the corpus as it was when it was larger, or not yet changed.
      await rm(file, { force: true });
      return;
    }
    await makeFolder(options.folder);
    const segments = generation.parts.map(({ segment }) => segment);
    const chunks = encodeSnapshot(segments, snapshotKey(corpus, generation.parameters));
    const bytes = chunks.reduce((sum, { length }) => sum + length, 0);
    if (bytes > MAX_SNAPSHOT_BYTES) {
      onEvent({ id: "snapshot-not-written", file, reason: "EFBIG" });
      return;
    }
    await replaceFile(file, chunks, signal);
    onEvent({ id: "snapshot-written", file, bytes });
    await keepLatest(options.folder, MAX_SNAPSHOTS);
  } catch (error) {
    if (signal?.aborted !== true) onEvent({ id: "snapshot-not-written", file, reason: reasonOf(error) });
  }
}

async function readSegments(
  corpus: Corpus,
  options: IndexOptions,
): Promise<Result<readonly Segment[], Extract<IndexEvent, { id: "index-building" }>["reason"]>> {
  const { onEvent, signal } = options;
  const file = fileOf(corpus, options);
  try {
    const decoded = decodeSnapshot(await readBuffer(file, signal), snapshotKey(corpus, DEFAULT_BM25F));
    if (decoded.ok) return decoded;
    if (decoded.error.id === "other-corpus" || decoded.error.id === "other-version") {
      return { ok: false, error: "outdated" };
    }
    onEvent({ id: "snapshot-damaged", file, aside: await setAside(file) });
    return { ok: false, error: "unusable" };
  } catch (error) {
    signal?.throwIfAborted();
    const reason = reasonOf(error);
    if (reason === "ENOENT") return { ok: false, error: "missing" };
    onEvent({ id: "snapshot-unreadable", file, reason });
    return { ok: false, error: "unusable" };
  }
}

function fileOf({ event }: Corpus, { folder, paths }: IndexOptions): string {
  return snapshotFile(folder, event.id, paths);
}

/** Whether the parts hold the articles one after the other, none left out: what a snapshot can say. */
function isInOrder({ parts, articles }: Generation): boolean {
  let next = 0;
  for (const part of parts) {
    for (const article of part.articles) {
      if (article === null || article !== articles[next]) return false;
      next += 1;
    }
  }
  return next === articles.length;
}
