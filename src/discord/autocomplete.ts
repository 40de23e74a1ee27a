import { InteractionResponseType, type APIApplicationCommandOptionChoice } from "discord-api-types/v10";
import type { Choice, Subcommand } from "../domain/command.ts";
import { cut } from "../present/text/cut.ts";
import { LIMITS } from "../present/text/limits.ts";
import { clean } from "./clean.ts";
import { contextFor, type Work } from "./context.ts";
import type { Answering } from "./dispatch-options.ts";
import type { AutocompleteInteraction } from "./interaction.ts";
import type { Newest } from "./newest.ts";
import { supervise } from "./supervise.ts";

/**
 * Proposes values for what a person types; an empty list where there are none, in time or at all, and where the person
 * has typed on meanwhile.
 */
export async function proposeChoices(
  options: Answering,
  command: Subcommand | undefined,
  interaction: AutocompleteInteraction,
  newest: Newest,
): Promise<void> {
  const { transport, logger, deadlines, receivedAt } = options;
  const proposed =
    command === undefined
      ? []
      : await newest.run(interaction.who.person, async (signal) => propose(options, command, interaction, signal), []);
  const sent = await transport.respond(
    interaction.address,
    {
      type: InteractionResponseType.ApplicationCommandAutocompleteResult,
      data: { choices: toChoices(proposed) },
    },
    deadlines.firstAnswerMs - (performance.now() - receivedAt),
    [],
  );
  // People type on, so that earlier proposals expire all the time: nothing to wake an operator for.
  if (!sent.ok) logger.debug({ command: interaction.name, failure: sent.error }, "Proposals did not arrive.");
}

async function propose(
  options: Answering,
  command: Subcommand,
  interaction: AutocompleteInteraction,
  overtaken: AbortSignal,
): Promise<readonly Choice[]> {
  const { words, logger, deadlines } = options;
  const { option, typed } = interaction;
  const spec = Object.hasOwn(command.options, option) ? command.options[option] : undefined;
  if (command.complete === undefined || spec?.type !== "text") return [];
  const outcome = await supervise(
    async (deadline) => {
      const signal = AbortSignal.any([deadline, overtaken]);
      const context = contextFor(options, interaction, { signal, ...NOTHING_TO_SHOW });
      return command.complete?.(context, option, typed.slice(0, spec.maxLength)) ?? [];
    },
    { command: interaction.name, words, logger, deadlineMs: deadlines.autocompleteMs },
  );
  return outcome.ok ? outcome.value : [];
}

/** Proposals have no place for progress, and are over before anybody could cancel them. */
const NOTHING_TO_SHOW: Omit<Work, "signal"> = {
  progress: () => {},
  cancel: { command: "", action: "", state: [] },
};

/** At most as many as Discord shows. A label may be shortened; a value may not, it would mean something else. */
function toChoices(choices: readonly Choice[]): APIApplicationCommandOptionChoice<string>[] {
  const { labelLength, valueLength, choices: most } = LIMITS.autocomplete;
  return choices
    .map(({ label, value }) => ({ name: cut(clean(label).trim(), labelLength), value }))
    .filter(({ name, value }) => name !== "" && value.trim() !== "" && value.length <= valueLength)
    .slice(0, most);
}
