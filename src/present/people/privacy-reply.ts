import type { Policy } from "../../domain/command.ts";
import type { Reply } from "../../domain/reply.ts";
import type { Words } from "../../domain/words.ts";
import { privateNote } from "../text/note.ts";

/** What is kept, where, and for how long, as this bot is set up. */
export function privacyReply(words: Words, { questionDays, keptIn }: Policy): Reply {
  const lines = [
    words.say("privacy.read"),
    questionDays === 0 ? words.say("privacy.no-questions") : words.say("privacy.questions", { days: questionDays }),
    words.say("privacy.conversation"),
    words.say("privacy.feedback"),
    words.say("privacy.follows"),
    words.say("privacy.language"),
    words.say("privacy.deeds"),
    words.say(keptIn === "file" ? "privacy.in-file" : "privacy.in-database"),
    words.say("privacy.log"),
    words.say("privacy.yours"),
  ];
  return { ...privateNote(lines.map((line) => `- ${line}`).join("\n")), title: words.say("privacy.title") };
}
