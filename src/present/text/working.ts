import type { ActionRef, ControlRow, Reply } from "../../domain/reply.ts";
import type { Words } from "../../domain/words.ts";
import { cleanText } from "./clean.ts";
import { cut } from "./cut.ts";
import { escapeMarkdown } from "./markdown.ts";
import { privateNote } from "./note.ts";
import { quoted } from "./words.ts";

const MEGABYTE = 1_000_000;
const MAX_NAME = 100;

/** A row with the button that cancels what goes on; see {@link CommandContext.cancel}. */
export function cancelRow(words: Words, action: ActionRef): ControlRow {
  return { type: "buttons", buttons: [{ type: "action", label: words.say("button.cancel"), action, disabled: false }] };
}

/** How far reading has come, with a button that cancels it. */
export function readingReply(words: Words, done: number, of: number, cancel: ActionRef): Reply {
  return {
    ...privateNote(escapeMarkdown(words.say("working.reading", { done, of }))),
    controls: [cancelRow(words, cancel)],
  };
}

/** Told to a person whose work stopped since they cancelled it. */
export function cancelledReply(words: Words): Reply {
  return privateNote(escapeMarkdown(words.say("working.cancelled")));
}

/** Told to a person who cancels what is over. */
export function endedReply(words: Words): Reply {
  return privateNote(escapeMarkdown(words.say("working.ended")), "failure");
}

/** Told to a person who cancels what another began. */
export function notYoursReply(words: Words): Reply {
  return privateNote(escapeMarkdown(words.say("working.not-yours")), "failure");
}

/** Told to a person who uploaded more than a command takes. */
export function fileTooLargeReply(words: Words, name: string, maxBytes: number): Reply {
  const shown = quoted(words, cut(cleanText(name).trim(), MAX_NAME));
  const most = words.number(Math.round((maxBytes / MEGABYTE) * 10) / 10);
  return privateNote(escapeMarkdown(words.say("working.file-too-large", { name: shown, most })), "failure");
}
