import type { AnyCommand, Command, MessageCommand } from "../domain/command.ts";

export function isSlashCommand(command: AnyCommand): command is Command {
  return !isMessageCommand(command);
}

export function isMessageCommand(command: AnyCommand): command is MessageCommand {
  return "type" in command;
}

/** What Discord shows of a message command's name, and sends when it is chosen: "Check message" for `check-message`. */
export function shownName(name: string): string {
  const words = name.replaceAll("-", " ");
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
