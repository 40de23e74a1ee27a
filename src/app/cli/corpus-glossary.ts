import { stat } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline/promises";
import { addToGlossaryFile } from "../../corpus/edit-event.ts";
import { loadCorpus } from "../../corpus/load-corpus.ts";
import { EXIT_CODES } from "../../ops/exit-codes.ts";
import { count } from "../../present/text/count.ts";
import { suggestedText } from "../../present/corpus/glossary-text.ts";
import { describeProblem } from "../../present/corpus/problems.ts";
import { fold } from "../../text/fold.ts";
import type { GlossarySuggestion } from "../../upkeep/glossary/suggestion.ts";
import { suggestGlossary } from "../../upkeep/glossary/suggest-glossary.ts";
import { eventFileOf } from "../../upkeep/soundness/event-file.ts";
import { readAskingConfiguration } from "../configuration.ts";
import { configuredPaths } from "../open-corpus.ts";
import { usageError } from "./open.ts";
import { type Terminal, writeLine } from "./terminal.ts";

export interface GlossaryOptions {
  readonly corpus: readonly string[];
  /** Terms whose suggestions are added without asking. */
  readonly add: readonly string[];
  /** Whether all are. */
  readonly yes: boolean;
}

/**
 * `footnote corpus glossary`: names that the glossary could have. What is to be added is chosen by `--add` or `--yes`, else
 * asked one by one where somebody is there to answer.
 */
export async function runCorpusGlossary(terminal: Terminal, { corpus, add, yes }: GlossaryOptions): Promise<number> {
  const configuration = readAskingConfiguration(terminal.environment);
  const configured = configuration.ok ? configuration.value.corpus : [];
  const [path, ...others] = corpus.length > 0 ? corpus : configuredPaths(configured);
  if (path === undefined || others.length > 0) return usageError(terminal, "Name one event folder with --corpus.");
  const loaded = await loadCorpus([path], { signal: terminal.signal });
  const suggestions = await suggestGlossary(loaded, terminal.signal);
  const unknown = add.filter((term) => !suggestions.some((suggestion) => isOf(suggestion, term)));
  if (unknown.length > 0) return usageError(terminal, `Nothing is suggested for ${unknown.join(", ")}.`);
  const chosen = await chosenOf(terminal, suggestions, { add, yes });
  if (chosen.length === 0) {
    await writeLine(terminal.output, `${count(suggestions.length, "suggestion")}, nothing added`);
    return EXIT_CODES.ok;
  }
  const file = join(path, eventFileOf(loaded.articles));
  // A file of JSON Lines has no event to write to.
  if (!(await isFolder(path))) return usageError(terminal, "Only an event folder has a glossary to add to.");
  const problem = await addToGlossaryFile(file, chosen);
  if (problem !== null) {
    await writeLine(terminal.messages, describeProblem(problem));
    return EXIT_CODES["corpus-has-problems"];
  }
  await writeLine(terminal.output, `${count(chosen.length, "suggestion")} added to ${file}`);
  return EXIT_CODES.ok;
}

/** Prints the suggestions, and finds out which are wanted. */
async function chosenOf(
  { input, output, signal }: Terminal,
  suggestions: readonly GlossarySuggestion[],
  { add, yes }: Pick<GlossaryOptions, "add" | "yes">,
): Promise<readonly GlossarySuggestion[]> {
  const isAsking = !yes && add.length === 0 && "isTTY" in input && input.isTTY === true;
  const asking = isAsking ? createInterface({ input, output }) : null;
  const chosen: GlossarySuggestion[] = [];
  try {
    for (const suggestion of suggestions) {
      await writeLine(output, suggestedText(suggestion));
      const isWanted = yes || add.some((term) => isOf(suggestion, term));
      const answer = (await asking?.question("Add it? [y/N] ", { signal })) ?? "";
      if (isWanted || /^y(?:es)?$/iu.test(answer.trim())) chosen.push(suggestion);
    }
    return chosen;
  } finally {
    asking?.close();
  }
}

/** By its term or one of its aliases. */
function isOf({ term, aliases }: GlossarySuggestion, wanted: string): boolean {
  return [term, ...aliases].some((name) => fold(name) === fold(wanted));
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}
