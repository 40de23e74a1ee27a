import type { ActionResult, AnyCommand } from "../domain/command.ts";
import type { Words } from "../domain/words.ts";
import { createReference } from "../ops/reference.ts";
import { staleButtonReply, unexpectedReply } from "../present/operator/failures.ts";
import { unescapeMarkdown } from "../present/text/markdown.ts";
import { keptPrivateReply } from "../present/people/refusals.ts";
import { decodeAction } from "./action-id.ts";
import { attend } from "./attend.ts";
import { contextFor } from "./context.ts";
import type { Answering } from "./dispatch-options.ts";
import type { Exchange } from "./exchange.ts";
import type { ActionInteraction, FormInteraction } from "./interaction.ts";

/** Runs what a button, a select or a form stands for. Ids can be forged or outdated: those get a plain answer. */
export async function runAction(
  options: Answering,
  command: AnyCommand | undefined,
  interaction: ActionInteraction | FormInteraction,
  exchange: Exchange,
): Promise<void> {
  const { words, rules, logger } = options;
  const { customId, byAsker, title } = interaction;
  const ref = decodeAction(customId);
  const actions = command?.actions ?? {};
  const action = ref !== null && Object.hasOwn(actions, ref.action) ? actions[ref.action] : undefined;
  if (command === undefined || ref === null || action === undefined) {
    return exchange.answer({ place: "new", reply: staleButtonReply(words) });
  }
  const given = {
    byAsker,
    values: interaction.kind === "action" ? interaction.values : [],
    channels: interaction.kind === "action" ? interaction.channels : [],
    fields: interaction.kind === "form" ? interaction.fields : {},
    shown: { title: title === null ? null : unescapeMarkdown(title) },
  };
  const onMessage = interaction.kind === "action" || interaction.onMessage;
  const outcome = await attend(
    options,
    {
      command: command.name,
      deadlineMs: command.deadlineMs,
      who: interaction.who,
      exchange,
      defer: onMessage ? "update" : "private",
    },
    async (work) => action({ ...contextFor(options, interaction, work), ...given }, ref.state),
  );
  if (!outcome.ok) return exchange.answer({ place: "new", reply: outcome.error });
  const { value: result } = outcome;
  if (interaction.kind === "form" && result.place === "form") {
    // Discord opens no form in answer to a form.
    const reference = createReference();
    logger.error({ reference, command: command.name }, "A form's action opens another form, which Discord cannot do.");
    return exchange.answer({ place: "new", reply: unexpectedReply(words, reference) });
  }
  const placed = onMessage ? result : asNew(result);
  return exchange.answer(rules.publicity.allowed ? placed : keptFromOthers(words, placed, interaction.unseenByOthers));
}

/** Where nothing may be seen by all, a message that all see is left as it is, and what it would become goes to one. */
function keptFromOthers(words: Words, result: ActionResult, unseenByOthers: boolean): ActionResult {
  if (result.place === "form" || (result.place === "update" && unseenByOthers)) return result;
  const { reply } = result;
  return { place: "new", reply: reply.visibility === "public" ? keptPrivateReply(words, reply) : reply };
}

function asNew(result: ActionResult): ActionResult {
  return result.place === "form" ? result : { place: "new", reply: result.reply };
}
