import { z } from "zod";
import type { AnyCommand } from "../domain/command.ts";
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

function problemsOf(naming: Naming | null): readonly string[] {
  if (naming === null) return ["its name or its description is in no catalogue"];
  const { error } = z.object({ name: nameSchema, description: descriptionSchema }).safeParse(naming);
  return (error?.issues ?? []).map(({ path, message }) => `${path.join(".")}: ${message}`);
}

function textLength(namings: readonly (Naming | null)[]): number {
  return namings.reduce((sum, naming) => sum + (naming?.name.length ?? 0) + (naming?.description.length ?? 0), 0);
}
