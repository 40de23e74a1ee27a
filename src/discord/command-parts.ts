import type { CommandSummary, SlashCommand, Subcommand } from "../domain/command.ts";
import { isGroup } from "./shown-name.ts";

/** What is run of a command that was typed; undefined where the client still shows an earlier form of it. */
export function partOf(command: SlashCommand | undefined, subcommand: string | null): Subcommand | undefined {
  if (command === undefined) return undefined;
  if (!isGroup(command)) return subcommand === null ? command : undefined;
  const known = subcommand !== null && Object.hasOwn(command.subcommands, subcommand);
  return known ? command.subcommands[subcommand] : undefined;
}

/** Everything of a command that can be typed. */
export function summariesOf(command: SlashCommand): readonly CommandSummary[] {
  const { name } = command;
  if (!isGroup(command)) return [{ name, subcommand: null }];
  return Object.keys(command.subcommands).map((subcommand) => ({ name, subcommand }));
}
