import type { Command, OptionSpecs } from "../src/domain/command.ts";
import type { Answer, Point } from "../src/domain/answer.ts";
import { answerReply } from "../src/present/answer-reply.ts";
import { questionChoices } from "../src/present/choices.ts";
import { LIMITS } from "../src/present/limits.ts";
import { passageReply } from "../src/present/passage-reply.ts";

const options = {
  question: {
    type: "text",
    description: "What you want to know, in your own words",
    required: true,
    maxLength: 300,
    autocomplete: true,
  },
  private: { type: "flag", description: "Only you see the answer", required: false },
} as const satisfies OptionSpecs;

/** Sentences shown on either side of a quoted one. */
const CONTEXT_RADIUS = 2;

export default {
  name: "ask",
  description: "Ask a question; the answer comes from the articles, with its sources",
  options,

  async run({ library }, args) {
    const answer = await library.ask({ text: args.question, context: [] });
    const refs = shown(answer).map(({ evidence }) => library.refOf(evidence.sentence));
    return answerReply(answer, {
      visibility: args.private === true ? "private" : "public",
      newest: library.status().newest,
      buttons: [
        {
          type: "action",
          label: "Context",
          action: { command: "ask", action: "context", state: refs },
          disabled: false,
        },
      ],
    });
  },

  complete({ library }, _option, typed) {
    const proposals = library.completeQuestion(typed, LIMITS.autocomplete.choices);
    return Promise.resolve(questionChoices(typed, proposals, options.question.maxLength));
  },

  actions: {
    /** Shows what stands around the quoted sentences. State: their refs. */
    context({ library }, refs) {
      const passages = refs.flatMap((ref) => library.passage(ref, CONTEXT_RADIUS) ?? []);
      return Promise.resolve({ place: "new", reply: passageReply(passages) });
    },
  },
} as const satisfies Command<typeof options>;

function shown(answer: Answer): readonly Point[] {
  switch (answer.status) {
    case "answered": {
      return answer.points;
    }
    case "not-in-articles": {
      return answer.closest;
    }
    case "unusable-question": {
      return [];
    }
  }
}
