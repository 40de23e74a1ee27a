import type { Command, OptionSpecs } from "../src/domain/command.ts";
import type { ActionButton } from "../src/domain/reply.ts";
import { answerReply } from "../src/present/answer-reply.ts";
import { questionChoices } from "../src/present/choices.ts";
import { explanationReply, unrecoverableReply } from "../src/present/explanation-reply.ts";
import { LIMITS } from "../src/present/limits.ts";
import { passageReply } from "../src/present/passage-reply.ts";
import { questionFrom, questionState } from "../src/present/question-title.ts";
import { shownPoints } from "../src/present/shown-points.ts";

const options = {
  question: {
    type: "text",
    required: true,
    maxLength: 300,
    autocomplete: true,
  },
  private: { type: "flag", required: false },
} as const satisfies OptionSpecs;

/** Sentences shown on either side of a quoted one. */
const CONTEXT_RADIUS = 2;

export default {
  name: "ask",
  options,

  async run({ library, words }, args) {
    const answer = await library.ask({ text: args.question, context: [] });
    const refs = shownPoints(answer).map(({ evidence }) => library.refOf(evidence.sentence));
    const why = button(words.say("button.why"), "why", questionState(args.question));
    return answerReply(words, answer, {
      visibility: args.private === true ? "private" : "public",
      newest: library.status().newest,
      languages: library.status().event.languages,
      buttons: refs.length === 0 ? [why] : [button(words.say("button.context"), "context", refs), why],
    });
  },

  complete({ library }, _option, typed) {
    const proposals = library.completeQuestion(typed, LIMITS.autocomplete.choices);
    return Promise.resolve(questionChoices(typed, proposals, options.question.maxLength));
  },

  actions: {
    /** Shows what stands around the quoted sentences. State: their refs. */
    context({ library, words }, refs) {
      const passages = refs.flatMap((ref) => library.passage(ref, CONTEXT_RADIUS) ?? []);
      return Promise.resolve({ place: "new", reply: passageReply(words, passages) });
    },

    /** Says why the question got its answer, asking it again. State: the question, as far as it has room. */
    async why({ library, words, shown: { title } }, state) {
      const question = questionFrom(state, title);
      if (question === null) return { place: "new", reply: unrecoverableReply(words) };
      const answer = await library.ask({ text: question, context: [] });
      return { place: "new", reply: explanationReply(words, answer, library.status().newest) };
    },
  },
} as const satisfies Command<typeof options>;

function button(label: string, action: string, state: readonly string[]): ActionButton {
  return { type: "action", label, action: { command: "ask", action, state }, disabled: false };
}
