import type { Answer } from "../../domain/answer.ts";
import type { AnswerChange } from "../../domain/reading.ts";
import type { ActionButton, ActionRef, Reply } from "../../domain/reply.ts";
import type { Words } from "../../domain/words.ts";
import { type AnswerSetting, answerReply } from "./answer-reply.ts";
import { questionTitle } from "./question-title.ts";

/** What is told besides the answer. */
export interface ToldSetting extends Omit<AnswerSetting, "visibility" | "controls" | "lead"> {
  readonly change: Exclude<AnswerChange, "same">;
  /** Shows what stands around the quoted sentences, as its state names them. */
  readonly context: ActionRef;
  readonly stop: ActionRef;
}

/** Tells somebody who follows a question what has become of its answer. */
export function toldReply(words: Words, answer: Answer, { change, context, stop, ...setting }: ToldSetting): Reply {
  const lead = `**${words.say(`told.${change}`)}**`;
  const buttons = [
    ...(context.state.length === 0 ? [] : [button(words.say("button.context"), context)]),
    button(words.say("button.stop-following"), stop),
  ];
  const controls = [{ type: "buttons", buttons }] as const;
  const reply = answerReply(words, answer, { ...setting, visibility: "private", controls, lead });
  // Also where there is nothing to be shown of an answer, one can stop following.
  return { ...reply, title: questionTitle(answer.question.text), controls };
}

function button(label: string, action: ActionRef): ActionButton {
  return { type: "action", label, action, disabled: false };
}
