import type { Article } from "../domain/article.ts";
import { COSINE_PER_DOT } from "./sentence-vector.ts";

/** A sentence by where it stands, with the cosine between it and what was asked. */
export interface NearSentence {
  readonly article: Article;
  /** Place among the article's sentences, from 0. */
  readonly position: number;
  readonly cosine: number;
}

/** The sentences of some articles as a sentence encoder sees them. Never changed. */
export class EncodedSentences {
  /** Of the encoder. */
  readonly version: string;
  readonly dimensions: number;
  readonly #blocks: ReadonlyMap<Article, Int8Array>;

  /** @param blocks of each article the vectors of its sentences, end to end */
  constructor(
    { version, dimensions }: { readonly version: string; readonly dimensions: number },
    blocks: ReadonlyMap<Article, Int8Array>,
  ) {
    this.version = version;
    this.dimensions = dimensions;
    this.#blocks = blocks;
  }

  /** The vector of a sentence; null where the article has none at this place, or is not among these. A view, not to be written. */
  of(article: Article, position: number): Int8Array | null {
    const block = this.#blocks.get(article);
    const start = position * this.dimensions;
    if (block === undefined || position < 0 || start >= block.length) return null;
    return block.subarray(start, start + this.dimensions);
  }

  /**
   * The sentences nearest to a vector, best first, ties in the order of the articles. Looks at every sentence: some 60 ms for
   * 100,000 of them.
   *
   * @param articles to look in
   */
  nearest(vector: Int8Array, count: number, articles: Iterable<Article>): readonly NearSentence[] {
    const { dimensions } = this;
    const best: NearSentence[] = [];
    let least = -Infinity;
    for (const article of articles) {
      const block = this.#blocks.get(article);
      if (block === undefined) continue;
      for (let start = 0, position = 0; start < block.length; start += dimensions, position += 1) {
        let dot = 0;
        for (let at = 0; at < dimensions; at += 1) dot += (block[start + at] ?? 0) * (vector[at] ?? 0);
        if (best.length === count && dot <= least) continue;
        const cosine = dot * COSINE_PER_DOT;
        const place = best.findLastIndex((other) => other.cosine >= cosine) + 1;
        best.splice(place, 0, { article, position, cosine });
        if (best.length > count) best.pop();
        if (best.length === count) least = (best.at(-1)?.cosine ?? 0) / COSINE_PER_DOT;
      }
    }
    return best;
  }
}
