import {
  ApplicationCommandOptionType,
  type APIApplicationCommandOptionChoice,
  type APIModalInteractionResponseCallbackData,
} from "discord-api-types/v10";
import type { Interaction } from "../interactions.ts";
import { checkChoices } from "../rules/choices.ts";
import { isRecord } from "../rules/json.ts";
import { checkModal } from "../rules/modal.ts";
import { Report } from "../rules/report.ts";
import { checkAgainst } from "../rules/spec.ts";
import type { State } from "../state.ts";
import { invalidForm } from "./answer.ts";
import type { Checked } from "./message-body.ts";

/** Checks what autocomplete proposes against the type of the option being typed. */
export async function checkedChoices(
  state: State,
  interaction: Interaction,
  data: unknown,
): Promise<Checked<readonly APIApplicationCommandOptionChoice[]>> {
  const spec = await state.spec();
  const report = new Report();
  const { kind, schema } = choicesOf(interaction.start.focusedType);
  checkChoices(isRecord(data) ? data["choices"] : undefined, kind, ["data", "choices"], report);
  const checked = checkAgainst(spec[schema], data, ["data"], report);
  if (!report.empty || checked === undefined) return { ok: false, answer: invalidForm(report.tree) };
  return { ok: true, value: (checked.choices ?? []).filter((choice) => choice !== null) };
}

export async function checkedModal(
  state: State,
  data: unknown,
): Promise<Checked<APIModalInteractionResponseCallbackData>> {
  const spec = await state.spec();
  const report = new Report();
  checkModal(data, ["data"], report);
  const checked = checkAgainst(spec.ModalInteractionCallbackRequestDataSchema, data, ["data"], report);
  if (!report.empty || checked === undefined) return { ok: false, answer: invalidForm(report.tree) };
  return { ok: true, value: checked };
}

function choicesOf(type: ApplicationCommandOptionType | null) {
  if (type === ApplicationCommandOptionType.Integer) {
    return { kind: "integer", schema: "InteractionApplicationCommandAutocompleteCallbackIntegerDataSchema" } as const;
  }
  if (type === ApplicationCommandOptionType.Number) {
    return { kind: "number", schema: "InteractionApplicationCommandAutocompleteCallbackNumberDataSchema" } as const;
  }
  return { kind: "string", schema: "InteractionApplicationCommandAutocompleteCallbackStringDataSchema" } as const;
}
