import type { ActionRef, Reply } from "../../domain/reply.ts";
import type { Forgotten } from "../../domain/store.ts";
import type { Words } from "../../domain/words.ts";
import { paragraphs, privateNote } from "../text/note.ts";

/** Asks whether all that is kept about somebody is to go. */
export function forgetReply(words: Words, kept: Forgotten, questionDays: number, confirm: ActionRef): Reply {
  return {
    ...privateNote(
      paragraphs([
        `${words.say("forget.what", { things: thingsOf(words, kept) })} ${words.say("forget.sure")}`,
        nameless(words, kept),
        anonymous(words, questionDays),
      ]),
    ),
    title: words.say("forget.title"),
    controls: [
      {
        type: "buttons",
        buttons: [
          { type: "action", label: words.say("button.forget"), action: confirm, disabled: false, weight: "strong" },
        ],
      },
    ],
  };
}

/** Says what has gone. */
export function forgottenReply(words: Words, gone: Forgotten, questionDays: number): Reply {
  return privateNote(
    paragraphs([
      words.say("forget.done", { things: thingsOf(words, gone) }),
      nameless(words, gone),
      anonymous(words, questionDays),
    ]),
  );
}

/** Said to somebody who wants to confirm for another. */
export function notYoursReply(words: Words): Reply {
  return privateNote(words.say("forget.not-yours"));
}

function thingsOf(words: Words, { follows, feedback, language }: Forgotten): string {
  const things = [
    follows > 0 ? words.say("forget.follows", { count: follows }) : "",
    feedback > 0 ? words.say("forget.feedback", { count: feedback }) : "",
    language ? words.say("forget.language") : "",
    words.say("forget.conversation"),
  ];
  return words.list(
    things.filter((thing) => thing !== ""),
    "and",
  );
}

/** What stays in the logs of servers; empty where nothing does. */
function nameless(words: Words, { deeds }: Forgotten): string {
  return deeds === 0 ? "" : words.say("forget.deeds", { count: deeds });
}

/** Why questions stay; empty where none are kept. */
function anonymous(words: Words, questionDays: number): string {
  return questionDays === 0 ? "" : words.say("forget.anonymous", { days: questionDays });
}
