import { setImmediate as tick } from "node:timers/promises";
import type { Article } from "../domain/article.ts";
import { EncodedSentences } from "./encoded-sentences.ts";
import type { SentenceEncoder } from "./sentence-encoder.ts";
import { type KnownVectors, textKey } from "./vector-store.ts";

/** An article with the texts of its sentences, in order. */
export interface ArticleTexts {
  readonly article: Article;
  readonly texts: readonly string[];
}

export interface EncodeOptions {
  /** What need not be worked out again. What is new is added as it comes, so that nothing is lost when the signal fires. */
  readonly known: Map<string, Int8Array>;
  /** Told after every few sentences how many of those that are new have been done. */
  readonly onProgress?: (done: number, of: number) => void;
  readonly signal?: AbortSignal;
}

/** Texts given to the encoder at once: so many milliseconds' work that a question asked meanwhile need not wait long. */
const AT_ONCE = 8;

/**
 * Has the sentences of articles encoded, each text once.
 *
 * @throws the signal's reason once it fires, and whatever the encoder fails with
 */
export async function encodeSentences(
  encoder: SentenceEncoder,
  articles: readonly ArticleTexts[],
  { known, onProgress, signal }: EncodeOptions,
): Promise<EncodedSentences> {
  const missing = [...(await missingTexts(articles, known, signal))];
  for (let from = 0; from < missing.length; from += AT_ONCE) {
    signal?.throwIfAborted();
    const part = missing.slice(from, from + AT_ONCE);
    const texts = part.map(([, text]) => text);
    const vectors = await encoder.encode(texts, signal);
    for (const [place, [key]] of part.entries()) known.set(key, vectors[place] ?? new Int8Array(encoder.dimensions));
    onProgress?.(from + part.length, missing.length);
  }
  return encodedSentences(encoder, articles, known);
}

/** The texts that have no vector yet, by their keys. Other work is done meanwhile. */
async function missingTexts(
  articles: readonly ArticleTexts[],
  known: KnownVectors,
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, string>> {
  const missing = new Map<string, string>();
  for (const { texts } of articles) {
    for (const text of texts) {
      const key = textKey(text);
      if (!known.has(key)) missing.set(key, text);
    }
    await tick();
    signal?.throwIfAborted();
  }
  return missing;
}

/** Puts sentences together from vectors that are all known; a text that has none counts as meaning nothing. */
export function encodedSentences(
  encoder: Pick<SentenceEncoder, "version" | "dimensions">,
  articles: readonly ArticleTexts[],
  known: KnownVectors,
): EncodedSentences {
  const { dimensions } = encoder;
  const blocks = articles.map(({ article, texts }) => {
    const block = new Int8Array(texts.length * dimensions);
    for (const [place, text] of texts.entries()) block.set(known.get(textKey(text)) ?? [], place * dimensions);
    return [article, block] as const;
  });
  return new EncodedSentences(encoder, new Map(blocks));
}

/** The vectors of sentences by their texts, so that those of another corpus need not be worked out again. */
export function vectorsByText(sentences: EncodedSentences, articles: readonly ArticleTexts[]): Map<string, Int8Array> {
  const vectors = new Map<string, Int8Array>();
  for (const { article, texts } of articles) {
    for (const [position, text] of texts.entries()) {
      const vector = sentences.of(article, position);
      if (vector !== null) vectors.set(textKey(text), vector);
    }
  }
  return vectors;
}
