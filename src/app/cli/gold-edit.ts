import { addGold, type GoldFileRefusal, loadGold, removeGold } from "../../corpus/gold-file.ts";
import { newGold } from "../../corpus/new-gold.ts";
import type { GoldQuestion } from "../../domain/gold.ts";
import type { Result } from "../../domain/result.ts";
import { EXIT_CODES } from "../../ops/exit-codes.ts";
import { goldLine } from "../../present/corpus/gold-text.ts";
import { describeKeepingFailure } from "../../present/corpus/keeping-failures.ts";
import { describeProblem } from "../../present/corpus/problems.ts";
import { foldersOf, goldOf } from "./gold-run.ts";
import { usageError } from "./open.ts";
import { type Terminal, writeLine } from "./terminal.ts";

/** `footnote gold list`. */
export async function listGold(terminal: Terminal, corpus: readonly string[]): Promise<number> {
  const { questions, problems } = await goldOf(terminal, corpus);
  for (const gold of questions) await writeLine(terminal.output, goldLine(gold));
  for (const problem of problems) await writeLine(terminal.messages, describeProblem(problem));
  const hasErrors = problems.some(({ severity }) => severity === "error");
  return hasErrors ? EXIT_CODES["corpus-has-problems"] : EXIT_CODES.ok;
}

/** `footnote gold add`. */
export async function addOne(
  terminal: Terminal,
  corpus: readonly string[],
  question: string,
  given: Partial<Omit<GoldQuestion, "id" | "question" | "added">>,
): Promise<number> {
  return inFolder(terminal, corpus, async (folder) => {
    const { questions } = await loadGold(folder, "");
    const added = new Date().toISOString().slice(0, "2026-01-31".length);
    return told(terminal, "Added", await addGold(folder, newGold(question, { ...given, added }, questions)));
  });
}

/** `footnote gold remove`. */
export async function removeOne(terminal: Terminal, corpus: readonly string[], id: string): Promise<number> {
  return inFolder(terminal, corpus, async (folder) => told(terminal, "Removed", await removeGold(folder, id)));
}

async function inFolder(
  terminal: Terminal,
  corpus: readonly string[],
  edit: (folder: string) => Promise<number>,
): Promise<number> {
  const [folder, ...others] = await foldersOf(terminal, corpus);
  if (folder !== undefined && others.length === 0) return edit(folder);
  return usageError(terminal, "Name one event folder with --corpus: gold questions are kept in its gold.yaml.");
}

async function told(terminal: Terminal, done: string, changed: Result<GoldQuestion, GoldFileRefusal>): Promise<number> {
  if (changed.ok) {
    await writeLine(terminal.output, `${done}: ${goldLine(changed.value)}`);
    return EXIT_CODES.ok;
  }
  const { error } = changed;
  switch (error.id) {
    case "taken":
      return usageError(terminal, `There already: ${goldLine(error.by)}`);
    case "full":
      return usageError(terminal, `There are ${String(error.limit)} gold questions already. Remove one first.`);
    case "unknown":
      return usageError(terminal, "There is no gold question of this id; “footnote gold list” prints them all.");
    case "not-kept":
      await writeLine(terminal.messages, describeKeepingFailure(error.failure));
      return EXIT_CODES.unexpected;
    case "problems":
      for (const problem of error.problems) await writeLine(terminal.messages, describeProblem(problem));
      return EXIT_CODES["corpus-has-problems"];
  }
}
