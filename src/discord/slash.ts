import type { Command, MessageCommand } from "../domain/command.ts";
import type { Reply } from "../domain/reply.ts";
import { staleCommandReply } from "../present/failures.ts";
import { keptPrivateReply } from "../present/refusals.ts";
import { visibilityFor } from "../present/visibility.ts";
import { readArguments } from "./arguments.ts";
import { contextFor } from "./context.ts";
import type { Answering } from "./dispatch-options.ts";
import type { Exchange } from "./exchange.ts";
import type { CommandInteraction, MessageInteraction } from "./interaction.ts";
import { within } from "../ops/within.ts";
import { supervise } from "./supervise.ts";

/** A command's option of this name asks for a private answer, which a deferral must already know. */
const PRIVATE_OPTION = "private";

/**
 * Runs a slash command: answered directly when it is quick, deferred and filled in when it is not.
 *
 * @param quiet whether the answer is for the person's eyes only, whatever the command says
 */
export async function runCommand(
  options: Answering,
  command: Command | undefined,
  interaction: CommandInteraction,
  exchange: Exchange,
  quiet: boolean,
): Promise<void> {
  const args = command === undefined ? null : readArguments(command.options, interaction.values);
  if (command === undefined || args === null) {
    return exchange.answer({ place: "new", reply: staleCommandReply(options.words) });
  }
  const { words, rules } = options;
  const wanted = args[PRIVATE_OPTION];
  const wantsPrivate = quiet || command.visibility === "private" || (typeof wanted === "boolean" ? wanted : undefined);
  const visibility = visibilityFor(rules.publicity, wantsPrivate);
  const running = async (signal: AbortSignal) => command.run(contextFor(options, interaction, signal), args);
  const reply = await answerOf({ ...options, command: command.name }, running, exchange, visibility);
  if (visibility === "public") return exchange.answer({ place: "new", reply });
  const kept = wantsPrivate === false && reply.outcome !== "failure" ? keptPrivateReply(words, reply) : reply;
  return exchange.answer({ place: "new", reply: { ...kept, visibility } });
}

/** Runs a command of the context menu of messages. Its answer is private: nobody else asked. */
export async function runMessageCommand(
  options: Answering,
  command: MessageCommand | undefined,
  interaction: MessageInteraction,
  exchange: Exchange,
): Promise<void> {
  if (command === undefined) return exchange.answer({ place: "new", reply: staleCommandReply(options.words) });
  const running = async (signal: AbortSignal) =>
    command.run(contextFor(options, interaction, signal), interaction.target);
  const reply = await answerOf({ ...options, command: command.name }, running, exchange, "private");
  return exchange.answer({ place: "new", reply: { ...reply, visibility: "private" } });
}

/** What a command says, or why it says nothing; meanwhile the person is shown that it is at work. */
async function answerOf(
  { command, words, logger, deadlines }: Answering & { readonly command: string },
  run: (signal: AbortSignal) => Promise<Reply>,
  exchange: Exchange,
  visibility: Reply["visibility"],
): Promise<Reply> {
  const running = supervise(run, { command, words, logger, deadlineMs: deadlines.runMs });
  if ((await within(running, deadlines.deferAfterMs)) === null) await exchange.defer(visibility);
  const outcome = await running;
  return outcome.ok ? outcome.value : outcome.error;
}
