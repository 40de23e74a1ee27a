import { ApplicationCommandOptionType } from "discord-api-types/v10";
import { checkChoices } from "./choices.ts";
import { isRecord, listOf, type Path } from "./json.ts";
import { checkLocalizations, checkName } from "./names.ts";
import type { Report } from "./report.ts";

type Part = Readonly<Record<string, unknown>>;

const nested: ReadonlySet<unknown> = new Set([
  ApplicationCommandOptionType.Subcommand,
  ApplicationCommandOptionType.SubcommandGroup,
]);
const kinds = new Map<unknown, "string" | "integer" | "number">([
  [ApplicationCommandOptionType.String, "string"],
  [ApplicationCommandOptionType.Integer, "integer"],
  [ApplicationCommandOptionType.Number, "number"],
]);

/** Rules across the options of one level of a command; `depth` counts the groups above. */
export function checkOptions(options: unknown, path: Path, depth: number, report: Report): void {
  const list = listOf(options);
  if (list.length > 25) report.tooLong(path, 25);
  const names = new Set<unknown>();
  let optionalSeen = false;
  list.forEach((option, index) => {
    if (!isRecord(option)) return;
    const here = [...path, index];
    if (names.has(option["name"])) {
      report.add([...here, "name"], "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS", "Option name already exists");
    }
    names.add(option["name"]);
    if (option["required"] === true && optionalSeen) {
      report.add(
        here,
        "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
        "Required options must be placed before non-required options",
      );
    }
    if (option["required"] !== true) optionalSeen = true;
    checkOption(option, here, depth, report);
  });
  const nestedCount = list.filter((option) => isRecord(option) && nested.has(option["type"])).length;
  if (nestedCount > 0 && nestedCount < list.length) {
    report.add(
      path,
      "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
      "Sub-command and sub-command group option types are mutually exclusive to all other types",
    );
  }
}

function checkOption(option: Part, path: Path, depth: number, report: Report): void {
  if (typeof option["name"] === "string") checkName(option["name"], true, [...path, "name"], report);
  checkLocalizations(option["name_localizations"], [...path, "name_localizations"], true, report);
  checkLocalizations(option["description_localizations"], [...path, "description_localizations"], false, report);
  if (nested.has(option["type"])) {
    checkNested(option, path, depth, report);
    return;
  }
  const kind = kinds.get(option["type"]);
  if (kind !== undefined) checkChoices(option["choices"], kind, [...path, "choices"], report);
  if (option["autocomplete"] === true) {
    if (kind === undefined) {
      report.add(
        [...path, "autocomplete"],
        "APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_INVALID",
        "Autocomplete is not available for this option type",
      );
    }
    if (listOf(option["choices"]).length > 0) {
      report.add(
        path,
        "APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_CHOICES_EXCLUSIVE",
        "Autocomplete cannot be set with choices",
      );
    }
  }
  checkRange(option, "min_length", "max_length", path, report);
  checkRange(option, "min_value", "max_value", path, report);
}

function checkNested(option: Part, path: Path, depth: number, report: Report): void {
  const group = option["type"] === ApplicationCommandOptionType.SubcommandGroup;
  if ((group && depth > 0) || depth > 1) {
    report.add([...path, "type"], "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "Invalid nesting of sub-commands");
    return;
  }
  checkOptions(option["options"], [...path, "options"], depth + 1, report);
}

function checkRange(option: Part, least: string, most: string, path: Path, report: Report): void {
  const low = option[least];
  const high = option[most];
  if (typeof low !== "number" || typeof high !== "number" || low <= high) return;
  report.add([...path, least], "NUMBER_TYPE_MAX", `value should be less than or equal to ${high}.`);
}
