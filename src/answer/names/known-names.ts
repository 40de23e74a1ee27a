import { setTimeout as pause } from "node:timers/promises";
import type { GlossaryEntry } from "../../domain/corpus.ts";
import type { ArticleCount } from "../../domain/keeping.ts";
import { compareArticles } from "../../index/compare-articles.ts";
import { type CompletionEntry, type CompletionFit, type Completer, createCompleter } from "../../search/completion.ts";
import type { SentenceIndex } from "../../search/sentence-index.ts";
import { namesIn } from "./names-in.ts";

/** A name that stands in fewer articles is not proposed. */
const MIN_ARTICLES = 2;
/** Most names of articles that are proposed, the commonest. */
const MAX_NAMES = 10_000;
/** About as many names of one entry may fit what was typed. */
const NAMES_EACH = 5;
/** Milliseconds of reading after which others have their turn. */
const TURN = 8;
/** Names of the glossary are preferred to names that articles have in common. */
const OF_ARTICLES = 0.99;

/**
 * The names of a glossary, and those met in several articles, to be completed while somebody types. An entry of the
 * glossary is proposed once, by the name that fits best.
 */
export class KnownNames {
  readonly #index: SentenceIndex;
  readonly #glossary: readonly CompletionEntry<string>[];
  /** Alias → the term of its entry. */
  readonly #terms: ReadonlyMap<string, string>;
  /** By place of the article in the corpus: the numbers of its names; null where it has not been read. */
  readonly #read: (Uint32Array | null)[];
  /** Name → its number, shared with what is served later: it only ever grows. */
  readonly #numbers: Map<string, number>;
  #completer: Completer<string>;

  /** @param earlier of an earlier state of the corpus: only articles that changed since are read */
  constructor(index: SentenceIndex, glossary: readonly GlossaryEntry[], earlier?: KnownNames) {
    this.#index = index;
    this.#glossary = glossary.flatMap(({ term, aliases }) => [term, ...aliases].map((text) => ({ text, value: text })));
    this.#terms = new Map(glossary.flatMap(({ term, aliases }) => aliases.map((alias) => [alias, term] as const)));
    this.#read = index.articles.map(() => null);
    this.#numbers = earlier === undefined ? new Map<string, number>() : earlier.#numbers;
    this.#completer = createCompleter(this.#glossary);
    if (earlier === undefined) return;
    const { kept } = compareArticles(earlier.#index.articles, index.articles);
    for (const [order, place] of kept.entries()) this.#read[order] = earlier.#read[place] ?? null;
    // What was known is good enough until the rest is read.
    this.#completer = earlier.#completer;
  }

  /** Reads the articles that are new, a few at a time; until then names of the glossary alone are known, or those of before. */
  async prepare(signal: AbortSignal): Promise<void> {
    let turn = performance.now();
    for (const [order, { body }] of this.#index.articles.entries()) {
      this.#read[order] ??= Uint32Array.from(namesIn(body), (name) => this.#numberOf(name));
      if (performance.now() - turn < TURN) continue;
      // Does not keep a process alive that has nothing else to do.
      await pause(0, undefined, { ref: false });
      if (signal.aborted) return;
      turn = performance.now();
    }
    this.#completer = createCompleter([...this.#glossary, ...this.#ofArticles()]);
  }

  /** Best first; the glossary's terms where nothing was typed. */
  complete(typed: string, limit: number): readonly string[] {
    if (typed.trim() !== "") return this.fits(typed, limit).map(({ value }) => value);
    return this.#glossary.flatMap(({ value }) => (this.#terms.has(value) ? [] : [value])).slice(0, limit);
  }

  /** The same with how well each fits; none where nothing was typed. */
  fits(typed: string, limit: number): readonly CompletionFit<string>[] {
    const best = new Map<string, CompletionFit<string>>();
    for (const fit of this.#completer.fits(typed, limit * NAMES_EACH)) {
      const term = this.#terms.get(fit.value) ?? fit.value;
      if (best.size < limit && !best.has(term)) best.set(term, fit);
    }
    return [...best.values()];
  }

  /** Names of several articles, those of most articles first, as far as they are read; the glossary's are among them. */
  met(most: number): readonly ArticleCount[] {
    const articles = new Uint32Array(this.#numbers.size);
    for (const names of this.#read) for (const number of names ?? []) articles[number] = (articles[number] ?? 0) + 1;
    return [...this.#numbers]
      .filter(([, number]) => (articles[number] ?? 0) >= MIN_ARTICLES)
      .toSorted(([, a], [, b]) => (articles[b] ?? 0) - (articles[a] ?? 0))
      .slice(0, most)
      .map(([name, number]) => ({ name, articles: articles[number] ?? 0 }));
  }

  #numberOf(name: string): number {
    const number = this.#numbers.get(name) ?? this.#numbers.size;
    this.#numbers.set(name, number);
    return number;
  }

  #ofArticles(): readonly CompletionEntry<string>[] {
    const { analyzer } = this.#index;
    return this.met(MAX_NAMES)
      .filter(({ name }) => !analyzer.analyze(name).some(({ kind, surface }) => kind === "alias" && surface === name))
      .map(({ name }) => ({ text: name, value: name, weight: OF_ARTICLES }));
  }
}
