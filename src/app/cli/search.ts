import type { Answerer } from "../../answer/answerer.ts";
import type { Words } from "../../domain/words.ts";
import { EXIT_CODES } from "../../ops/exit-codes.ts";
import { searchText } from "../../present/answers/search-text.ts";
import { searchBatch } from "./batch.ts";
import { usageError, withLibrary } from "./open.ts";
import { searchRecord } from "./records.ts";
import { type Terminal, writeLine } from "./terminal.ts";

export interface SearchRequest {
  readonly words: string;
  readonly corpus: readonly string[];
  readonly limit: number;
  readonly json: boolean;
  readonly batch: boolean;
}

/** `footnote search`. */
export async function runSearch(terminal: Terminal, request: SearchRequest): Promise<number> {
  if (!request.batch && request.words.trim() === "") {
    return usageError(terminal, "Give words to look for: footnote search border police");
  }
  return withLibrary(terminal, request.corpus, (library, words) =>
    request.batch
      ? searchBatch(terminal, library, request.limit)
      : searchOnce(terminal, request, library.answerer, words),
  );
}

async function searchOnce(
  terminal: Terminal,
  request: SearchRequest,
  answerer: Answerer,
  words: Words,
): Promise<number> {
  const question = { text: request.words, context: [] };
  const page = answerer.search(question, {
    offset: 0,
    limit: request.limit,
    ownWordsOnly: true,
    quotes: "required",
  });
  await writeLine(terminal.output, request.json ? JSON.stringify(searchRecord(null, page)) : searchText(words, page));
  return page.unusable === null ? EXIT_CODES.ok : EXIT_CODES.usage;
}
