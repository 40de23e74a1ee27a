import { isRecord, lengthOf, listOf, type Path } from "./json.ts";
import type { Report } from "./report.ts";

/** Rules on choices, given with a command or by autocomplete, that the published description leaves out. */
export function checkChoices(
  choices: unknown,
  kind: "string" | "integer" | "number",
  path: Path,
  report: Report,
): void {
  const list = listOf(choices);
  if (list.length > 25) report.tooLong(path, 25);
  list.forEach((choice, index) => {
    if (!isRecord(choice)) return;
    const here = [...path, index];
    const length = lengthOf(choice["name"]);
    if (typeof choice["name"] === "string" && (length < 1 || length > 100)) report.badLength([...here, "name"], 1, 100);
    const value = choice["value"];
    if (kind === "string") {
      if (typeof value !== "string")
        report.add([...here, "value"], "STRING_TYPE_CONVERT", "Could not interpret value as string.");
      else if (value.length > 100) report.tooLong([...here, "value"], 100);
    } else checkNumber(value, kind, [...here, "value"], report);
  });
}

function checkNumber(value: unknown, kind: "integer" | "number", path: Path, report: Report): void {
  if (typeof value !== "number" || (kind === "integer" && !Number.isInteger(value))) {
    const name = kind === "integer" ? "int" : "float";
    report.add(path, "NUMBER_TYPE_COERCE", `Value "${String(value).slice(0, 50)}" is not ${name}.`);
  } else if (Math.abs(value) > Number.MAX_SAFE_INTEGER) {
    report.add(path, "NUMBER_TYPE_MAX", `value should be between -2^53 and 2^53.`);
  }
}
