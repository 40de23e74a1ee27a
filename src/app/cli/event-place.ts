import { basename } from "node:path";
import { type Command, Option } from "commander";
import { eventFoldersOf } from "../../corpus/gold-file.ts";
import { exitCodeOf } from "../../ops/exit-codes.ts";
import { describeFailure } from "../../present/operator/failures.ts";
import { list } from "../../present/text/plain-line.ts";
import { type Configuration, readAskingConfiguration } from "../configuration.ts";
import { configuredPaths } from "../open-corpus.ts";
import { usageError } from "./open.ts";
import { type Terminal, writeLine } from "./terminal.ts";

/** Which event a command is about, as said on the command line. */
export interface EventPlace {
  readonly into?: string;
  readonly corpus?: string;
  readonly event?: string;
}

/** Options that say which event is meant. */
export function addEventOptions(command: Command): Command {
  return command
    .option("--into <folder>", "the event's folder; that of CORPUS, or of the corpus that comes along, when left out")
    .addOption(new Option("--corpus <folder>", "the same").hideHelp())
    .option("--event <name>", "the event, by its folder's name, where CORPUS holds several");
}

/** What the settings say that such commands need. */
export type KeepingConfiguration = Pick<Configuration, "data" | "fetchHosts">;

/**
 * Finds the event's folder: the one named, which need not be there, or the one event that is configured.
 *
 * @param use does the command's work and returns its exit code
 * @returns that code, or the one to leave with where nobody can say which folder is meant, everything said
 */
export async function withEventFolder(
  terminal: Terminal,
  place: EventPlace,
  use: (folder: string, configuration: KeepingConfiguration) => Promise<number>,
): Promise<number> {
  const configuration = readAskingConfiguration(terminal.environment);
  if (!configuration.ok) {
    const failure = { id: "configuration-invalid", problems: configuration.error } as const;
    await writeLine(terminal.messages, describeFailure(failure));
    return exitCodeOf(failure);
  }
  const named = place.into ?? place.corpus;
  if (named !== undefined) {
    const isEmpty = named.trim() === "";
    return isEmpty ? usageError(terminal, "Give the path of an event folder.") : use(named, configuration.value);
  }
  const folders = await eventFoldersOf(configuredPaths(configuration.value.corpus));
  const wanted = place.event === undefined ? folders : folders.filter((folder) => basename(folder) === place.event);
  const [folder] = wanted;
  if (folder !== undefined && wanted.length === 1) return use(folder, configuration.value);
  const names = list(folders.map((one) => basename(one)));
  return usageError(
    terminal,
    folders.length === 0
      ? "No event is configured. Say which folder is meant with --into FOLDER."
      : `Say which event is meant with --event NAME or --into FOLDER. There are ${names}.`,
  );
}
