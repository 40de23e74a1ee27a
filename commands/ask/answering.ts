import type { Answer, Question } from "../../src/domain/answer.ts";
import type { ActionContext, CommandContext } from "../../src/domain/command.ts";
import type { Reply } from "../../src/domain/reply.ts";
import { answerControls } from "../../src/present/answers/answer-controls.ts";
import { answerReply } from "../../src/present/answers/answer-reply.ts";
import { unrecoverableReply } from "../../src/present/answers/explanation-reply.ts";
import { quietLines } from "../../src/present/text/markdown.ts";
import { questionFrom, questionState } from "../../src/present/answers/question-title.ts";
import { shownPoints } from "../../src/present/answers/shown-points.ts";

/** Characters of an ISO 8601 instant that are its day. */
const DAY_LENGTH = "2026-01-31".length;

/** Answers what somebody asks just now, and remembers it: in the conversation, and without who asked in the store. */
export async function answerNow(
  context: CommandContext,
  question: Question,
  visibility: Reply["visibility"],
): Promise<Reply> {
  const answer = await answerToKeep(context, question);
  if (answer.status !== "unusable-question") {
    // What was asked in private must not turn up under the next answer, which all may see.
    if (visibility === "public") remember(context, answer);
    note(context, answer);
  }
  return shownReply(context, answer, visibility);
}

/**
 * Asks the question of a pressed message again: after a restart there is nothing else, and nothing in an id need be
 * believed.
 */
export async function answerAgain(
  context: ActionContext,
  state: readonly string[],
  show: (context: ActionContext, answer: Answer) => Reply | Promise<Reply>,
): Promise<Reply> {
  const question = questionFrom(state, context.shown.title);
  if (question === null) return unrecoverableReply(context.words);
  return show(context, await context.library.ask(question));
}

/**
 * An answer as a reply with its buttons.
 *
 * @param remark plain text above it, in small print; empty for none
 */
export function shownReply(
  { library, words }: CommandContext,
  answer: Answer,
  visibility: Reply["visibility"],
  remark = "",
): Reply {
  const { newest, event, corpusVersion, daysSinceNewest } = library.status();
  const refs = shownPoints(answer).map(({ evidence }) => library.refOf(evidence.sentence));
  return answerReply(words, answer, {
    visibility,
    newest,
    corpusVersion,
    daysSinceNewest,
    lead: quietLines([remark]),
    languages: event.languages,
    independentSources: (articles) => library.independentSources(articles),
    controls: answerControls(words, answer, { command: "ask", visibility, refs, corpusVersion }),
  });
}

/**
 * The answer; where it leans on more than its buttons can carry, the one that leans on the question before alone, so that
 * they find it back.
 */
async function answerToKeep({ library }: CommandContext, question: Question): Promise<Answer> {
  const answer = await library.ask(question);
  if (answer.status === "unusable-question" || answer.after.length < 2) return answer;
  const [how] = questionState(question.text, answer.after);
  const last = answer.after.at(-1);
  return how !== "-" || last === undefined ? answer : library.ask({ text: question.text, context: [last, ""] });
}

type Given = Exclude<Answer, { readonly status: "unusable-question" }>;

function remember({ conversation }: CommandContext, answer: Given): void {
  const first = answer.status === "answered" ? answer.points[0]?.evidence.sentence.text : undefined;
  conversation.add({ question: answer.question.text, answer: first ?? "" });
}

/** The answer does not wait for the store; what could not be kept is a loss to nobody but the statistics. */
function note({ library, store, who, policy }: CommandContext, answer: Given): void {
  if (policy.questionDays === 0) return;
  void store.addQuestion({
    text: answer.question.text,
    server: who.server,
    event: library.status().event.id,
    outcome: answer.status,
    confidence: answer.confidence,
    corpusVersion: library.status().corpusVersion,
    day: new Date().toISOString().slice(0, DAY_LENGTH),
  });
}
