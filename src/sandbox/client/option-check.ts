import {
  ApplicationCommandOptionType,
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
} from "discord-api-types/v10";
import type { FilledOption } from "../page-protocol.ts";

const kind = ApplicationCommandOptionType;
const mostText = 6000;

/** A command's options as far as a person has come: `focused` is the one being typed, null once the command is sent. */
type Focus = string | null;

/**
 * Checks what a person filled in against the command, as Discord's client does before it sends anything.
 * @returns the sentence with which the client refuses, or null where all is well.
 */
export function problemIn(
  declared: readonly APIApplicationCommandOption[],
  filled: readonly FilledOption[],
  focused: Focus,
): string | null {
  if (new Set(filled.map((option) => option.name)).size < filled.length) return "An option is given twice.";
  const unknown = filled.find((option) => !declared.some((one) => one.name === option.name));
  if (unknown !== undefined) return `The command has no option “${unknown.name}”.`;
  const nested = declared.filter(isNested);
  if (nested.length > 0) return problemInNested(nested, filled, focused);
  for (const option of declared) {
    const given = filled.find((one) => one.name === option.name);
    if (isNested(option)) continue;
    const problem = given === undefined ? missing(option, focused) : problemWith(option, given, focused);
    if (problem !== null) return problem;
  }
  return null;
}

function problemInNested(
  declared: readonly NestedOption[],
  filled: readonly FilledOption[],
  focused: Focus,
): string | null {
  const [chosen, ...others] = filled;
  const option = declared.find((one) => one.name === chosen?.name);
  if (chosen === undefined || option === undefined || others.length > 0)
    return "Exactly one subcommand has to be chosen.";
  return problemIn(option.options ?? [], chosen.options ?? [], focused);
}

function missing(option: APIApplicationCommandBasicOption, focused: Focus): string | null {
  return option.required === true && focused === null ? `The option “${option.name}” is required.` : null;
}

function problemWith(option: APIApplicationCommandBasicOption, given: FilledOption, focused: Focus): string | null {
  const typing = focused === option.name;
  if (typing) {
    const offers = "autocomplete" in option && option.autocomplete;
    return offers ? null : `The option “${option.name}” has no autocomplete.`;
  }
  const { value } = given;
  switch (option.type) {
    case kind.String:
      return typeof value === "string" ? problemWithText(option, value) : `“${option.name}” takes text.`;
    case kind.Integer:
    case kind.Number:
      if (typeof value !== "number" || !Number.isFinite(value)) return `“${option.name}” takes a number.`;
      if (option.type === kind.Integer && !Number.isSafeInteger(value)) return `“${option.name}” takes a whole number.`;
      return problemWithNumber(option, value);
    case kind.Boolean:
      return typeof value === "boolean" ? null : `“${option.name}” is either true or false.`;
    case kind.Attachment:
      return typeof value === "string" ? null : `“${option.name}” takes a file.`;
    case kind.User:
    case kind.Channel:
    case kind.Role:
    case kind.Mentionable:
  }
  return `The sandbox cannot fill in “${option.name}”: it knows text, numbers, files, true and false.`;
}

function problemWithText(option: TextOption, value: string): string | null {
  const least = option.min_length ?? 0;
  const most = option.max_length ?? mostText;
  if (option.required === true && value === "") return `The option “${option.name}” is required.`;
  if (value.length < least) return `“${option.name}” takes at least ${least} characters.`;
  if (value.length > most) return `“${option.name}” takes at most ${most} characters.`;
  return notAmong(option, value);
}

function problemWithNumber(option: NumericOption, value: number): string | null {
  if (option.min_value !== undefined && value < option.min_value)
    return `“${option.name}” is at least ${option.min_value}.`;
  if (option.max_value !== undefined && value > option.max_value)
    return `“${option.name}” is at most ${option.max_value}.`;
  return notAmong(option, value);
}

/** Where a command lists choices, nothing else can be sent. Autocomplete only proposes. */
function notAmong(option: TextOption | NumericOption, value: string | number): string | null {
  const choices = option.choices ?? [];
  const among = choices.length === 0 || choices.some((choice) => choice.value === value);
  return among ? null : `“${option.name}” has to be one of the choices.`;
}

type NestedOption = Extract<
  APIApplicationCommandOption,
  { readonly type: typeof kind.Subcommand | typeof kind.SubcommandGroup }
>;
type TextOption = Extract<APIApplicationCommandBasicOption, { readonly type: typeof kind.String }>;
type NumericOption = Extract<
  APIApplicationCommandBasicOption,
  { readonly type: typeof kind.Integer | typeof kind.Number }
>;

function isNested(option: APIApplicationCommandOption): option is NestedOption {
  return option.type === kind.Subcommand || option.type === kind.SubcommandGroup;
}
