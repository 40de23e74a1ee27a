import type { Article } from "../domain/article.ts";
import { type Completer, createCompleter } from "../search/completion.ts";

/** Something that could be searched for at all. */
const WORD = /[\p{L}\p{N}]/u;

/** Finds articles by what somebody types of their title, publisher or id. */
export class ArticleTitles {
  readonly #articles: readonly Article[];
  readonly #texts: readonly string[];
  /** By place in the corpus. Made when it is first needed: 40,000 titles take half a second. */
  #completer: Completer<number> | undefined;

  /** @param earlier of an earlier state of the corpus; used again where all titles stayed the same */
  constructor(articles: readonly Article[], earlier?: ArticleTitles) {
    this.#articles = articles;
    this.#texts = articles.map(({ title, publisher, agency, id }) => `${title} ${publisher} ${agency ?? ""} ${id}`);
    const texts = this.#texts;
    if (earlier === undefined || earlier.#texts.length !== texts.length) return;
    if (earlier.#texts.every((text, place) => text === texts[place])) this.#completer = earlier.#completer;
  }

  /** Best first; all, in the order of the corpus, where nothing was typed. */
  complete(typed: string, limit: number): readonly Article[] {
    if (typed.trim() === "") return this.#articles.slice(0, limit);
    if (!WORD.test(typed)) return [];
    this.#completer ??= createCompleter(this.#texts.map((text, value) => ({ text, value })));
    return this.#completer.complete(typed, limit).flatMap((place) => this.#articles[place] ?? []);
  }
}
