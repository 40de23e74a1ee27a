import { createInterface } from "node:readline";
import { EXIT_CODES } from "../../ops/exit-codes.ts";
import type { OpenLibrary } from "../library.ts";
import { type BatchError, type BatchQuestion, parseBatchLine } from "./batch-line.ts";
import { answerRecord, searchRecord, unreadableAnswerRecord, unreadableSearchRecord } from "./records.ts";
import { type Terminal, writeLine } from "./terminal.ts";

/**
 * Answers JSON Lines from standard input, one line out for each line in, in order and as soon as it is known. A line
 * that cannot be read gets its line too, with an `error`, so that the two stay in step; blank lines are passed over.
 *
 * @returns the exit code: usage when any line could not be read
 */
async function eachLine(
  terminal: Terminal,
  answer: (question: BatchQuestion) => Promise<object>,
  refuse: (error: BatchError) => object,
): Promise<number> {
  let number = 0;
  let failed = 0;
  const lines = createInterface({
    input: terminal.input,
    crlfDelay: Number.POSITIVE_INFINITY,
    signal: terminal.signal,
  });
  for await (const read of lines) {
    if (terminal.signal.aborted) break;
    number += 1;
    // A byte order mark is no part of the first line.
    const line = number === 1 ? read.replace(/^\uFEFF/u, "") : read;
    if (line.trim() === "") continue;
    const parsed = parseBatchLine(line);
    if (!parsed.ok) {
      failed += 1;
      await writeLine(terminal.messages, `line ${String(number)}: ${parsed.error.reason}`);
    }
    const record = parsed.ok ? await answer(parsed.value) : refuse(parsed.error);
    await writeLine(terminal.output, JSON.stringify(record));
  }
  return failed === 0 ? EXIT_CODES.ok : EXIT_CODES.usage;
}

/** `ask --batch`. */
export function askBatch(terminal: Terminal, library: OpenLibrary, explain: boolean): Promise<number> {
  return eachLine(
    terminal,
    async ({ id, question }) => answerRecord(id, await library.ask(question), explain),
    unreadableAnswerRecord,
  );
}

/** `search --batch`. */
export function searchBatch(terminal: Terminal, library: OpenLibrary, limit: number): Promise<number> {
  return eachLine(
    terminal,
    async ({ id, question, within }) => {
      const { answerer, encoded } = library.current();
      const options = { offset: 0, limit, encoded: await encoded(question) };
      return searchRecord(id, answerer.search(question, { ...options, ...(within === undefined ? {} : { within }) }));
    },
    unreadableSearchRecord,
  );
}
