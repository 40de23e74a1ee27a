import type { Reply } from "../domain/reply.ts";
import type { PersonalData } from "../domain/store.ts";
import type { Words } from "../domain/words.ts";
import { LIMITS } from "./limits.ts";
import { paragraphs, privateNote } from "./note.ts";

const FILE_NAME = "footnote-data.json";

/** What is kept about somebody, as a file; the oldest feedback is left out where a file cannot hold it all. */
export function exportReply(words: Words, data: PersonalData): Reply {
  const { language, follows, feedback, deeds } = data;
  if (language === null && follows.length === 0 && feedback.length === 0 && deeds.length === 0) {
    return privateNote(words.say("export.nothing"));
  }
  const kept = mostThatFit(data);
  const part = kept === feedback.length ? "" : words.say("export.part", { kept, all: feedback.length });
  return {
    ...privateNote(paragraphs([words.say("export.what"), part])),
    attachments: [{ name: FILE_NAME, text: asText(data, kept) }],
  };
}

/** How many entries of feedback, the newest first, a file has room for. */
function mostThatFit(data: PersonalData): number {
  const fits = (count: number): boolean => Buffer.byteLength(asText(data, count)) <= LIMITS.message.filesBytes;
  let [most, tooMany] = [0, data.feedback.length + 1];
  if (fits(data.feedback.length)) return data.feedback.length;
  while (tooMany - most > 1) {
    const middle = Math.floor((most + tooMany) / 2);
    if (fits(middle)) most = middle;
    else tooMany = middle;
  }
  return most;
}

function asText({ language, follows, feedback, deeds }: PersonalData, count: number): string {
  return `${JSON.stringify({ language, follows, feedback: feedback.slice(0, count), deeds }, null, 2)}\n`;
}
