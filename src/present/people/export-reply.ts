import type { Reply } from "../../domain/reply.ts";
import type { PersonalData } from "../../domain/store.ts";
import type { Words } from "../../domain/words.ts";
import { LIMITS } from "../text/limits.ts";
import { paragraphs, privateNote } from "../text/note.ts";

const FILE_NAME = "footnote-data.json";

/** What is kept about somebody, as a file; the oldest feedback and deeds are left out where it cannot hold them all. */
export function exportReply(words: Words, data: PersonalData): Reply {
  const all = data.feedback.length + data.deeds.length;
  if (data.language === null && data.follows.length === 0 && all === 0) {
    return privateNote(words.say("export.nothing"));
  }
  const fitting = newest(data, mostThatFit(data));
  const kept = fitting.feedback.length + fitting.deeds.length;
  const part = kept === all ? "" : words.say("export.part", { kept, all });
  return {
    ...privateNote(paragraphs([words.say("export.what"), part])),
    attachments: [{ name: FILE_NAME, text: asText(fitting) }],
  };
}

/** How many of feedback and of deeds each, the newest first, a file has room for. */
function mostThatFit(data: PersonalData): number {
  const fits = (count: number): boolean => Buffer.byteLength(asText(newest(data, count))) <= LIMITS.message.filesBytes;
  const longest = Math.max(data.feedback.length, data.deeds.length);
  if (fits(longest)) return longest;
  let [most, tooMany] = [0, longest];
  while (tooMany - most > 1) {
    const middle = Math.floor((most + tooMany) / 2);
    if (fits(middle)) most = middle;
    else tooMany = middle;
  }
  return most;
}

function newest({ language, follows, feedback, deeds }: PersonalData, count: number): PersonalData {
  return { language, follows, feedback: feedback.slice(0, count), deeds: deeds.slice(0, count) };
}

function asText(data: PersonalData): string {
  return `${JSON.stringify(data, null, 2)}\n`;
}
