import type { ServerSettings } from "../../domain/store.ts";
import type { Words } from "../../domain/words.ts";
import { cleanText } from "../text/clean.ts";
import { cut } from "../text/cut.ts";
import { escapeMarkdown } from "../text/markdown.ts";

/** What each setting is called. */
const NAMES = {
  moderatorRoles: "settings.moderators",
  maintainerRoles: "settings.maintainers",
  publicChannels: "settings.channels",
  privacy: "settings.privacy",
  approval: "settings.approval",
  language: "settings.language",
  timeZone: "settings.time-zone",
  event: "settings.event",
} as const satisfies Partial<Record<keyof ServerSettings, string>>;

type Setting = keyof typeof NAMES;

/** Characters of a value that stands as it was set; the longest name of a time zone has 32. */
const MAX_VALUE = 120;

/** A setting with what is set, as Discord Markdown: "**Approval:** off". */
export function settingLine(words: Words, setting: Setting, value: unknown): string {
  return `**${escapeMarkdown(words.say(NAMES[setting]))}** ${valueOf(words, setting, value)}`;
}

/** What was changed of a server's settings, as Discord Markdown: of JSON as it stands in the log; null where it is none. */
export function changedSettings(words: Words, detail: string): string | null {
  try {
    const changed: unknown = JSON.parse(detail);
    if (typeof changed !== "object" || changed === null) return null;
    const lines = Object.entries(changed).flatMap(([name, value]) =>
      isSetting(name) ? [settingLine(words, name, value)] : [],
    );
    return lines.length === 0 ? null : lines.join(" · ");
  } catch {
    return null;
  }
}

function isSetting(name: string): name is Setting {
  return Object.hasOwn(NAMES, name);
}

function valueOf(words: Words, setting: Setting, value: unknown): string {
  switch (setting) {
    case "moderatorRoles":
    case "maintainerRoles":
      return mentions(value, "@&") || escapeMarkdown(words.say("settings.moderators-none"));
    case "publicChannels":
      return mentions(value, "#") || escapeMarkdown(words.say("settings.channels-all"));
    case "privacy":
      return escapeMarkdown(words.say(value === "private" ? "settings.privacy-private" : "settings.privacy-public"));
    case "approval":
      return escapeMarkdown(words.say(value === true ? "settings.approval-on" : "settings.approval-off"));
    case "language":
      return escapeMarkdown(words.languageName(typeof value === "string" ? value : "en"));
    case "timeZone":
    case "event":
      return escapeMarkdown(typeof value === "string" ? cut(cleanText(value).trim(), MAX_VALUE) : "–");
  }
}

/** Ids are digits: nothing else can be told in a mention, and none of them notifies anybody within an embed. */
function mentions(ids: unknown, mark: "@&" | "#"): string {
  return (Array.isArray(ids) ? ids : [])
    .map(String)
    .filter((id) => /^\d{1,20}$/u.test(id))
    .map((id) => `<${mark}${id}>`)
    .join(" ");
}
