import type { CommandContext } from "../domain/command.ts";
import type { Answering } from "./dispatch-options.ts";
import type { Done } from "./interaction.ts";
import { isSlashCommand } from "./shown-name.ts";

/** What a command is given, made anew for every interaction. */
export function contextFor(
  { library, words, wordsFor, commands, store, conversations, policy, desk, pictures }: Answering,
  { who, locale, managesServer }: Pick<Done, "who" | "locale" | "managesServer">,
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
    policy,
    standing: who.server !== null && managesServer ? "manager" : "member",
    publicity: { allowed: true, byDefault: "public" },
    mayWrite: true,
    desk,
    pictures,
    wordsNow: async () => wordsFor({ who, locale }),
  };
}
