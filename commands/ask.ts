import type { Command, OptionSpecs } from "../src/domain/command.ts";
import type { ActionRef } from "../src/domain/reply.ts";
import { SEEN, visibilityOf } from "../src/present/answers/answer-controls.ts";
import { FIELDS, followUpForm, reasonForm, shareNotYoursReply } from "../src/present/answers/answer-forms.ts";
import { questionChoices } from "../src/present/text/choices.ts";
import { explanationReply } from "../src/present/answers/explanation-reply.ts";
import { LIMITS } from "../src/present/text/limits.ts";
import { questionFrom } from "../src/present/answers/question-title.ts";
import { staysPrivateReply } from "../src/present/people/refusals.ts";
import { visibilityFor } from "../src/present/text/visibility.ts";
import { answerAgain, answerNow, shownReply } from "./ask/answering.ts";
import { followQuestion } from "./ask/follow-question.ts";
import { furtherPassages } from "./ask/further-passages.ts";
import { judgeAnswer } from "./ask/judge-answer.ts";
import { passagesInContext } from "./opening/passages-in-context.ts";

const options = {
  question: {
    type: "text",
    required: true,
    maxLength: 300,
    autocomplete: true,
  },
  private: { type: "flag", required: false },
} as const satisfies OptionSpecs;

/** Sentences whose surroundings are shown at once; an answer quotes no more. */
const MOST_PASSAGES = 4;

/**
 * Where an action's state is "the question", it is as `questionState` writes it. All that buttons show is private, but for
 * what is shared and for the answer to a question that follows up a public one.
 */
export default {
  name: "ask",
  options,

  run(context, args) {
    const question = { text: args.question, context: context.conversation.context };
    return answerNow(context, question, visibilityFor(context.publicity, args.private));
  },

  complete({ library }, _option, typed) {
    const proposals = library.completeQuestion(typed, LIMITS.autocomplete.choices);
    return Promise.resolve(questionChoices(typed, proposals, options.question.maxLength));
  },

  actions: {
    /** Shows what stands around sentences. State, or the value chosen: their refs. */
    context(context, refs) {
      return passagesInContext(context, [...refs, ...context.values].slice(0, MOST_PASSAGES));
    },

    /** Says why the question got its answer. State: the question. */
    async why(context, state) {
      const reply = await answerAgain(context, state, ({ words, library }, answer) =>
        explanationReply(words, answer, library.status().newest),
      );
      return { place: "new", reply };
    },

    /** Shows further passages. State: the question. */
    async more(context, state) {
      return { place: "new", reply: await furtherPassages(context, 0, state) };
    },

    /** Turns the page of further passages. State: page number, the question. */
    async page(context, [page = "0", ...state]) {
      const reply = await furtherPassages(context, Number(page), state);
      return { place: context.byAsker ? "update" : "new", reply };
    },

    /** Posts what one person was answered for all to see; asked anew, so that nothing forged is. State: the question. */
    async share(context, state) {
      const { words, byAsker, publicity } = context;
      if (!byAsker) return { place: "new", reply: shareNotYoursReply(words) };
      if (!publicity.allowed) return { place: "new", reply: staysPrivateReply(words) };
      const reply = await answerAgain(context, state, (context, answer) =>
        shownReply(context, answer, "public", words.say("answer.shared")),
      );
      return { place: "new", reply };
    },

    /** Opens a form for the next question. State: who sees the answer, the question. */
    "follow-up"({ words }, state) {
      return Promise.resolve({
        place: "form",
        form: followUpForm(words, ref("next", state), options.question.maxLength),
      });
    },

    /** Answers what was filled in. State: who sees the answer, the question before. */
    async next(context, [seen = SEEN.private, ...state]) {
      const { conversation, fields, shown, publicity } = context;
      const before = questionFrom(state, shown.title);
      const turns = before === null ? conversation.context : [...before.context, before.text, ""];
      const question = { text: fields[FIELDS.question] ?? "", context: turns };
      const visibility = publicity.allowed ? visibilityOf(seen) : "private";
      return { place: "new", reply: await answerNow(context, question, visibility) };
    },

    /** Keeps that an answer helped. State: the corpus's version, the refs shown. */
    async helpful(context, state) {
      return { place: "new", reply: await judgeAnswer(context, state, "helpful", null) };
    },

    /** Opens a form for what is wrong. State: the corpus's version, the refs shown. */
    "not-right"({ words }, state) {
      return Promise.resolve({ place: "form", form: reasonForm(words, ref("reason", state)) });
    },

    /** Keeps what is wrong with an answer. State: the corpus's version, the refs shown. */
    async reason(context, state) {
      const reason = context.fields[FIELDS.reason] ?? "";
      return { place: "new", reply: await judgeAnswer(context, state, "not-right", reason) };
    },

    /** Has the person told when the answer changes. State: the question. */
    async follow(context, state) {
      return { place: "new", reply: await answerAgain(context, state, followQuestion) };
    },
  },
} as const satisfies Command<typeof options>;

function ref(action: string, state: readonly string[]): ActionRef {
  return { command: "ask", action, state };
}
