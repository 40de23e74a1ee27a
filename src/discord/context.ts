import type { CommandContext } from "../domain/command.ts";
import type { Answering } from "./dispatch-options.ts";
import { summariesOf } from "./command-parts.ts";
import type { Done } from "./interaction.ts";
import { needsOf, refusalOf } from "./refusal.ts";
import { isSlashCommand } from "./shown-name.ts";

/** What a command has to do with while it works. */
export type Work = Pick<CommandContext, "signal" | "progress" | "cancel">;

/** What a command is given, made anew for every interaction. */
export function contextFor(
  { libraries, words, wordsFor, commands, store, conversations, policy, desk, curator, pictures, rules }: Answering,
  { who, locale }: Pick<Done, "who" | "locale">,
  work: Work,
): CommandContext {
  return {
    library: libraries.choose(rules.event),
    libraries,
    words,
    commands: commands
      .filter(isSlashCommand)
      .flatMap((command) =>
        summariesOf(command).filter(
          ({ subcommand }) => refusalOf(words, who, rules, needsOf(command, subcommand)) === null,
        ),
      ),
    locale,
    ...work,
    who,
    conversation: conversations.of(who),
    store,
    policy,
    standing: rules.standing,
    isMaintainer: rules.maintains === "here",
    publicity: rules.publicity,
    mayWrite: rules.mayWrite,
    desk,
    curator,
    pictures,
    wordsNow: async () => wordsFor({ who, locale }),
  };
}
