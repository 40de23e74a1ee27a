import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";

/** The lines of a text file, one at a time; empty lines too. */
export async function* readLines(file: string): AsyncGenerator<string, void> {
  yield* createInterface({ input: createReadStream(file, "utf8"), crlfDelay: Number.POSITIVE_INFINITY });
}
