import type { EncodedQuestion } from "../answer/comparison.ts";
import { reasonOf } from "../corpus/read-text-file.ts";
import type { EncodingEvent } from "../domain/encoding-event.ts";
import { encodeSentences, vectorsByText } from "../meaning/encode-sentences.ts";
import type { ArticleTexts } from "../meaning/encode-sentences.ts";
import type { EncodedSentences } from "../meaning/encoded-sentences.ts";
import type { SentenceEncoder } from "../meaning/sentence-encoder.ts";
import { type SentenceIndex, sentencesOfArticle } from "../search/sentence-index.ts";
import { nowAndThen } from "./now-and-then.ts";
import type { VectorFile } from "./vector-file.ts";

export interface SentenceEncodingOptions {
  readonly encoder: SentenceEncoder;
  /** Where vectors are kept; null for nowhere. */
  readonly file: VectorFile | null;
  /** Milliseconds that a question may wait for its vector. */
  readonly deadline: number;
  readonly onEvent: (event: EncodingEvent) => void;
  readonly signal?: AbortSignal | undefined;
}

interface Ready {
  readonly index: SentenceIndex;
  readonly sentences: EncodedSentences;
}

/** A sentence encoder with what it makes of the corpus that is served. */
export class SentenceEncoding {
  readonly #options: SentenceEncodingOptions;
  /** What was ready last, from which the next takes over what stays. */
  #ready: Ready | null = null;
  #latest: Promise<void> = Promise.resolve();
  #stop = new AbortController();

  constructor(options: SentenceEncodingOptions) {
    this.#options = options;
  }

  /** Resolves once the sentences of the index given last are encoded, or cannot be. */
  get whenSettled(): Promise<void> {
    return this.#latest;
  }

  /** Has the sentences of an index encoded, aside. What is at work for an earlier one is given up, and nothing done is lost. */
  prepare(index: SentenceIndex): void {
    this.#stop.abort();
    this.#stop = new AbortController();
    const { signal } = this.#options;
    const stop = signal === undefined ? this.#stop.signal : AbortSignal.any([signal, this.#stop.signal]);
    this.#latest = this.#encodeAfter(this.#latest, index, stop);
  }

  /**
   * A question to be asked of an index, with the sentences to compare it with.
   *
   * @param text null for a question that cannot be looked up
   * @returns null where the sentences are not ready, or the question's vector is not there in time
   */
  async question(index: SentenceIndex, text: string | null): Promise<EncodedQuestion | null> {
    const ready = this.#ready;
    if (text === null || ready?.index !== index) return null;
    const { encoder, deadline, onEvent } = this.#options;
    try {
      const [vector] = await encoder.encode([text], AbortSignal.timeout(deadline));
      return vector === undefined ? null : { vector, sentences: ready.sentences };
    } catch (error) {
      onEvent({ id: "question-not-encoded", reason: reasonOf(error) });
      return null;
    }
  }

  async #encodeAfter(earlier: Promise<void>, index: SentenceIndex, signal: AbortSignal): Promise<void> {
    await earlier;
    try {
      if (!signal.aborted) await this.#encode(index, signal);
    } catch (error) {
      if (!signal.aborted) this.#options.onEvent({ id: "encoding-failed", reason: reasonOf(error) });
    }
  }

  async #encode(index: SentenceIndex, signal: AbortSignal): Promise<void> {
    const { encoder, file, onEvent } = this.#options;
    const articles = textsOf(index);
    const known = await this.#known();
    const before = known.size;
    const tell = nowAndThen((sentences: number, of: number) => onEvent({ id: "encoding-progress", sentences, of }));
    try {
      const sentences = await encodeSentences(encoder, articles, { known, onProgress: tell, signal });
      this.#ready = { index, sentences };
      onEvent({ id: "encoding-done", sentences: index.sentenceCount });
    } finally {
      // Even what was broken off is worth keeping: the next start goes on from there.
      if (known.size > before) await file?.write(encoder, known, articles);
    }
  }

  /** What need not be encoded again: what is at hand, or at the first time what was kept. */
  async #known(): Promise<Map<string, Int8Array>> {
    const { encoder, file } = this.#options;
    if (this.#ready !== null) return vectorsByText(this.#ready.sentences, textsOf(this.#ready.index));
    return new Map((await file?.read(encoder)) ?? []);
  }
}

function textsOf(index: SentenceIndex): readonly ArticleTexts[] {
  return index.articles.map((article, order) => ({
    article,
    texts: sentencesOfArticle(index, order).map(({ text }) => text),
  }));
}
