import { z } from "zod";
import type { AnyCommand, Command } from "../domain/command.ts";
import type { Languages, Words } from "../domain/words.ts";
import { LIMITS } from "../present/limits.ts";
import { isMessageCommand } from "./shown-name.ts";

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

/** What a command, or its option, is called in a language; null where the catalogue lacks it. */
export function namingOf(words: Words, command: string, option: string | null): Naming | null {
  const id = option === null ? `command.${command}` : `command.${command}.option.${option}`;
  const name = words.find(`${id}.name`);
  const description = words.find(`${id}.description`);
  return name === null || description === null ? null : { name, description };
}

/** A value that a person can choose for an option. */
export interface ChoicePlace {
  readonly command: string;
  readonly option: string;
  readonly value: string;
}

/** What a choice is called in a language; null where the catalogue lacks it. */
export function choiceName(words: Words, { command, option, value }: ChoicePlace): string | null {
  return words.find(`command.${command}.option.${option}.choice.${value}`);
}

/** What Discord would refuse of a command's names and descriptions, in any language, a sentence each. */
export function namingProblems(command: AnyCommand, { all, english }: Languages): readonly string[] {
  if (isMessageCommand(command)) return all.flatMap((words) => shownNameProblems(words, command.name));
  return all.flatMap((words) => {
    const places = [null, ...Object.keys(command.options)];
    const namings = places.map((option) => ({ option, naming: namingOf(words, command.name, option) }));
    const wrong = namings.flatMap(({ option, naming }) =>
      problemsOf(naming).map((problem) => `${words.language}: ${option ?? command.name}: ${problem}`),
    );
    const options = namings.filter(({ option }) => option !== null).map(({ naming }) => naming?.name);
    if (new Set(options).size < options.length) wrong.push(`${words.language}: two options have the same name`);
    // What Discord sends back is the English name, and commands are found by their own.
    const isRenamed =
      words === english && namings.some(({ option, naming }) => naming?.name !== (option ?? command.name));
    if (isRenamed) wrong.push(`${words.language}: names must be those in the program`);
    wrong.push(...choiceProblems(words, command));
    if (textLength(namings.map(({ naming }) => naming)) > limits.totalLength) {
      wrong.push(`${words.language}: names and descriptions together must be at most ${limits.totalLength} characters`);
    }
    return wrong;
  });
}

/** A context menu shows a name and nothing else, in whatever letters. */
function shownNameProblems(words: Words, command: string): readonly string[] {
  const name = words.find(`command.${command}.name`);
  const place = `${words.language}: ${command}`;
  if (name === null) return [`${place}: its name is in no catalogue`];
  const fits = name.trim() !== "" && name.length <= limits.nameLength;
  return fits ? [] : [`${place}: name: must be 1 to ${limits.nameLength} characters`];
}

function choiceProblems(words: Words, { name: command, options }: Command): readonly string[] {
  return Object.entries(options).flatMap(([option, spec]) =>
    (spec.type === "choice" ? spec.values : []).flatMap((value) => {
      const name = choiceName(words, { command, option, value });
      const fits = name !== null && name.trim() !== "" && name.length <= limits.choiceValueLength;
      return fits ? [] : [`${words.language}: ${option}: ${value}: must be called something of 1 to 100 characters`];
    }),
  );
}

function problemsOf(naming: Naming | null): readonly string[] {
  if (naming === null) return ["its name or its description is in no catalogue"];
  const { error } = z.object({ name: nameSchema, description: descriptionSchema }).safeParse(naming);
  return (error?.issues ?? []).map(({ path, message }) => `${path.join(".")}: ${message}`);
}

function textLength(namings: readonly (Naming | null)[]): number {
  return namings.reduce((sum, naming) => sum + (naming?.name.length ?? 0) + (naming?.description.length ?? 0), 0);
}
