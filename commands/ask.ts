import type { Answer, Question } from "../src/domain/answer.ts";
import type { ActionContext, ActionResult, Command, CommandContext, OptionSpecs } from "../src/domain/command.ts";
import type { ActionRef, Reply } from "../src/domain/reply.ts";
import type { Feedback } from "../src/domain/store.ts";
import { SEEN, answerControls } from "../src/present/answer-controls.ts";
import { answerReply } from "../src/present/answer-reply.ts";
import { questionChoices } from "../src/present/choices.ts";
import { explanationReply, unrecoverableReply } from "../src/present/explanation-reply.ts";
import { storeUnavailableReply } from "../src/present/failures.ts";
import {
  FIELDS,
  REASON_LENGTH,
  followUpForm,
  followedReply,
  followingFullReply,
  reasonForm,
  thanksReply,
} from "../src/present/feedback-reply.ts";
import { LIMITS } from "../src/present/limits.ts";
import { pageOf } from "../src/present/pager.ts";
import { passageReply } from "../src/present/passage-reply.ts";
import { questionFrom, questionState, questionTitle } from "../src/present/question-title.ts";
import { searchReply } from "../src/present/search-reply.ts";
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
const PAGE_SIZE = 5;
/** Characters of an ISO 8601 instant that are its day. */
const DAY_LENGTH = "2026-01-31".length;

export default {
  name: "ask",
  options,

  run(context, args) {
    const { conversation } = context;
    return asked(
      context,
      { text: args.question, context: conversation.context },
      args.private === true ? "private" : "public",
    );
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

    /** Says why the question got its answer, asking it again. State: the question, as `questionState` writes it. */
    why(context, state) {
      return again(context, state, async ({ library, words }, answer) => ({
        place: "new",
        reply: explanationReply(words, answer, library.status().newest),
      }));
    },

    /** Shows further passages, for the person who presses. State: the question. */
    more(context, state) {
      return passages(context, 0, state, "new");
    },

    /** Turns the page of further passages. State: page number, the question. */
    page(context, [page = "0", ...state]) {
      return passages(context, Number(page), state, "update");
    },

    /** Shows a private answer to everybody. State: the question. */
    share(context, state) {
      return again(context, state, async ({ words }, answer) => ({
        place: "new",
        reply: told(context, answer, "public", words.say("answer.shared")),
      }));
    },

    /** Opens a form for the next question. State: who sees the answer, the question before. */
    "follow-up"({ words }, state) {
      const form = followUpForm(words, ref("ask-after", state), options.question.maxLength);
      return Promise.resolve({ place: "form", form });
    },

    /** Answers what was filled in. State: who sees the answer, the question before. */
    async "ask-after"(context, [seen, ...state]) {
      const { words, fields, shown } = context;
      const before = questionFrom(state, shown.title);
      if (before === null) return { place: "new", reply: unrecoverableReply(words) };
      const text = (fields[FIELDS.question] ?? "").slice(0, options.question.maxLength);
      const question = { text, context: [...before.context, before.text, ""] };
      return { place: "new", reply: await asked(context, question, seen === SEEN.private ? "private" : "public") };
    },

    /** Keeps that an answer helped. State: the question. */
    helpful(context, state) {
      return judged(context, state, "helpful", null);
    },

    /** Opens a form for what is wrong. State: the question. */
    "not-right"({ words }, state) {
      return Promise.resolve({ place: "form", form: reasonForm(words, ref("reason", state)) });
    },

    /** Keeps what is wrong with an answer. State: the question. */
    reason(context, state) {
      const reason = (context.fields[FIELDS.reason] ?? "").trim().slice(0, REASON_LENGTH);
      return judged(context, state, "not-right", reason === "" ? null : reason);
    },

    /** Has the person told when the answer changes. State: the question. */
    follow(context, state) {
      return again(context, state, async ({ library, words, store, who }, answer) => {
        const kept = await store.follow({
          person: who.person,
          question: answer.question.text,
          context: answer.question.context,
          seen: library.fingerprint(answer),
          language: words.language,
          since: new Date().toISOString(),
        });
        if (!kept.ok) return { place: "new", reply: storeUnavailableReply(words) };
        if (kept.value === "full") return { place: "new", reply: followingFullReply(words) };
        const stop: ActionRef = { command: "following", action: "end", state: [kept.value.id] };
        return { place: "new", reply: followedReply(words, stop) };
      });
    },
  },
} as const satisfies Command<typeof options>;

function ref(action: string, state: readonly string[]): ActionRef {
  return { command: "ask", action, state };
}

/** Answers a question that somebody asked just now, and remembers it: in the conversation, and without a name in the store. */
async function asked(context: CommandContext, question: Question, visibility: Reply["visibility"]): Promise<Reply> {
  const { library, conversation, store, who } = context;
  const answer = await library.ask(question);
  if (answer.status !== "unusable-question") {
    const [first] = shownPoints(answer);
    const isAnswered = answer.status === "answered";
    conversation.add({ question: question.text, answer: isAnswered ? (first?.evidence.sentence.text ?? "") : "" });
    // The answer does not wait for the store; what could not be kept is a loss to nobody but the statistics.
    void store.addQuestion({
      text: question.text,
      server: who.server,
      outcome: answer.status,
      confidence: answer.confidence,
      corpusVersion: library.status().corpusVersion,
      day: new Date().toISOString().slice(0, DAY_LENGTH),
    });
  }
  return told(context, answer, visibility);
}

/** An answer as a reply with its buttons. */
function told({ library, words }: CommandContext, answer: Answer, visibility: Reply["visibility"], lead = ""): Reply {
  const { newest, event, corpusVersion, daysSinceNewest } = library.status();
  return answerReply(words, answer, {
    visibility,
    newest,
    lead,
    corpusVersion,
    daysSinceNewest,
    languages: event.languages,
    independentSources: (articles) => library.independentSources(articles),
    controls: answerControls(words, answer, { command: "ask", visibility, refs: refsOf(library, answer) }),
  });
}

function refsOf(library: CommandContext["library"], answer: Answer): readonly string[] {
  return shownPoints(answer).map(({ evidence }) => library.refOf(evidence.sentence));
}

/** Asks the question of a pressed message again and goes on with its answer. */
async function again(
  context: ActionContext,
  state: readonly string[],
  goOn: (context: ActionContext, answer: Answer) => Promise<ActionResult>,
): Promise<ActionResult> {
  const question = questionFrom(state, context.shown.title);
  if (question === null) return { place: "new", reply: unrecoverableReply(context.words) };
  return goOn(context, await context.library.ask(question));
}

/** A page of passages ranked as for the answer, after those that it showed. */
function passages(
  context: ActionContext,
  wanted: number,
  state: readonly string[],
  place: "new" | "update",
): Promise<ActionResult> {
  return again(context, state, async ({ library, words }, answer) => {
    const shown = shownPoints(answer).length;
    const { total } = await library.more(answer.question, { offset: 0, limit: 1 });
    const pageNumber = pageOf(wanted, Math.max(0, total - shown), PAGE_SIZE);
    const found = await library.more(answer.question, {
      offset: shown + pageNumber.page * PAGE_SIZE,
      limit: PAGE_SIZE,
    });
    const after = answer.status === "unusable-question" ? [] : answer.after;
    const reply = searchReply(words, found, {
      visibility: "private",
      newest: library.status().newest,
      pageNumber,
      pageRef: (page) => ref("page", [String(page), ...questionState(answer.question.text, after)]),
      openRef: { command: "search", action: "open", state: [] },
      refOf: (sentence) => library.refOf(sentence),
    });
    return { place, reply: { ...reply, title: questionTitle(answer.question.text) } };
  });
}

/** Keeps what somebody thinks of an answer. */
function judged(
  context: ActionContext,
  state: readonly string[],
  verdict: Feedback["verdict"],
  reason: string | null,
): Promise<ActionResult> {
  return again(context, state, async ({ library, words, store, who }, answer) => {
    const kept = await store.addFeedback({
      person: who.person,
      server: who.server,
      question: answer.question.text,
      verdict,
      reason,
      shown: refsOf(library, answer),
      corpusVersion: library.status().corpusVersion,
      at: new Date().toISOString(),
    });
    return { place: "new", reply: kept.ok ? thanksReply(words) : storeUnavailableReply(words) };
  });
}
