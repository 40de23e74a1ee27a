import type { Answer } from "../domain/answer.ts";
import type { AnswerChange } from "../domain/reading.ts";
import type { ActionButton, Reply } from "../domain/reply.ts";
import type { Words } from "../domain/words.ts";
import { type AnswerSetting, answerReply } from "./answer-reply.ts";
import { questionTitle } from "./question-title.ts";

/** What is told besides the answer. */
export interface ToldSetting extends Omit<AnswerSetting, "visibility" | "controls" | "lead"> {
  readonly change: Exclude<AnswerChange, "same">;
  readonly buttons: readonly ActionButton[];
}

/** Tells somebody who follows a question what has become of its answer. */
export function toldReply(words: Words, answer: Answer, { change, buttons, ...setting }: ToldSetting): Reply {
  const lead = `**${words.say(`told.${change}`)}**`;
  const controls = [{ type: "buttons", buttons }] as const;
  const reply = answerReply(words, answer, { ...setting, visibility: "private", controls, lead });
  // Also where there is nothing to be shown of an answer, one can stop following.
  return { ...reply, title: questionTitle(answer.question.text), controls };
}
