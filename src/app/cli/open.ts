import { EXIT_CODES, exitCodeOf } from "../../ops/exit-codes.ts";
import { describeFailure } from "../../present/failures.ts";
import { describeProblem } from "../../present/problems.ts";
import { readAskingConfiguration } from "../configuration.ts";
import { type OpenLibrary, openLibrary } from "../library.ts";
import { configuredPaths, openCorpus } from "../open-corpus.ts";
import { softwareVersion } from "../project-root.ts";
import { type Terminal, writeLine } from "./terminal.ts";

/** Most problems told one by one before a question is answered; `corpus check` tells them all. */
const MAX_PROBLEMS_TOLD = 3;

/** A library ready to be asked, or the exit code to leave with, everything said. */
export type Opened =
  { readonly ok: true; readonly library: OpenLibrary } | { readonly ok: false; readonly code: number };

/**
 * Opens the corpus for a command that asks it: the paths given on the command line, or those of the configuration. What
 * is wrong goes to the messages, errors only.
 */
export async function openForAsking(terminal: Terminal, paths: readonly string[]): Promise<Opened> {
  const configuration = readAskingConfiguration(terminal.environment);
  if (!configuration.ok) {
    const failure = { id: "configuration-invalid", problems: configuration.error } as const;
    await writeLine(terminal.messages, describeFailure(failure));
    return { ok: false, code: exitCodeOf(failure) };
  }
  const opened = await openCorpus(
    paths.length > 0 ? paths : configuredPaths(configuration.value.corpus),
    terminal.signal,
  );
  const { problems } = opened.ok ? opened.value : opened.error.corpus;
  const errors = problems.filter(({ severity }) => severity === "error");
  for (const problem of errors.slice(0, MAX_PROBLEMS_TOLD))
    await writeLine(terminal.messages, describeProblem(problem));
  if (errors.length > MAX_PROBLEMS_TOLD) {
    const rest = String(errors.length - MAX_PROBLEMS_TOLD);
    await writeLine(terminal.messages, `… and ${rest} more; “footnote corpus check” lists them all.`);
  }
  if (!opened.ok) {
    await writeLine(terminal.messages, describeFailure(opened.error.failure));
    return { ok: false, code: exitCodeOf(opened.error.failure) };
  }
  const { answerThreshold } = configuration.value;
  return { ok: true, library: openLibrary(opened.value, softwareVersion(), { threshold: answerThreshold }) };
}

/** Says how a command is to be used. */
export async function usageError(terminal: Terminal, message: string): Promise<number> {
  await writeLine(terminal.messages, message);
  return EXIT_CODES.usage;
}
