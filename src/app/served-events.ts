import type { Library } from "../domain/command.ts";
import type { Corpus } from "../domain/corpus.ts";
import type { Libraries } from "../domain/libraries.ts";
import { type IndexOptions, openIndex, saveIndex } from "./index-files.ts";
import { type Accept, type OpenLibrary, openLibrary } from "./library.ts";
import type { OpenSentenceModel } from "./open-sentence-model.ts";
import type { LibraryAnswers, ServedLibrary } from "./served-library.ts";

export interface ServedEventsOptions {
  readonly softwareVersion: string;
  readonly answers: Omit<LibraryAnswers, "encoding">;
  readonly index: Omit<IndexOptions, "paths">;
  readonly encodingFor: OpenSentenceModel["encodingFor"];
}

/** An event that is served. */
interface Served {
  readonly library: OpenLibrary;
  readonly paths: readonly string[];
  /** When its corpus was loaded. */
  readonly loadedAt: Date;
  /** Resolves once questions are answered as well as they will be. */
  readonly whenSettled: () => Promise<void>;
}

/** What is served of an event at a moment. */
export interface OpenedEvent extends Pick<Served, "paths" | "loadedAt"> {
  readonly library: ServedLibrary;
}

/** The events that are served, each with a library whose corpus can be replaced. */
export class ServedEvents implements Libraries {
  readonly #options: ServedEventsOptions;
  #served: readonly Served[] = [];

  constructor(options: ServedEventsOptions) {
    this.#options = options;
  }

  all(): readonly ServedLibrary[] {
    return this.#served.map(({ library }) => library.current());
  }

  /** @throws {Error} where nothing is served yet */
  choose(event: string | null): Library {
    const all = this.all();
    const [first] = all;
    if (first === undefined) throw new Error("asked before an event was opened");
    return all.find(({ corpus }) => corpus.event.id === event) ?? first;
  }

  find(event: string | null): Library | undefined {
    const all = this.all();
    if (event === null || all.length === 1) return all[0];
    return all.find(({ corpus }) => corpus.event.id === event);
  }

  /** What is served of an event, chosen as by {@link find}, and where it was opened from. */
  opened(event: string | null): OpenedEvent | undefined {
    const id = this.find(event)?.status().event.id;
    const served = this.#served.find(({ library }) => library.corpus.event.id === id);
    return served && { library: served.library.current(), paths: served.paths, loadedAt: served.loadedAt };
  }

  /** Serves one more event. @returns what keeps its index for the next start */
  async open(corpus: Corpus, paths: readonly string[]): Promise<() => Promise<void>> {
    const { softwareVersion, answers, index: indexOptions, encodingFor } = this.#options;
    const { index, save } = await openIndex(corpus, { ...indexOptions, paths });
    const encoding = encodingFor(corpus.event.id, paths);
    const library = openLibrary(corpus, index, softwareVersion, { ...answers, encoding });
    const whenSettled = async (): Promise<void> => encoding?.whenSettled;
    this.#served = [...this.#served, { library, paths, loadedAt: new Date(), whenSettled }];
    return save;
  }

  /**
   * Serves another corpus in the place of one that is served: that of the same event, or the only one.
   *
   * @param accept see {@link OpenLibrary.replace}
   * @returns what was served before, and whether it is served no more; null where the corpus is of an event that is not
   *   served, and nothing was done
   */
  async replace(
    corpus: Corpus,
    paths: readonly string[],
    accept?: Accept,
  ): Promise<{ readonly before: Corpus; readonly isReplaced: boolean } | null> {
    const [first, ...others] = this.#served;
    const isOnly = others.length === 0;
    const served = this.#served.find(({ library }) => library.corpus.event.id === corpus.event.id);
    const found = served ?? (isOnly ? first : undefined);
    if (found === undefined) return null;
    const before = found.library.corpus;
    const isReplaced = await found.library.replace(corpus, accept);
    if (!isReplaced) return { before, isReplaced };
    this.#served = this.#served.map((one) => (one === found ? { ...one, paths, loadedAt: new Date() } : one));
    await this.#keep(found.library.current(), paths);
    return { before, isReplaced };
  }

  /** Serves only these events from now on, if any of them is served. @returns those that are served no more */
  retain(events: ReadonlySet<string>): readonly Corpus[] {
    const stay = this.#served.filter(({ library }) => events.has(library.corpus.event.id));
    if (stay.length === 0) return [];
    const gone = this.#served.filter((one) => !stay.includes(one));
    this.#served = stay;
    return gone.map(({ library }) => library.corpus);
  }

  /** Resolves once questions about all events are answered as well as they will be. */
  async whenSettled(): Promise<void> {
    await Promise.all(this.#served.map(async ({ whenSettled }) => whenSettled()));
  }

  async #keep({ corpus, index }: ServedLibrary, paths: readonly string[]): Promise<void> {
    await saveIndex(corpus, index.generation, { ...this.#options.index, paths });
  }
}
