import type { Command } from "../domain/command.ts";
import { staleCommandReply } from "../present/failures.ts";
import { readArguments } from "./arguments.ts";
import type { DispatchOptions } from "./dispatch-options.ts";
import type { Exchange } from "./exchange.ts";
import type { Interaction } from "./interaction.ts";
import { supervise, within } from "./supervise.ts";

type CommandInteraction = Extract<Interaction, { readonly kind: "command" }>;

/** A command's option of this name asks for a private answer, which a deferral must already know. */
const PRIVATE_OPTION = "private";

/** Runs a slash command: answered directly when it is quick, deferred and filled in when it is not. */
export async function runCommand(
  { library, commands, wordsFor, logger, deadlines }: DispatchOptions,
  command: Command | undefined,
  { values, locale }: CommandInteraction,
  exchange: Exchange,
): Promise<void> {
  const words = wordsFor(locale);
  const args = command === undefined ? null : readArguments(command.options, values);
  if (command === undefined || args === null) {
    return exchange.answer({ place: "new", reply: staleCommandReply(words) });
  }
  const running = supervise(
    async (signal) => command.run({ library: library(), words, commands, locale, signal }, args),
    { command: command.name, words, logger, deadlineMs: deadlines.runMs },
  );
  if ((await within(running, deadlines.deferAfterMs)) === null) {
    await exchange.defer(args[PRIVATE_OPTION] === true ? "private" : "public");
  }
  const outcome = await running;
  return exchange.answer({ place: "new", reply: outcome.ok ? outcome.value : outcome.error });
}
