import { Locale } from "discord-api-types/v10";
import { isRecord, type Path } from "./json.ts";
import type { Report } from "./report.ts";

const chatName = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const locales: ReadonlySet<string> = new Set(Object.values(Locale));

/** Names of chat commands, their options and subcommands: one word, in lower case where the script has cases. */
export function checkName(name: string, chat: boolean, path: Path, report: Report): void {
  if (!chat) {
    if (name.trim() === "" || name.length > 32) report.badLength(path, 1, 32);
  } else if (!chatName.test(name)) {
    report.add(path, "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
  } else if (name !== name.toLowerCase()) {
    report.add(path, "APPLICATION_COMMAND_INVALID_NAME", "Command name must be lower case");
  }
}

/** Localised names or descriptions: the locales must be ones Discord has, the names as good as any. */
export function checkLocalizations(value: unknown, path: Path, areNames: boolean, report: Report): void {
  if (!isRecord(value)) return;
  for (const [locale, text] of Object.entries(value)) {
    if (!locales.has(locale)) {
      report.add([...path, locale], "ENUM_TYPE_COERCE", `Value "${locale.slice(0, 50)}" is not a valid enum value.`);
    }
    if (areNames && typeof text === "string") checkName(text, true, [...path, locale], report);
  }
}
