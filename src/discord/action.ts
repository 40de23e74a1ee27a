import type { Command } from "../domain/command.ts";
import { staleButtonReply } from "../present/failures.ts";
import { unescapeMarkdown } from "../present/markdown.ts";
import { decodeAction } from "./action-id.ts";
import type { DispatchOptions } from "./dispatch-options.ts";
import type { Exchange } from "./exchange.ts";
import type { Interaction } from "./interaction.ts";
import { supervise, within } from "./supervise.ts";

type ActionInteraction = Extract<Interaction, { readonly kind: "action" }>;

/** Runs what a button or select stands for. Ids can be forged or outdated: those get a plain answer. */
export async function runAction(
  { library, commands, wordsFor, logger, deadlines }: DispatchOptions,
  command: Command | undefined,
  { customId, values, byAsker, locale, title }: ActionInteraction,
  exchange: Exchange,
): Promise<void> {
  const words = wordsFor(locale);
  const ref = decodeAction(customId);
  const actions = command?.actions ?? {};
  const action = ref !== null && Object.hasOwn(actions, ref.action) ? actions[ref.action] : undefined;
  if (command === undefined || ref === null || action === undefined) {
    return exchange.answer({ place: "new", reply: staleButtonReply(words) });
  }
  const shown = { title: title === null ? null : unescapeMarkdown(title) };
  const running = supervise(
    async (signal) =>
      action({ library: library(), words, commands, locale, signal, byAsker, values, shown }, ref.state),
    { command: command.name, words, logger, deadlineMs: deadlines.runMs },
  );
  if ((await within(running, deadlines.deferAfterMs)) === null) await exchange.defer("update");
  const outcome = await running;
  return exchange.answer(outcome.ok ? outcome.value : { place: "new", reply: outcome.error });
}
