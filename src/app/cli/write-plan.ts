import { applyPlan } from "../../corpus/keep/apply-plan.ts";
import type { PlannedArticle } from "../../domain/intake.ts";
import type { KeepingReport } from "../../domain/keeping.ts";
import { writtenText } from "../../present/corpus/import-text.ts";
import { describeKeepingFailure } from "../../present/corpus/keeping-failures.ts";
import { progressLine } from "./progress-line.ts";
import { type Terminal, writeLine } from "./terminal.ts";

/**
 * Writes what a plan says, and says what was written and what was not.
 *
 * @returns null where nothing could be
 * @throws (rejects with) the signal's reason, once it fires; what is written by then stays, whole
 */
export async function writePlan(
  terminal: Terminal,
  plan: readonly PlannedArticle[],
  folder: string,
): Promise<KeepingReport | null> {
  const line = progressLine(terminal.messages);
  let done = 0;
  const onProgress = (): void => {
    done += 1;
    line.show(`${String(done)} of ${String(plan.length)} written`);
  };
  const applied = await applyPlan(folder, plan, { signal: terminal.signal, onProgress }).finally(() => line.clear());
  if (!applied.ok) {
    await writeLine(terminal.messages, describeKeepingFailure(applied.error));
    return null;
  }
  for (const { failure, from } of applied.value.refused) {
    await writeLine(terminal.messages, `${from}: ${describeKeepingFailure(failure)}`);
  }
  await writeLine(terminal.output, writtenText(applied.value, folder));
  return applied.value;
}
