import { InvalidArgumentError } from "commander";
import type { PartialDate } from "../../domain/article.ts";
import { readPartialDate } from "../../search/partial-dates.ts";

/** `--corpus`, of every command that asks one. */
export const CORPUS_OPTION = [
  "--corpus <path>",
  "an event folder or a JSON Lines file of articles; may be given several times",
  (path: string, earlier: readonly string[]): readonly string[] => {
    if (path.trim() === "") throw new InvalidArgumentError("Give the path of an event folder or a JSON Lines file.");
    return [...earlier, path];
  },
] as const;

/** An option's value that is a date. */
export function partialDate(text: string): PartialDate {
  const date = readPartialDate(text);
  if (date === null) throw new InvalidArgumentError("Not a date such as 2022-09-10, 2022-09 or 2022.");
  return date;
}
