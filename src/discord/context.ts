import type { CommandContext } from "../domain/command.ts";
import type { Answering } from "./dispatch-options.ts";
import type { Done } from "./interaction.ts";
import { refusalOf, standingFor } from "./refusal.ts";
import { isSlashCommand } from "./shown-name.ts";

/** What a command is given, made anew for every interaction. */
export function contextFor(
  { libraries, words, wordsFor, commands, store, conversations, policy, desk, pictures, rules }: Answering,
  { who, locale }: Pick<Done, "who" | "locale">,
  signal: AbortSignal,
): CommandContext {
  return {
    library: libraries.choose(rules.event),
    libraries,
    words,
    commands: commands
      .filter(isSlashCommand)
      .filter((command) => refusalOf(words, who, rules, standingFor(command, null)) === null),
    locale,
    signal,
    who,
    conversation: conversations.of(who),
    store,
    policy,
    standing: rules.standing,
    publicity: rules.publicity,
    mayWrite: rules.mayWrite,
    desk,
    pictures,
    wordsNow: async () => wordsFor({ who, locale }),
  };
}
