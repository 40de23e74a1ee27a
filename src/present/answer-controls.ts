import type { Answer } from "../domain/answer.ts";
import type { ActionButton, ActionRef, ControlRow, Reply } from "../domain/reply.ts";
import type { Words } from "../domain/words.ts";
import { questionState } from "./question-title.ts";

/** Whether an answer's message is seen by one person or by all, as it travels in an id. */
export const SEEN = { private: "p", public: "o" } as const satisfies Readonly<Record<Reply["visibility"], string>>;

/** What the buttons below an answer need besides it. */
export interface AnswerControls {
  readonly command: string;
  readonly visibility: Reply["visibility"];
  /** Refs of the sentences shown, in order. */
  readonly refs: readonly string[];
}

/**
 * What can be done with an answer: the first row to read on, the second to say what one thinks of it. Every button asks the
 * question again, so that it works after a restart and nothing in its id need be believed.
 */
export function answerControls(
  words: Words,
  answer: Answer,
  { command, visibility, refs }: AnswerControls,
): readonly ControlRow[] {
  if (answer.status === "unusable-question") return [];
  const state = questionState(answer.question.text, answer.after);
  const ref = (action: string, own: readonly string[] = state): ActionRef => ({ command, action, state: own });
  const readOn = [
    ...(refs.length === 0
      ? []
      : [button(words.say("button.context"), ref("context", refs)), button(words.say("button.more"), ref("more"))]),
    button(words.say("button.follow-up"), ref("follow-up", [SEEN[visibility], ...state])),
    button(words.say("button.why"), ref("why")),
    ...(visibility === "private" ? [button(words.say("button.share"), ref("share"))] : []),
  ];
  const judge = [
    ...(answer.status === "answered" ? [button(words.say("button.helpful"), ref("helpful"))] : []),
    button(words.say("button.not-right"), ref("not-right")),
    button(words.say("button.follow"), ref("follow")),
  ];
  return [
    { type: "buttons", buttons: readOn },
    { type: "buttons", buttons: judge },
  ];
}

function button(label: string, action: ActionRef): ActionButton {
  return { type: "action", label, action, disabled: false };
}
