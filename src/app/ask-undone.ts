import type { Corpus } from "../domain/corpus.ts";
import { undoChanges } from "../upkeep/gold/article-changes.ts";
import type { AskUndone } from "../upkeep/gold/try-undoing.ts";
import type { OpenLibrary } from "./library.ts";

/**
 * Makes what answers from a library's corpus without some of its changes since an earlier one. The library serves the last
 * one tried afterwards: nobody else should ask it until it serves what it did.
 */
export function askUndone(library: OpenLibrary, before: Corpus): AskUndone {
  const { corpus } = library;
  return async (articleIds) => {
    await library.replace(undoChanges(before, corpus, articleIds));
    const served = library.current();
    return async (question) => served.ask(question);
  };
}
