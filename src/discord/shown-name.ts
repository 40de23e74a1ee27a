import type { AnyCommand, CommandGroup, MessageCommand, SlashCommand } from "../domain/command.ts";
import type { Words } from "../domain/words.ts";

export function isSlashCommand(command: AnyCommand): command is SlashCommand {
  return !isMessageCommand(command);
}

export function isMessageCommand(command: AnyCommand): command is MessageCommand {
  return "type" in command;
}

export function isGroup(command: SlashCommand): command is CommandGroup {
  return "subcommands" in command;
}

/**
 * What a context menu shows of a message command, and Discord sends in English when it is chosen. Without a catalogue's
 * word for it, the name itself: "Check message" for `check-message`.
 */
export function shownName(words: Words, name: string): string {
  const plain = name.replaceAll("-", " ");
  return words.find(`command.${name}.name`) ?? plain.slice(0, 1).toUpperCase() + plain.slice(1);
}
