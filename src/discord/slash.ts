import type { MessageCommand, Subcommand } from "../domain/command.ts";
import type { Reply } from "../domain/reply.ts";
import { staleCommandReply } from "../present/operator/failures.ts";
import { keptPrivateReply } from "../present/people/refusals.ts";
import { visibilityFor } from "../present/text/visibility.ts";
import { fileTooLargeReply } from "../present/text/working.ts";
import { readArguments } from "./arguments.ts";
import { attend } from "./attend.ts";
import { contextFor } from "./context.ts";
import type { Answering } from "./dispatch-options.ts";
import type { Exchange } from "./exchange.ts";
import type { CommandInteraction, MessageInteraction } from "./interaction.ts";

/** A command's option of this name asks for a private answer, which a deferral must already know. */
const PRIVATE_OPTION = "private";

/**
 * Runs a slash command, or the subcommand of one: answered directly when it is quick, deferred and filled in when it is
 * not.
 *
 * @param quiet whether the answer is for the person's eyes only, whatever the command says
 */
export async function runCommand(
  options: Answering,
  command: Subcommand | undefined,
  interaction: CommandInteraction,
  exchange: Exchange,
  quiet: boolean,
): Promise<void> {
  const { words, rules } = options;
  const args = command === undefined ? null : readArguments(command.options, interaction.values);
  if (args?.ok === false && args.error.id === "file-too-large") {
    const { name, maxBytes } = args.error;
    return exchange.answer({ place: "new", reply: fileTooLargeReply(words, name, maxBytes) });
  }
  if (command === undefined || args?.ok !== true) {
    return exchange.answer({ place: "new", reply: staleCommandReply(words) });
  }
  const { [PRIVATE_OPTION]: wanted } = args.value;
  const wantsPrivate = quiet || command.visibility === "private" || (typeof wanted === "boolean" ? wanted : undefined);
  const visibility = visibilityFor(rules.publicity, wantsPrivate);
  const { name, subcommand, who } = interaction;
  const outcome = await attend(
    options,
    {
      command: subcommand === null ? name : `${name} ${subcommand}`,
      deadlineMs: command.deadlineMs,
      who,
      exchange,
      defer: visibility,
    },
    async (work) => command.run(contextFor(options, interaction, work), args.value),
  );
  const reply = outcome.ok ? outcome.value : outcome.error;
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
  const { name, deadlineMs } = command;
  const outcome = await attend(
    options,
    { command: name, deadlineMs, who: interaction.who, exchange, defer: "private" },
    async (work) => command.run(contextFor(options, interaction, work), interaction.target),
  );
  const reply: Reply = outcome.ok ? outcome.value : outcome.error;
  return exchange.answer({ place: "new", reply: { ...reply, visibility: "private" } });
}
