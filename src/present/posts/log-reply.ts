import type { LogEntry } from "../../domain/log.ts";
import type { ActionRef, Reply } from "../../domain/reply.ts";
import type { Words } from "../../domain/words.ts";
import { cleanText } from "../text/clean.ts";
import { cut } from "../text/cut.ts";
import { LIMITS } from "../text/limits.ts";
import { escapeMarkdown } from "../text/markdown.ts";
import { momentMarkdown } from "../text/moment.ts";
import { privateNote } from "../text/note.ts";
import { changedSettings } from "../people/setting-line.ts";
import { type PageNumber, pageLabel, pagerRow } from "../text/pager.ts";

export interface LogSetting {
  readonly pageNumber: PageNumber;
  readonly pageRef: (page: number) => ActionRef;
  readonly exportRef: ActionRef;
  /** How many entries there are in all. */
  readonly total: number;
}

/** Characters of what an entry was about; twenty of the last always fit. */
const DETAIL_ROOMS = [120, 60, 20] as const;
const FILE_NAME = "log.jsonl";

/** A page of what moderators did, newest first. */
export function logReply(words: Words, entries: readonly LogEntry[], setting: LogSetting): Reply {
  if (setting.total === 0) return privateNote(escapeMarkdown(words.say("log.empty")));
  const bodies = DETAIL_ROOMS.map((room) => entries.map((entry) => entryLine(words, entry, room)).join("\n"));
  const { pageNumber, pageRef, exportRef, total } = setting;
  return {
    visibility: "private",
    outcome: "information",
    title: words.say("log.title"),
    body: bodies.find(({ length }) => length <= LIMITS.embed.descriptionLength) ?? bodies.at(-1) ?? "",
    footer: [words.say("count.entries", { count: total }), pageLabel(words, pageNumber)]
      .filter((part) => part !== "")
      .join(" · "),
    controls: [
      ...pagerRow(words, pageNumber, pageRef),
      {
        type: "buttons",
        buttons: [{ type: "action", label: words.say("button.export"), action: exportRef, disabled: false }],
      },
    ],
  };
}

/** One entry: when, what, who, about what. Persons are mentioned by their id, which notifies nobody within an embed. */
function entryLine(words: Words, { at, deed, person, detail }: LogEntry, room: number): string {
  const who =
    person !== null && /^\d{1,20}$/u.test(person) ? `<@${person}>` : escapeMarkdown(words.say("log.no-person"));
  const changed = deed === "settings-changed" && detail !== null ? changedSettings(words, detail) : null;
  const about = changed ?? escapeMarkdown(cut(cleanText(detail ?? "").trim(), room));
  const line = `${momentMarkdown(at)} **${escapeMarkdown(words.say(`log.deed.${deed}`))}** · ${who}`;
  return about === "" ? line : `${line}\n-# ${about}`;
}

/**
 * A server's log as a file, JSON Lines, newest first.
 *
 * @param entries of which as many go into the file as it may hold
 */
export function logExportReply(words: Words, entries: readonly LogEntry[]): Reply {
  const lines: string[] = [];
  let room: number = LIMITS.message.filesBytes;
  for (const entry of entries) {
    const line = `${JSON.stringify(entry)}\n`;
    room -= Buffer.byteLength(line);
    if (room < 0) break;
    lines.push(line);
  }
  const whole = lines.length === entries.length;
  const told = whole ? words.say("log.exported") : words.say("log.exported-newest", { count: lines.length });
  return { ...privateNote(escapeMarkdown(told)), attachments: [{ name: FILE_NAME, text: lines.join("") }] };
}
