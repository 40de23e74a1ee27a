import type { Library } from "../../domain/command.ts";
import type { GoldQuestion, GoldResult, GoldRun } from "../../domain/gold.ts";
import { judge } from "./judge.ts";

export interface Progress {
  readonly signal?: AbortSignal;
  /** After each question. */
  readonly onProgress?: (done: number, of: number) => void;
}

/**
 * Asks all gold questions, one after the other, each without turns before it.
 *
 * @throws (rejects with) the signal's reason, once it fires
 */
export async function runGold(
  library: Pick<Library, "ask">,
  gold: readonly GoldQuestion[],
  { signal, onProgress }: Progress = {},
): Promise<GoldRun> {
  const results: GoldResult[] = [];
  for (const one of gold) {
    signal?.throwIfAborted();
    results.push(judge(one, await library.ask({ text: one.question, context: [] })));
    onProgress?.(results.length, gold.length);
  }
  return { results };
}
