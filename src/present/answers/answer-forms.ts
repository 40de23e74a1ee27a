import type { ActionRef, Form, Reply } from "../../domain/reply.ts";
import type { Words } from "../../domain/words.ts";
import { privateNote } from "../text/note.ts";

/** Characters of a reason. */
export const REASON_LENGTH = 300;
/** Names of the fields of forms. */
export const FIELDS = { reason: "reason", question: "question" } as const;

/** Asks what is wrong with an answer; the reason may be left out. */
export function reasonForm(words: Words, action: ActionRef): Form {
  const label = words.say("form.reason");
  return {
    title: words.say("form.not-right"),
    action,
    fields: [{ name: FIELDS.reason, label, lines: "several", required: false, maxLength: REASON_LENGTH, value: null }],
  };
}

/** Asks for the next question of a conversation. */
export function followUpForm(words: Words, action: ActionRef, maxLength: number): Form {
  const label = words.say("form.question");
  return {
    title: words.say("form.follow-up"),
    action,
    fields: [{ name: FIELDS.question, label, lines: "one", required: true, maxLength, value: null }],
  };
}

/** Thanks somebody for what they said of an answer, and says what is kept, and for how long. */
export function thanksReply(words: Words, withReason: boolean): Reply {
  const kept = words.say(withReason ? "feedback.kept-reason" : "feedback.kept");
  return privateNote(`${words.say("feedback.thanks")} ${kept}`);
}

/** Said to somebody who would share what another person was answered. */
export function shareNotYoursReply(words: Words): Reply {
  return privateNote(words.say("answer.share-not-yours"));
}

/** Says that somebody follows a question now, where the notice will come, and how to stop. */
export function followedReply(words: Words, stop: ActionRef): Reply {
  return {
    ...privateNote(words.say("follow.done")),
    controls: [
      {
        type: "buttons",
        buttons: [{ type: "action", label: words.say("button.stop-following"), action: stop, disabled: false }],
      },
    ],
  };
}

/** Said to somebody who follows as many questions as one can. */
export function followingFullReply(words: Words): Reply {
  return privateNote(words.say("follow.full"));
}
