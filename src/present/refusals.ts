import type { Standing } from "../domain/command.ts";
import type { Reply } from "../domain/reply.ts";
import type { Words } from "../domain/words.ts";
import { quietLines } from "./markdown.ts";
import { paragraphs, privateNote } from "./note.ts";

/** Told to a person who may not do something. */
export function needsStandingReply(words: Words, needed: Exclude<Standing, "member">): Reply {
  return privateNote(words.say(`refused.needs-${needed}`), "failure");
}

/** Told to a person who wants to do in direct messages what is about a server. */
export function needsServerReply(words: Words): Reply {
  return privateNote(words.say("refused.needs-server"), "failure");
}

/** Told to a person who may be a moderator while nobody can tell. */
export function standingUnsureReply(words: Words): Reply {
  return privateNote(words.say("refused.standing-unsure"), "failure");
}

/** Told to a person who wants to show all an answer in a channel where none is shown to all. */
export function staysPrivateReply(words: Words): Reply {
  return privateNote(words.say("refused.stays-private"));
}

/** The reply for nobody's eyes but the person's who wanted all to see it, with a line that says so. */
export function keptPrivateReply(words: Words, reply: Reply): Reply {
  return {
    ...reply,
    visibility: "private",
    body: paragraphs([quietLines([words.say("refused.stays-private")]), reply.body]),
  };
}
