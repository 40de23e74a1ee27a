import type { ArgumentsOf, OptionSpec, OptionSpecs } from "../domain/command.ts";
import type { OptionValue } from "./interaction.ts";

/**
 * Checks what a person filled in against the options of the command.
 *
 * @returns null when they do not fit, as when the client still shows an earlier form of the command.
 */
export function readArguments(
  specs: OptionSpecs,
  values: ReadonlyMap<string, OptionValue>,
): ArgumentsOf<OptionSpecs> | null {
  const entries: [string, OptionValue | undefined][] = [];
  for (const [name, spec] of Object.entries(specs)) {
    const value = values.get(name);
    if (value === undefined ? spec.required : !fits(spec, value)) return null;
    entries.push([name, value]);
  }
  return Object.fromEntries(entries);
}

function fits(spec: OptionSpec, value: OptionValue): boolean {
  switch (spec.type) {
    case "text":
      return typeof value === "string" && Array.from(value).length <= spec.maxLength;
    case "choice":
      return typeof value === "string" && spec.values.includes(value);
    case "flag":
      return typeof value === "boolean";
    case "count":
      return typeof value === "number" && Number.isInteger(value) && value >= spec.min && value <= spec.max;
  }
}
