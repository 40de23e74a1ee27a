import { decodeUtf8 } from "../../src/corpus/decode-utf8.ts";
import { readLines } from "../../src/corpus/read-lines.ts";
import { type TestQuestion, parseQuestionLine } from "./question-line.ts";

/** Bytes of the longest line: a question with its candidates. */
const MAX_LINE_BYTES = 4_000_000;

/** Bad input, told to the person who gave it. */
export class InputError extends Error {}

/**
 * The questions of a JSON Lines file, one at a time; blank lines are passed over.
 *
 * @throws InputError naming file and line at the first line that is wrong: figures over the rest would mislead
 */
export async function* readQuestions(file: string, signal?: AbortSignal): AsyncGenerator<TestQuestion, void> {
  const lineOf = new Map<string, number>();
  for await (const [number, line] of textLines(file, signal)) {
    const parsed = parseQuestionLine(line);
    if (!parsed.ok) throw new InputError(`${file}:${String(number)}: ${parsed.error}`);
    const { id } = parsed.value;
    const earlier = lineOf.get(id);
    if (earlier !== undefined) {
      throw new InputError(`${file}:${String(number)}: the id "${id}" stands in line ${String(earlier)} already`);
    }
    lineOf.set(id, number);
    yield parsed.value;
  }
}

/** How many questions a file holds, at a glance. @throws InputError where it cannot be read, or is empty */
export async function countQuestions(file: string, signal?: AbortSignal): Promise<number> {
  let count = 0;
  for await (const _ of textLines(file, signal)) count += 1;
  if (count === 0) throw new InputError(`${file}: there are no questions in it`);
  return count;
}

async function* textLines(file: string, signal?: AbortSignal): AsyncGenerator<readonly [number, string], void> {
  const lines = readLines(file, MAX_LINE_BYTES, signal);
  try {
    for await (const { number, bytes } of lines) {
      if (bytes === null)
        throw new InputError(`${file}:${String(number)}: longer than ${String(MAX_LINE_BYTES)} bytes`);
      const text = decodeUtf8(bytes);
      if (!text.ok) throw new InputError(`${file}:${String(number)}: not UTF-8`);
      if (text.value.trim() !== "") yield [number, text.value];
    }
  } catch (error) {
    if (error instanceof InputError || signal?.aborted === true) throw error;
    throw new InputError(`${file}: cannot be read (${error instanceof Error ? error.message : String(error)})`);
  }
}
