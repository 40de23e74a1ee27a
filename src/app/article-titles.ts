import { setTimeout as pause } from "node:timers/promises";
import type { Article } from "../domain/article.ts";
import { type Completer, type CompletionFit, bestOf, createCompleter } from "../search/completion.ts";

/** Something that could be searched for at all. */
const WORD = /[\p{L}\p{N}]/u;
/** Titles made ready in one go, some tens of milliseconds' worth: others have their turn in between. */
const BLOCK = 4_000;

/** Titles that follow each other in the corpus. */
interface Block {
  readonly texts: readonly string[];
  completer: Completer<number> | null;
}

/** Finds articles by what somebody types of their title, publisher or id. */
export class ArticleTitles {
  readonly #articles: readonly Article[];
  /** The last articles of the corpus first, so that what is newly published, at its beginning, leaves most of them as they are. */
  readonly #blocks: readonly Block[];

  /** @param earlier of an earlier state of the corpus; blocks in which all titles stayed the same are used again */
  constructor(articles: readonly Article[], earlier?: ArticleTitles) {
    this.#articles = articles;
    const texts = articles
      .map(({ title, publisher, agency, id }) => `${title} ${publisher} ${agency ?? ""} ${id}`)
      .toReversed();
    const known = earlier === undefined ? [] : earlier.#blocks;
    this.#blocks = Array.from({ length: Math.ceil(texts.length / BLOCK) }, (_, number) => {
      const block = texts.slice(number * BLOCK, (number + 1) * BLOCK);
      const same = known[number];
      return same !== undefined && areSame(same.texts, block) ? same : { texts: block, completer: null };
    });
  }

  /** Makes ready what is not, a part at a time. What is asked for meanwhile waits for the rest. */
  async prepare(signal: AbortSignal): Promise<void> {
    for (const block of this.#blocks) {
      if (block.completer !== null) continue;
      // Does not keep a process alive that has nothing else to do.
      await pause(0, undefined, { ref: false });
      if (signal.aborted) return;
      ready(block);
    }
  }

  /** Whether nothing has to be made ready any more. */
  get isReady(): boolean {
    return this.#blocks.every(({ completer }) => completer !== null);
  }

  /** Best first; all, in the order of the corpus, where nothing was typed. */
  complete(typed: string, limit: number): readonly Article[] {
    if (typed.trim() === "") return this.#articles.slice(0, limit);
    return this.fits(typed, limit).map(({ value }) => value);
  }

  /** The same with how well each fits; none where nothing was typed. */
  fits(typed: string, limit: number): readonly CompletionFit<Article>[] {
    if (!WORD.test(typed)) return [];
    const found = this.#blocks.map((block, number) =>
      ready(block)
        .fits(typed, limit)
        .flatMap((fit): readonly CompletionFit<Article>[] => {
          const value = this.#articles[this.#articles.length - 1 - number * BLOCK - fit.value];
          return value === undefined ? [] : [{ ...fit, value }];
        }),
    );
    // The newest first among equals.
    return bestOf(found.toReversed(), limit);
  }
}

function ready(block: Block): Completer<number> {
  // The newest first among equals, and they are last.
  block.completer ??= createCompleter(block.texts.map((text, value) => ({ text, value })).toReversed());
  return block.completer;
}

function areSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, place) => text === b[place]);
}
