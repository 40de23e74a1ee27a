import { createAnswerer } from "../answer/answerer.ts";
import { eventFoldersOf, loadGold, loadGoldRule } from "../corpus/gold-file.ts";
import type { Library } from "../domain/command.ts";
import type { GoldQuestion, Regression } from "../domain/gold.ts";
import { buildGenerationAside } from "../index/build-generation.ts";
import { createSentenceIndex } from "../search/sentence-index.ts";
import { articleChanges, undoChanges } from "../upkeep/gold/article-changes.ts";
import { compareRuns } from "../upkeep/gold/compare-runs.ts";
import { runGold } from "../upkeep/gold/run-gold.ts";
import type { AskUndone } from "../upkeep/gold/try-undoing.ts";
import type { ServedLibrary } from "./served-library.ts";

/** In sentences: of a larger corpus another is not built just to find out which article is to blame. */
const TRIED_MOST = 20_000;

/** Holds a corpus that is to be served to its gold questions. */
export interface GoldGate {
  /** Whether what spoils a gold question is not to be served. */
  readonly isRequired: boolean;
  /**
   * Which questions go wrong in one state of the corpus that did not in another, and through which articles.
   *
   * @throws (rejects with) the signal's reason, once it fires
   */
  readonly regressions: (
    before: ServedLibrary,
    next: ServedLibrary,
    signal: AbortSignal,
  ) => Promise<readonly Regression[]>;
}

/** The gold questions of what is loaded from these paths; without any, nothing goes wrong. */
export async function openGoldGate(paths: readonly string[]): Promise<GoldGate> {
  const folders = await eventFoldersOf(paths);
  const gold = (await Promise.all(folders.map(async (folder) => loadGold(folder, "")))).flatMap((one) => one.questions);
  const rules = await Promise.all(folders.map(async (folder) => loadGoldRule(folder)));
  return {
    isRequired: rules.includes("require"),
    regressions: async (before, next, signal) => (gold.length === 0 ? [] : compare(gold, before, next, signal)),
  };
}

async function compare(
  gold: readonly GoldQuestion[],
  before: ServedLibrary,
  next: ServedLibrary,
  signal: AbortSignal,
): Promise<readonly Regression[]> {
  if (before.corpus.version === next.corpus.version) return [];
  const [then, now] = [await runGold(before, gold, { signal }), await runGold(next, gold, { signal })];
  const changes = articleChanges(before.corpus.articles, next.corpus.articles);
  const isTried = next.index.sentenceCount <= TRIED_MOST;
  const askUndone: AskUndone = async (ids) => askWithout(before, next, ids, signal);
  return (await compareRuns(then, now, changes, isTried ? askUndone : null, { signal })).regressions;
}

async function askWithout(
  before: ServedLibrary,
  next: ServedLibrary,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<Library["ask"]> {
  const { articles, event } = undoChanges(before.corpus, next.corpus, ids);
  const generation = await buildGenerationAside(articles, { glossary: event.glossary, signal });
  const answerer = createAnswerer(createSentenceIndex(generation, { vectors: next.index.vectors }), next.options);
  return async (question) => answerer.ask(question);
}
