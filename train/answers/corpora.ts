import { type Asking, askingOf } from "../../src/answer/asking.ts";
import type { Article } from "../../src/domain/article.ts";
import type { WordVectors } from "../../src/meaning/word-vectors.ts";
import { buildSentenceIndex } from "../../src/search/sentence-index.ts";
import { type Analyzer, createAnalyzer } from "../../src/text/analyzer.ts";
import type { PublicSet } from "./mixture.ts";

/** Small corpora that are kept: questions about the same articles mostly stand near each other. */
const KEPT = 64;

/** The articles of the public sets, ready to be asked: all of a set, or a few of them. */
export class Corpora {
  readonly #analyzer: Analyzer = createAnalyzer([]);
  readonly #vectors: WordVectors;
  readonly #articles: ReadonlyMap<PublicSet, readonly Article[]>;
  readonly #whole = new Map<PublicSet, Asking>();
  readonly #small = new Map<string, Asking>();

  constructor(vectors: WordVectors, articles: ReadonlyMap<PublicSet, readonly Article[]>) {
    this.#vectors = vectors;
    this.#articles = articles;
  }

  whole(set: PublicSet): Asking {
    const known = this.#whole.get(set);
    if (known !== undefined) return known;
    const made = this.#askingOf(this.#articles.get(set) ?? []);
    this.#whole.set(set, made);
    return made;
  }

  /** @param ids of articles of the set; what it lacks is passed over */
  small(set: PublicSet, ids: readonly string[]): Asking {
    const wanted = new Set(ids);
    const articles = (this.#articles.get(set) ?? []).filter(({ id }) => wanted.has(id));
    const key = JSON.stringify([set, articles.map(({ id }) => id)]);
    const known = this.#small.get(key);
    if (known !== undefined) return known;
    const made = this.#askingOf(articles);
    const [oldest] = this.#small.keys();
    if (oldest !== undefined && this.#small.size >= KEPT) this.#small.delete(oldest);
    this.#small.set(key, made);
    return made;
  }

  #askingOf(articles: readonly Article[]): Asking {
    return askingOf(buildSentenceIndex(articles, this.#analyzer, this.#vectors));
  }
}
