import { readdir } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { AnyCommand } from "../domain/command.ts";
import type { Languages } from "../domain/words.ts";
import { LIMITS } from "../present/text/limits.ts";
import { namingProblems } from "./command-naming.ts";
import { commandProblems, isCommand } from "./command-shape.ts";
import { isMessageCommand, isSlashCommand } from "./shown-name.ts";

const MODULE = /(?<!\.d|\.test)\.[jt]s$/u;

/**
 * Imports every command of a folder: one file each, a command its default export. To add a command, add a file, and its
 * names and descriptions to the catalogues.
 *
 * @returns the commands, by file name.
 * @throws {CommandFileError} naming the file and what is wrong with it: a fault in the program, not in its input.
 */
export async function loadCommands(folder: string, languages: Languages): Promise<readonly AnyCommand[]> {
  const files = (await readdir(folder)).filter((file) => MODULE.test(file)).sort();
  const byName = new Map<string, { readonly file: string; readonly command: AnyCommand }>();
  for (const name of files) {
    const file = path.join(folder, name);
    const command = await importCommand(file, languages);
    const other = byName.get(command.name);
    if (other !== undefined) throw new CommandFileError(file, [`${other.file} is called "${command.name}" already`]);
    byName.set(command.name, { file, command });
  }
  const commands = [...byName.values()].map(({ command }) => command);
  const { globalCommands, globalMessageCommands } = LIMITS.command;
  for (const [what, most, count] of [
    ["slash commands", globalCommands, commands.filter(isSlashCommand).length],
    ["message commands", globalMessageCommands, commands.filter(isMessageCommand).length],
  ] as const) {
    if (count > most) throw new CommandFileError(folder, [`it holds more than ${most} ${what}`]);
  }
  return commands;
}

/** A file of the commands folder that does not hold a command. */
export class CommandFileError extends Error {
  override readonly name = "CommandFileError";

  constructor(file: string, problems: readonly string[], options?: ErrorOptions) {
    super(`${file} does not hold a command that Discord accepts: ${problems.join("; ")}`, options);
  }
}

async function importCommand(file: string, languages: Languages): Promise<AnyCommand> {
  const command = await importDefault(file);
  if (!isCommand(command)) throw new CommandFileError(file, commandProblems(command));
  const unnamed = namingProblems(command, languages);
  if (unnamed.length > 0) throw new CommandFileError(file, unnamed);
  return command;
}

async function importDefault(file: string): Promise<unknown> {
  try {
    const module: { readonly default?: unknown } = await import(pathToFileURL(file).href);
    return module.default;
  } catch (error) {
    throw new CommandFileError(file, ["it cannot be imported"], { cause: error });
  }
}
