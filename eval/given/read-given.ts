import { decodeUtf8 } from "../../src/corpus/decode-utf8.ts";
import { readLines } from "../../src/corpus/read-lines.ts";
import type { Result } from "../../src/domain/result.ts";
import { InputError } from "../run/read-questions.ts";

/** Bytes of the longest line: a thousand articles and more. */
const MAX_LINE_BYTES = 256_000_000;

/**
 * What the lines of a JSON Lines file hold, one at a time, since each may hold a thousand articles; blank ones are passed
 * over.
 *
 * @param parse its errors name the field
 * @throws InputError naming file, line and field at the first line that is wrong
 */
export async function* readGiven<T>(
  file: string,
  parse: (line: string) => Result<T, string>,
  signal: AbortSignal,
): AsyncGenerator<T, void> {
  try {
    for await (const { number, bytes } of readLines(file, MAX_LINE_BYTES, signal)) {
      const where = `${file}:${String(number)}`;
      if (bytes === null) throw new InputError(`${where}: longer than ${String(MAX_LINE_BYTES)} bytes`);
      const text = decodeUtf8(bytes);
      if (!text.ok) throw new InputError(`${where}: not UTF-8`);
      if (text.value.trim() === "") continue;
      const given = parse(text.value);
      if (!given.ok) throw new InputError(`${where}: ${given.error}`);
      yield given.value;
    }
  } catch (error) {
    if (error instanceof InputError || signal.aborted) throw error;
    throw new InputError(`${file}: cannot be read (${error instanceof Error ? error.message : String(error)})`);
  }
}
