import type { Answer } from "../domain/answer.ts";
import type { AnswerChange } from "../domain/reading.ts";
import type { ActionButton, Reply } from "../domain/reply.ts";
import type { Words } from "../domain/words.ts";
import { type AnswerSetting, answerReply } from "./answer-reply.ts";
import { questionTitle } from "./question-title.ts";

/** What is told besides the answer. */
export interface ToldSetting extends Omit<AnswerSetting, "visibility" | "buttons" | "lead"> {
  readonly change: Exclude<AnswerChange, "same">;
  readonly buttons: readonly ActionButton[];
}

/** Tells somebody who follows a question what has become of its answer. */
export function toldReply(words: Words, answer: Answer, { change, buttons, ...setting }: ToldSetting): Reply {
  const lead = `**${words.say(`told.${change}`)}**`;
  const reply = answerReply(words, answer, { ...setting, visibility: "private", buttons, lead });
  return {
    ...reply,
    title: questionTitle(answer.question.text),
    // Also where there is nothing to be shown of an answer, one can stop following.
    controls: [{ type: "buttons", buttons }],
  };
}
