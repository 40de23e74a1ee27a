import { sweepStrays, replaceFile } from "../corpus/write-atomically.ts";
import { reasonOf } from "../corpus/read-text-file.ts";
import type { EncodingEvent } from "../domain/encoding-event.ts";
import type { ArticleTexts } from "../meaning/encode-sentences.ts";
import type { SentenceEncoder } from "../meaning/sentence-encoder.ts";
import { type KnownVectors, decodeVectors, encodeVectors, textKey } from "../meaning/vector-store.ts";
import { keepLatest, makeFolder, readBuffer, snapshotFile } from "./snapshot-files.ts";

/** Keeps vectors of sentences between starts. Neither reading nor writing ever fails: what goes wrong is told. */
export interface VectorFile {
  /** Null where there are none that serve. */
  read(encoder: SentenceEncoder): Promise<KnownVectors | null>;
  /** Keeps the vectors of these articles' sentences, as far as they are known, and no others. */
  write(encoder: SentenceEncoder, known: KnownVectors, articles: readonly ArticleTexts[]): Promise<void>;
}

export interface VectorFileOptions {
  readonly folder: string;
  /** The id of the corpus's event, and where the corpus was opened from. */
  readonly event: string;
  readonly paths: readonly string[];
  readonly onEvent: (event: EncodingEvent) => void;
}

const SUFFIX = ".vectors";
/** Files kept in a folder: one of each event, and a few of what was opened once. */
const MAX_FILES = 16;

export function vectorFile({ folder, event, paths, onEvent }: VectorFileOptions): VectorFile {
  const file = snapshotFile(folder, event, paths, SUFFIX);
  return {
    async read({ version, dimensions }) {
      try {
        const vectors = decodeVectors(new Uint8Array(await readBuffer(file)), version, dimensions);
        if (vectors === null) onEvent({ id: "vectors-damaged", file });
        return vectors;
      } catch (error) {
        if (reasonOf(error) !== "ENOENT") onEvent({ id: "vectors-damaged", file });
        return null;
      }
    },
    async write({ version, dimensions }, known, articles) {
      const kept = new Map<string, Int8Array>();
      for (const text of articles.flatMap(({ texts }) => texts)) {
        const vector = known.get(textKey(text));
        if (vector !== undefined) kept.set(textKey(text), vector);
      }
      try {
        await makeFolder(folder);
        await sweepStrays(folder);
        await replaceFile(file, encodeVectors(version, dimensions, kept));
        await keepLatest(folder, MAX_FILES, SUFFIX);
      } catch (error) {
        onEvent({ id: "vectors-not-written", file, reason: reasonOf(error) });
      }
    },
  };
}
