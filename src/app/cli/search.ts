import { EXIT_CODES } from "../../ops/exit-codes.ts";
import { searchText } from "../../present/search-text.ts";
import { searchBatch } from "./batch.ts";
import { openForAsking, usageError } from "./open.ts";
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
  const opened = await openForAsking(terminal, request.corpus);
  if (!opened.ok) return opened.code;
  const { library } = opened;
  if (request.batch) return searchBatch(terminal, library.answerer, request.limit);

  const question = { text: request.words, context: [] };
  const page = library.answerer.search(question, {
    offset: 0,
    limit: request.limit,
    ownWordsOnly: true,
    quotes: "required",
  });
  await writeLine(terminal.output, request.json ? JSON.stringify(searchRecord(null, page)) : searchText(page));
  return page.unusable === null ? EXIT_CODES.ok : EXIT_CODES.usage;
}
