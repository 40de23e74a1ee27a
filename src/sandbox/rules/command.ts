import { ApplicationCommandType } from "discord-api-types/v10";
import { checkOptions } from "./command-options.ts";
import { isGiven, isRecord, lengthOf, listOf, type Path } from "./json.ts";
import { checkLocalizations, checkName } from "./names.ts";
import type { Report } from "./report.ts";

type Part = Readonly<Record<string, unknown>>;

const mostCharacters = 8000;
/** Command, group, subcommand, option, choice. */
const deepest = 4;

/** Rules on an application command that its published description leaves out. `type` is the stored one for a PATCH. */
export function checkCommand(command: unknown, type: ApplicationCommandType, path: Path, report: Report): void {
  if (!isRecord(command)) return;
  const chat = type === ApplicationCommandType.ChatInput;
  if (typeof command["name"] === "string") checkName(command["name"], chat, [...path, "name"], report);
  checkLocalizations(command["name_localizations"], [...path, "name_localizations"], chat, report);
  checkLocalizations(command["description_localizations"], [...path, "description_localizations"], false, report);
  checkDescription(command, chat, path, report);
  if (!chat && listOf(command["options"]).length > 0) {
    report.add(
      [...path, "options"],
      "APPLICATION_COMMAND_OPTIONS_NOT_ALLOWED",
      "Context menu commands cannot have options",
    );
  }
  checkOptions(command["options"], [...path, "options"], 0, report);
  if (isGiven(command["default_member_permissions"]) && !isPermissions(command["default_member_permissions"])) {
    report.add([...path, "default_member_permissions"], "NUMBER_TYPE_COERCE", "Value is not a permission bit set.");
  }
  if (sizeOf(command, 0) > mostCharacters) {
    report.add(path, "APPLICATION_COMMAND_TOO_LARGE", `Command exceeds maximum size (${mostCharacters})`);
  }
}

function checkDescription(command: Part, chat: boolean, path: Path, report: Report): void {
  const description = command["description"];
  const here = [...path, "description"];
  if (!chat && isGiven(description) && description !== "") {
    report.add(here, "APPLICATION_COMMAND_DESCRIPTION_NOT_ALLOWED", "Context menu commands cannot have description");
  }
  if (chat && isGiven(description) && lengthOf(description) === 0) report.badLength(here, 1, 100);
}

function isPermissions(value: unknown): boolean {
  if (typeof value === "number") return Number.isSafeInteger(value) && value >= 0;
  return typeof value === "string" && /^\d{1,20}$/.test(value);
}

/** Characters of name, description and values, of the command and of all its options, as Discord counts them. */
function sizeOf(part: unknown, depth: number): number {
  if (!isRecord(part) || depth > deepest) return 0;
  const own =
    longest(part["name"], part["name_localizations"]) + longest(part["description"], part["description_localizations"]);
  const children = [...listOf(part["options"]), ...listOf(part["choices"])];
  return children.reduce<number>((sum, child) => sum + sizeOf(child, depth + 1), own + lengthOf(part["value"]));
}

function longest(text: unknown, localizations: unknown): number {
  const others = isRecord(localizations) ? Object.values(localizations) : [];
  return Math.max(lengthOf(text), ...others.map(lengthOf));
}
