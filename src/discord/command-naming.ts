import { z } from "zod";
import type { AnyCommand, SlashCommand, Subcommand } from "../domain/command.ts";
import type { Languages, Words } from "../domain/words.ts";
import { LIMITS } from "../present/text/limits.ts";
import { isGroup, isMessageCommand } from "./shown-name.ts";

const { command: limits } = LIMITS;

/** What Discord takes for the name of a command or an option. */
export const nameSchema = z
  .string()
  .regex(
    new RegExp(`^[\\p{L}\\p{N}-]{1,${limits.nameLength}}$`, "u"),
    `must be 1 to ${limits.nameLength} letters, digits or hyphens`,
  )
  .refine((text) => text.toLowerCase() === text, "must be lower case");

const descriptionSchema = z
  .string()
  .max(limits.descriptionLength)
  .refine((text) => text.trim() !== "", "must not be empty");

/** What people see of a command, or of one of its options. */
export interface Naming {
  readonly name: string;
  readonly description: string;
}

/** Under which identifier the catalogues tell of a command or of one of its subcommands. */
export function placeOf(command: string, subcommand: string | null): string {
  return subcommand === null ? `command.${command}` : `command.${command}.sub.${subcommand}`;
}

/** The same of an option of what is at `place`. */
export function optionPlace(place: string, option: string): string {
  return `${place}.option.${option}`;
}

/** What a command, subcommand or option is called in a language; null where the catalogue lacks it. */
export function namingOf(words: Words, place: string): Naming | null {
  const name = words.find(`${place}.name`);
  const description = words.find(`${place}.description`);
  return name === null || description === null ? null : { name, description };
}

/** What a value that can be chosen for the option at `place` is called in a language; null where the catalogue lacks it. */
export function choiceName(words: Words, place: string, value: string): string | null {
  return words.find(`${place}.choice.${value}`);
}

/** What Discord would refuse of a command's names and descriptions, in any language, a sentence each. */
export function namingProblems(command: AnyCommand, { all, english }: Languages): readonly string[] {
  if (isMessageCommand(command)) return all.flatMap((words) => shownNameProblems(words, command.name));
  return all.flatMap((words) => {
    const tree = treeOf(command);
    const wrong = problemsBelow(words, tree, words === english);
    if (textLength(words, tree) > limits.totalLength) {
      wrong.push(`names and descriptions together must be at most ${limits.totalLength} characters`);
    }
    return wrong.map((problem) => `${words.language}: ${problem}`);
  });
}

/** Something with a name and a description, and what is listed below it: a command, a subcommand, an option. */
interface Named {
  readonly place: string;
  /** Its name in the program. */
  readonly name: string;
  readonly below: readonly Named[];
  /** What all of `below` is, for what is said where names clash. */
  readonly kind: "options" | "subcommands";
  /** Values to choose from. */
  readonly values: readonly string[];
}

function treeOf(command: SlashCommand): Named {
  const { name } = command;
  const place = placeOf(name, null);
  if (!isGroup(command)) return withOptions(name, place, command);
  const below = Object.entries(command.subcommands).map(([own, part]) => withOptions(own, placeOf(name, own), part));
  return { place, name, below, kind: "subcommands", values: [] };
}

function withOptions(name: string, place: string, { options }: Subcommand): Named {
  const below = Object.entries(options).map(([own, spec]): Named => ({
    place: optionPlace(place, own),
    name: own,
    below: [],
    kind: "options",
    values: spec.type === "choice" ? spec.values : [],
  }));
  return { place, name, below, kind: "options", values: [] };
}

function problemsBelow(words: Words, { place, name, below, kind, values }: Named, isEnglish: boolean): string[] {
  const naming = namingOf(words, place);
  const wrong = problemsOf(naming).map((problem) => `${name}: ${problem}`);
  const names = below.map((one) => namingOf(words, one.place)?.name);
  if (new Set(names).size < names.length) wrong.push(`two ${kind} have the same name`);
  // What Discord sends back is the English name, and commands are found by their own.
  if (isEnglish && naming?.name !== name) wrong.push(`${name}: names must be those in the program`);
  for (const value of values) {
    const shown = choiceName(words, place, value);
    const fits = shown !== null && shown.trim() !== "" && shown.length <= limits.choiceValueLength;
    if (!fits) wrong.push(`${name}: ${value}: must be called something of 1 to 100 characters`);
  }
  return [...wrong, ...below.flatMap((one) => problemsBelow(words, one, isEnglish))];
}

function textLength(words: Words, { place, below }: Named): number {
  const naming = namingOf(words, place);
  const own = (naming?.name.length ?? 0) + (naming?.description.length ?? 0);
  return below.reduce((sum, one) => sum + textLength(words, one), own);
}

/** A context menu shows a name and nothing else, in whatever letters. */
function shownNameProblems(words: Words, command: string): readonly string[] {
  const name = words.find(`command.${command}.name`);
  const place = `${words.language}: ${command}`;
  if (name === null) return [`${place}: its name is in no catalogue`];
  const fits = name.trim() !== "" && name.length <= limits.nameLength;
  return fits ? [] : [`${place}: name: must be 1 to ${limits.nameLength} characters`];
}

function problemsOf(naming: Naming | null): readonly string[] {
  if (naming === null) return ["its name or its description is in no catalogue"];
  const { error } = z.object({ name: nameSchema, description: descriptionSchema }).safeParse(naming);
  return (error?.issues ?? []).map(({ path, message }) => `${path.join(".")}: ${message}`);
}
