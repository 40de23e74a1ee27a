import { createHash } from "node:crypto";
import type { Article } from "../domain/article.ts";
import type { Sentence } from "../domain/sentence.ts";

interface KnownKey {
  readonly place: number;
  readonly key: string;
}

/** Short names of the sentences of a corpus, which outlive a restart and never mean something else after a change. */
export class SentenceRefs {
  readonly #articles: readonly Article[];
  /** Article id → its place and key. Made when a name is first looked up, since all articles have to be read for it. */
  #known: ReadonlyMap<string, KnownKey> | null = null;
  #places: ReadonlyMap<string, number> = new Map();

  /** @param earlier of an earlier state of the corpus: only articles that changed since are read again */
  constructor(articles: readonly Article[], earlier?: SentenceRefs) {
    this.#articles = articles;
    if (earlier !== undefined && earlier.#known !== null) this.#read(earlier);
  }

  /** At most 16 characters of `[A-Za-z0-9_.-]`. */
  refOf({ article, start }: Sentence): string {
    return `${keyOf(article)}.${start.toString(36)}`;
  }

  /** @returns the article's place in the corpus and where the sentence begins in it, or undefined where it has changed */
  find(ref: string): { readonly article: number; readonly start: number } | undefined {
    if (this.#known === null) this.#read(null);
    const [key = "", start = ""] = ref.split(".");
    const article = this.#places.get(key);
    return article === undefined ? undefined : { article, start: Number.parseInt(start, 36) };
  }

  #knownKey({ id, body }: Article): string | undefined {
    const known = this.#known === null ? undefined : this.#known.get(id);
    return known !== undefined && this.#articles[known.place]?.body === body ? known.key : undefined;
  }

  #read(earlier: SentenceRefs | null): void {
    const known = new Map<string, KnownKey>();
    const places = new Map<string, number>();
    for (const [place, article] of this.#articles.entries()) {
      const key = (earlier === null ? undefined : earlier.#knownKey(article)) ?? keyOf(article);
      known.set(article.id, { place, key });
      places.set(key, place);
    }
    this.#known = known;
    this.#places = places;
  }
}

/** Eight characters that name an article's content: a button made before a change must not open something else. */
function keyOf(article: Article): string {
  return createHash("sha256").update(article.id).update("\0").update(article.body).digest("base64url").slice(0, 8);
}
