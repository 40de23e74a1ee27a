import { isDeepStrictEqual } from "node:util";
import type { Answerer } from "../answer/answerer.ts";
import type { Library } from "../domain/command.ts";
import type { Corpus } from "../domain/corpus.ts";
import { buildGenerationAside } from "../index/build-generation.ts";
import { compareArticles } from "../index/compare-articles.ts";
import { exceedsUpdate, needsRebuild } from "../index/needs-rebuild.ts";
import { updateGenerationAside } from "../index/update-generation.ts";
import type { WordVectors } from "../meaning/word-vectors.ts";
import { type SentenceIndex, createSentenceIndex } from "../search/sentence-index.ts";
import { type LibraryAnswers, type ServedLibrary, serveLibrary } from "./served-library.ts";

/** A library whose corpus can be replaced while it is asked, with the parts the command line looks at directly. */
export interface OpenLibrary extends Library {
  readonly corpus: Corpus;
  readonly answerer: Answerer;
  /** What is served at this moment, which never changes: whoever asks several things for one reply asks this. */
  current(): ServedLibrary;
  /**
   * Serves another corpus. Its index is made aside, of the present one where little has changed, and takes its place in one
   * step; until then, and should it fail, the present one answers. One replacement is made after the other.
   *
   * @param accept asked once the next one could be served; where it says no, the present one stays
   * @returns whether it is served
   */
  replace(corpus: Corpus, accept?: Accept): Promise<boolean>;
}

/** Whether one state of a corpus may take the place of another. */
export type Accept = (before: ServedLibrary, next: ServedLibrary) => Promise<boolean>;

/** Builds the index of a corpus from its articles, without keeping questions waiting. */
export type BuildIndex = (corpus: Corpus) => Promise<SentenceIndex>;

/** @param index of the same corpus */
export function openLibrary(
  corpus: Corpus,
  index: SentenceIndex,
  softwareVersion: string,
  answers: LibraryAnswers,
  build: BuildIndex = async (next) => buildAside(next, index.vectors),
): OpenLibrary {
  const options = { softwareVersion, answers };
  let served = serveLibrary(corpus, index, options);
  let latest = Promise.resolve();
  let superseded = new AbortController();
  const prepare = (): void => {
    answers.encoding?.prepare(served.index);
    superseded.abort();
    superseded = new AbortController();
    void served.prepare(superseded.signal);
  };
  prepare();

  const serve = (next: ServedLibrary): void => {
    served = next;
    prepare();
  };
  const nextOf = (corpus: Corpus, nextIndex: SentenceIndex): ServedLibrary =>
    serveLibrary(corpus, nextIndex, options, served);
  const serveNext = async (wanted: Corpus, accept: Accept): Promise<boolean> => {
    const updated = await updatedIndex(served, wanted);
    const next = nextOf(wanted, updated ?? (await build(wanted)));
    if (!(await accept(served, next))) return false;
    serve(next);
    // The news are out; now, if much has been left behind, for good order.
    if (updated !== null && needsRebuild(updated.generation)) serve(nextOf(wanted, await build(wanted)));
    return true;
  };

  return {
    get corpus() {
      return served.corpus;
    },
    get answerer() {
      return served.answerer;
    },
    current: () => served,
    async replace(wanted, accept = async () => true) {
      const replaced = latest.then(async () => serveNext(wanted, accept));
      latest = settled(replaced);
      return replaced;
    },
    ask: async (question) => served.ask(question),
    search: async (query, page) => served.search(query, page),
    more: async (question, page) => served.more(question, page),
    check: async (text, signal) => served.check(text, signal),
    aboutName: async (typed, page) => served.aboutName(typed, page),
    quotes: async (wanted, page) => served.quotes(wanted, page),
    latest: (since, page) => served.latest(since, page),
    summarise: async (request, signal, onProgress) => served.summarise(request, signal, onProgress),
    otherWordings: (ref, without, limit) => served.otherWordings(ref, without, limit),
    timeline: async (request, signal, onProgress) => served.timeline(request, signal, onProgress),
    compare: async (topic, signal) => served.compare(topic, signal),
    independentSources: (articles) => served.independentSources(articles),
    fingerprint: (answer) => served.fingerprint(answer),
    changeSince: (seen, answer) => served.changeSince(seen, answer),
    articles: () => served.articles(),
    article: (id) => served.article(id),
    completeArticle: (typed, limit) => served.completeArticle(typed, limit),
    completeQuestion: (typed, limit) => served.completeQuestion(typed, limit),
    completeName: (typed, limit) => served.completeName(typed, limit),
    refOf: (sentence) => served.refOf(sentence),
    evidence: (ref) => served.evidence(ref),
    passage: (ref, radius) => served.passage(ref, radius),
    status: () => served.status(),
  };
}

/** Resolves once a promise has come to its end, whichever. */
async function settled(promise: Promise<unknown>): Promise<void> {
  await promise.catch(() => null);
}

/** The index of a corpus made of the one before, or null where it has to be built afresh. */
async function updatedIndex({ corpus, index }: ServedLibrary, next: Corpus): Promise<SentenceIndex | null> {
  // Another glossary reads every article in another way.
  if (!isDeepStrictEqual(corpus.event.glossary, next.event.glossary)) return null;
  const changes = compareArticles(index.articles, next.articles);
  if (exceedsUpdate(next.articles, changes)) return null;
  return createSentenceIndex(await updateGenerationAside(index.generation, next.articles, changes), { earlier: index });
}

async function buildAside({ articles, event }: Corpus, vectors: WordVectors | null): Promise<SentenceIndex> {
  return createSentenceIndex(await buildGenerationAside(articles, { glossary: event.glossary }), { vectors });
}
