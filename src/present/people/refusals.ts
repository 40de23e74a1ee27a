import type { Need } from "../../domain/command.ts";
import type { Reply } from "../../domain/reply.ts";
import type { Words } from "../../domain/words.ts";
import { escapeMarkdown, quietLines } from "../text/markdown.ts";
import { paragraphs, privateNote } from "../text/note.ts";

/** Told to a person who may not do something. */
export function needsStandingReply(words: Words, needed: Need): Reply {
  return privateNote(words.say(`refused.needs-${needed}`), "failure");
}

/** Told to a person who wants to do in direct messages what is about a server. */
export function needsServerReply(words: Words): Reply {
  return privateNote(words.say("refused.needs-server"), "failure");
}

/** Told to a person who may be a moderator or maintainer while nobody can tell. */
export function standingUnsureReply(words: Words, needed: Exclude<Need, "manager">): Reply {
  return privateNote(words.say(`refused.${needed}-unsure`), "failure");
}

/** Told to a maintainer of a server that the operator has not named. */
export function mayNotMaintainReply(words: Words): Reply {
  return privateNote(escapeMarkdown(mayNotMaintain(words)), "failure");
}

/** What keeps maintainers of a server from changing what is served, and what to do. Plain text. */
export function mayNotMaintain(words: Words): string {
  return words.say("refused.server-may-not-maintain", { key: "MAINTAINING_SERVERS" });
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
