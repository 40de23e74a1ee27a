import type { Words } from "../../domain/words.ts";
import { EXIT_CODES, exitCodeOf } from "../../ops/exit-codes.ts";
import { describeEncodingEvent, isEncodingWarning } from "../../present/operator/encoding-events.ts";
import { describeFailure } from "../../present/operator/failures.ts";
import { describeIndexEvent, isIndexWarning } from "../../present/operator/index-events.ts";
import { describeProblem } from "../../present/corpus/problems.ts";
import { readAskingConfiguration } from "../configuration.ts";
import { openIndex } from "../index-files.ts";
import { type OpenLibrary, openLibrary } from "../library.ts";
import { configuredIndexFolder, configuredPaths, openCorpus } from "../open-corpus.ts";
import { openModels } from "../models.ts";
import { openEnglish } from "../open-languages.ts";
import { openSentenceModel } from "../open-sentence-model.ts";
import { softwareVersion } from "../project-root.ts";
import { type Terminal, writeLine } from "./terminal.ts";

/** Milliseconds that a question waits for the sentence model, where one is set: here nobody minds. */
const ENCODING_DEADLINE = 10_000;
/** Most problems told one by one before a question is answered; `corpus check` tells them all. */
const MAX_PROBLEMS_TOLD = 3;

/**
 * Opens the corpus for a command that asks it: the paths given on the command line, or those of the configuration. What
 * is wrong goes to the messages, errors only. The index is kept for the next time while the command is at work.
 *
 * @param ask does the command's work and returns its exit code
 * @returns that code, or the one to leave with where there is nothing to ask, everything said
 */
export async function withLibrary(
  terminal: Terminal,
  paths: readonly string[],
  ask: (library: OpenLibrary, words: Words) => Promise<number>,
): Promise<number> {
  const configuration = readAskingConfiguration(terminal.environment);
  if (!configuration.ok) {
    const failure = { id: "configuration-invalid", problems: configuration.error } as const;
    await writeLine(terminal.messages, describeFailure(failure));
    return exitCodeOf(failure);
  }
  const { corpus, data, answerThreshold, sentenceModel: name } = configuration.value;
  const from = paths.length > 0 ? paths : configuredPaths(corpus);
  const opened = await openCorpus(from, terminal.signal);
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
    return exitCodeOf(opened.error.failure);
  }
  const models = await openModels();
  if (!models.ok) {
    await writeLine(terminal.messages, describeFailure(models.error));
    return exitCodeOf(models.error);
  }
  const words = await openEnglish();
  if (!words.ok) {
    await writeLine(terminal.messages, describeFailure(words.error));
    return exitCodeOf(words.error);
  }
  const { vectors, answers } = models.value;
  const folder = configuredIndexFolder(data);
  const { signal } = terminal;
  const sentenceModel = await openSentenceModel({
    name,
    folder,
    deadline: ENCODING_DEADLINE,
    onEvent: (event) => {
      if (isEncodingWarning(event) || event.id === "encoding-progress")
        terminal.messages.write(`${describeEncodingEvent(event)}\n`);
    },
    signal,
  });
  if (!sentenceModel.ok) {
    await writeLine(terminal.messages, describeFailure(sentenceModel.error));
    return exitCodeOf(sentenceModel.error);
  }
  const { encodingFor, encodedModel, close } = sentenceModel.value;
  const encoding = encodingFor(opened.value.event.id, from);
  const { index, save } = await openIndex(opened.value, {
    folder,
    paths: from,
    vectors,
    onEvent: (event) => {
      if (isIndexWarning(event) || event.id === "index-progress")
        terminal.messages.write(`${describeIndexEvent(event)}\n`);
    },
    signal,
  });
  const saving = save();
  try {
    const threshold = answerThreshold ?? undefined;
    const library = openLibrary(opened.value, index, softwareVersion(), {
      model: answers,
      encodedModel,
      threshold,
      encoding,
    });
    await encoding?.whenSettled;
    signal.throwIfAborted();
    return await ask(library, words.value);
  } finally {
    await saving;
    await close();
  }
}

/** Says how a command is to be used. */
export async function usageError(terminal: Terminal, message: string): Promise<number> {
  await writeLine(terminal.messages, message);
  return EXIT_CODES.usage;
}
