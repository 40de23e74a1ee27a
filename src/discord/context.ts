import type { CommandContext } from "../domain/command.ts";
import type { Who } from "../domain/who.ts";
import type { Answering } from "./dispatch-options.ts";
import { isSlashCommand } from "./shown-name.ts";

/** What a command is given, made anew for every interaction. */
export function contextFor(
  { library, words, commands, store, conversations }: Answering,
  { who, locale }: { readonly who: Who; readonly locale: string },
  signal: AbortSignal,
): CommandContext {
  return {
    library: library(),
    words,
    commands: commands.filter(isSlashCommand),
    locale,
    signal,
    who,
    conversation: conversations.of(who),
    store,
  };
}
