import { optionType } from "../discord-types.ts";
import type { FilledOption } from "../../page-protocol.ts";
import type { Choice, CommandDraft, Field } from "./draft.ts";
import type { FillableOption } from "./entries.ts";

/** Sentences about what cannot be sent, by option name. */
export type FieldProblems = Readonly<Record<string, string>>;

export type Filled =
  | { readonly ok: true; readonly options: readonly FilledOption[] }
  | { readonly ok: false; readonly problems: FieldProblems };

type Value =
  { readonly ok: true; readonly value: string | number | boolean } | { readonly ok: false; readonly problem: string };

/** People, channels and roles to choose from, where an option asks for one. */
export interface Directory {
  readonly users: readonly Choice[];
  readonly channels: readonly Choice[];
}

const discordTextLimit = 6_000;
const yesOrNo: readonly Choice[] = [
  { name: "True", value: true },
  { name: "False", value: false },
];

/** The fixed list an option is chosen from, or null where it is typed freely or the bot proposes values. */
export function fixedChoices(option: FillableOption, directory: Directory): readonly Choice[] | null {
  switch (option.type) {
    case optionType.text:
    case optionType.integer:
    case optionType.number:
      return option.choices === undefined || option.choices.length === 0 ? null : option.choices;
    case optionType.boolean:
      return yesOrNo;
    case optionType.user:
    case optionType.mentionable:
      return directory.users;
    case optionType.channel:
      return directory.channels;
    case optionType.role:
    case optionType.attachment:
    default:
      return null;
  }
}

/** Whether the bot is to be asked for proposals while this option is typed. */
export function hasAutocomplete(option: FillableOption): boolean {
  return "autocomplete" in option && option.autocomplete;
}

/** Whether an option of a command takes a file. */
export function takesFile({ entry }: CommandDraft, name: string): boolean {
  return entry.options.some((option) => option.name === name && option.type === optionType.attachment);
}

/** The option that a file dropped on a command is for: the one with the keyboard, else the first that has none yet. */
export function fileOption(draft: CommandDraft): string | null {
  if (draft.focused !== null && takesFile(draft, draft.focused)) {
    return draft.focused;
  }
  const isFree = (name: string): boolean => draft.fields.every((field) => field.name !== name || field.choice === null);
  const free = draft.entry.options.find(({ name }) => takesFile(draft, name) && isFree(name));
  return free?.name ?? null;
}

/** The choices that fit what was typed: all of them for nothing. */
export function fittingChoices(choices: readonly Choice[], typed: string): readonly Choice[] {
  const wanted = typed.trim().toLowerCase();
  return choices.filter(({ name }) => name.toLowerCase().includes(wanted));
}

/** The choice that was typed out in full, by its name or its value. */
export function exactChoice(choices: readonly Choice[], typed: string): Choice | undefined {
  const wanted = typed.trim().toLowerCase();
  return choices.find(({ name, value }) => name.toLowerCase() === wanted || String(value).toLowerCase() === wanted);
}

/** Checks every option as Discord's client does before it sends a command. */
export function filledOptions(draft: CommandDraft, directory: Directory): Filled {
  const problems: Record<string, string> = {};
  const options: FilledOption[] = [];
  for (const option of draft.entry.options) {
    const field = draft.fields.find(({ name }) => name === option.name);
    const blank = field === undefined || field.text.trim() === "";
    if (blank && (option.required === true || field !== undefined)) {
      problems[option.name] = "This option is required. Specify a value.";
    } else if (field !== undefined) {
      const value = valueOf(option, field, directory);
      if (value.ok) {
        options.push({ name: option.name, type: option.type, value: value.value });
      } else {
        problems[option.name] = value.problem;
      }
    }
  }
  return Object.keys(problems).length > 0 ? { ok: false, problems } : { ok: true, options: nested(draft, options) };
}

/** What is known so far, unchecked, for the bot to propose values by. */
export function partialOptions(draft: CommandDraft, directory: Directory): readonly FilledOption[] {
  const options = draft.fields.flatMap((field): readonly FilledOption[] => {
    const option = draft.entry.options.find(({ name }) => name === field.name);
    if (option === undefined || (field.text === "" && field.name !== draft.focused)) {
      return [];
    }
    const value = field.name === draft.focused ? null : valueOf(option, field, directory);
    return [{ name: field.name, type: option.type, value: value?.ok === true ? value.value : field.text }];
  });
  return nested(draft, options);
}

function nested(draft: CommandDraft, options: readonly FilledOption[]): readonly FilledOption[] {
  return draft.entry.path.reduceRight<readonly FilledOption[]>(
    (inner, step) => [{ name: step.name, type: step.type, options: inner }],
    options,
  );
}

function valueOf(option: FillableOption, field: Field, directory: Directory): Value {
  if (field.choice !== null) {
    return { ok: true, value: field.choice.value };
  }
  const choices = fixedChoices(option, directory);
  if (choices !== null) {
    const exact = exactChoice(choices, field.text);
    return exact === undefined
      ? { ok: false, problem: "Choose one of the values offered." }
      : { ok: true, value: exact.value };
  }
  switch (option.type) {
    case optionType.text:
      return textValue(field.text.trim(), option.min_length ?? 0, option.max_length ?? discordTextLimit);
    case optionType.integer:
      return numberValue(field.text, option, /^[-+]?\d{1,15}$/, "Enter a whole number.");
    case optionType.number:
      return numberValue(field.text, option, /^[-+]?\d{1,15}(?:\.\d+)?$/, "Enter a number.");
    case optionType.role:
      return /^\d{1,20}$/.test(field.text.trim())
        ? { ok: true, value: field.text.trim() }
        : { ok: false, problem: "Enter the number of a role." };
    case optionType.attachment:
      return { ok: false, problem: "Choose a file." };
    case optionType.boolean:
    case optionType.user:
    case optionType.channel:
    case optionType.mentionable:
    default:
      return { ok: false, problem: "This page cannot send options of this kind." };
  }
}

function textValue(text: string, min: number, max: number): Value {
  if (text.length < min) {
    return { ok: false, problem: `Must be ${min} or more characters long.` };
  }
  return text.length > max
    ? { ok: false, problem: `Must be ${max} or fewer characters long; this has ${text.length}.` }
    : { ok: true, value: text };
}

function numberValue(
  text: string,
  { min_value: min, max_value: max }: { readonly min_value?: number; readonly max_value?: number },
  pattern: RegExp,
  expected: string,
): Value {
  const value = Number(text);
  if (!pattern.test(text.trim()) || !Number.isFinite(value)) {
    return { ok: false, problem: expected };
  }
  if (min !== undefined && value < min) {
    return { ok: false, problem: `Enter a value of ${min} or more.` };
  }
  return max !== undefined && value > max
    ? { ok: false, problem: `Enter a value of ${max} or less.` }
    : { ok: true, value };
}
