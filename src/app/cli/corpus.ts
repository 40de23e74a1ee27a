import { importFiles } from "../../corpus/import-files.ts";
import { isJsonLinesName } from "../../corpus/json-lines-name.ts";
import type { Problem } from "../../domain/problem.ts";
import { EXIT_CODES } from "../../ops/exit-codes.ts";
import { importedText } from "../../present/import-text.ts";
import { describeProblem } from "../../present/problems.ts";
import { count } from "../../present/count.ts";
import { sentencesOf } from "../../text/sentences-of.ts";
import { usageError } from "./open.ts";
import { type Terminal, writeLine } from "./terminal.ts";

/** Facts about an article that its file does not hold. */
export interface GivenFacts {
  readonly into: string;
  readonly title?: string;
  readonly publisher?: string;
  readonly url?: string;
  readonly published?: string;
}

/** `footnote corpus import`: what was made of each file and what was left out of it, as it happens; problems at the end. */
export async function runCorpusImport(
  terminal: Terminal,
  files: readonly string[],
  given: GivenFacts,
): Promise<number> {
  const isSeveral = files.length > 1 || files.some(isJsonLinesName);
  if (isSeveral && (given.title !== undefined || given.url !== undefined)) {
    return usageError(
      terminal,
      "Give --title and --url with one text only: several articles cannot share them, and a JSON Lines file has its own.",
    );
  }
  // Progress is told from a callback that cannot wait; the lines keep their order and all are out before the end.
  let told: Promise<void> = Promise.resolve();
  const { into, ...fields } = given;
  // Readers of pages, feeds and PDF take long to load, and no other command needs them.
  const { readSourceFile } = await import("../../intake/read-source-file.ts");
  const options = { given: fields, today: new Date().toISOString().slice(0, 10), signal: terminal.signal };
  const report = await importFiles(files, {
    into,
    read: (path) => readSourceFile(path, options),
    signal: terminal.signal,
    onProgress: (imported) => {
      const text = importedText(imported, sentencesOf(imported.article).length);
      told = told.then(() => writeLine(terminal.output, text));
    },
  });
  await told;
  for (const problem of report.problems) await writeLine(terminal.messages, describeProblem(problem));
  const written = report.articles.filter(({ outcome }) => outcome === "written").length;
  const unchanged = report.articles.length - written;
  await writeLine(
    terminal.output,
    `${count(written, "article")} written to ${given.into}${unchanged > 0 ? `, ${String(unchanged)} there already` : ""}`,
  );
  return hasErrors(report.problems) ? EXIT_CODES["corpus-has-problems"] : EXIT_CODES.ok;
}

function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some(({ severity }) => severity === "error");
}
