import { ComponentType } from "discord-api-types/v10";
import { checkStringSelect } from "./components.ts";
import { isRecord, listOf, type Path } from "./json.ts";
import type { Report } from "./report.ts";

type Part = Readonly<Record<string, unknown>>;

const mostInputs = 5;

/** Rules on a modal that its published description leaves out: 1 to 5 parts, inputs with labels, ids that differ. */
export function checkModal(modal: unknown, path: Path, report: Report): void {
  if (!isRecord(modal)) return;
  const rows = listOf(modal["components"]);
  if (rows.length < 1 || rows.length > mostInputs) report.badLength([...path, "components"], 1, mostInputs);
  const ids = new Set<unknown>();
  rows.forEach((row, index) => {
    if (!isRecord(row)) return;
    const here = [...path, "components", index];
    if (row["type"] === ComponentType.ActionRow) {
      const inputs = listOf(row["components"]);
      if (inputs.length !== 1) report.badLength([...here, "components"], 1, 1);
      inputs.forEach((input, at) => checkInput(input, [...here, "components", at], true, ids, report));
    } else if (row["type"] === ComponentType.Label) {
      checkInput(row["component"], [...here, "component"], false, ids, report);
    }
  });
}

function checkInput(input: unknown, path: Path, labelled: boolean, ids: Set<unknown>, report: Report): void {
  if (!isRecord(input)) return;
  const id = input["custom_id"];
  if (typeof id === "string" && ids.has(id)) {
    report.add([...path, "custom_id"], "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated");
  }
  ids.add(id);
  if (input["type"] === ComponentType.StringSelect) checkStringSelect(input, path, report);
  if (input["type"] !== ComponentType.TextInput) return;
  if (labelled && typeof input["label"] !== "string") report.required([...path, "label"]);
  if (!labelled && typeof input["label"] === "string") {
    report.add(
      [...path, "label"],
      "TEXT_INPUT_LABEL_NOT_ALLOWED",
      "A text input in a label component has no label itself",
    );
  }
  checkLengths(input, path, report);
}

function checkLengths(input: Part, path: Path, report: Report): void {
  const least = typeof input["min_length"] === "number" ? input["min_length"] : 0;
  const most = typeof input["max_length"] === "number" ? input["max_length"] : 4000;
  if (least > most) {
    report.add([...path, "min_length"], "NUMBER_TYPE_MAX", `int value should be less than or equal to ${most}.`);
  }
  const value = input["value"];
  if (typeof value === "string" && value !== "" && (value.length < least || value.length > most)) {
    report.badLength([...path, "value"], least, most);
  }
}
