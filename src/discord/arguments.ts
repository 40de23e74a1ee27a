import type { ArgumentsOf, OptionSpec, OptionSpecs } from "../domain/command.ts";
import type { Result } from "../domain/result.ts";
import type { OptionValue } from "./interaction.ts";

/** Why what a person filled in cannot be used. */
export type ArgumentProblem =
  /** It does not fit the command, as when the client still shows an earlier form of it. */
  { readonly id: "stale" } | { readonly id: "file-too-large"; readonly name: string; readonly maxBytes: number };

/** Checks what a person filled in against the options of the command. */
export function readArguments(
  specs: OptionSpecs,
  values: ReadonlyMap<string, OptionValue>,
): Result<ArgumentsOf<OptionSpecs>, ArgumentProblem> {
  const entries: [string, OptionValue | undefined][] = [];
  for (const [name, spec] of Object.entries(specs)) {
    const value = values.get(name);
    if (value === undefined ? spec.required : !fits(spec, value)) return { ok: false, error: { id: "stale" } };
    if (spec.type === "file" && typeof value === "object" && value.size > spec.maxBytes) {
      return { ok: false, error: { id: "file-too-large", name: value.name, maxBytes: spec.maxBytes } };
    }
    entries.push([name, value]);
  }
  return { ok: true, value: Object.fromEntries(entries) };
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
    case "file":
      return typeof value === "object";
  }
}
