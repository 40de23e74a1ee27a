import type { Answer } from "../../src/domain/answer.ts";
import type { ActionContext } from "../../src/domain/command.ts";
import type { Reply } from "../../src/domain/reply.ts";
import { furtherReply } from "../../src/present/answers/further-reply.ts";
import { pageOf } from "../../src/present/text/pager.ts";
import { questionState } from "../../src/present/answers/question-title.ts";
import { shownPoints } from "../../src/present/answers/shown-points.ts";
import { evidenceBehind } from "../../src/present/answers/sources.ts";
import { answerAgain } from "./answering.ts";

const PAGE_SIZE = 5;
/** Passages that can be turned to: what comes after has hardly to do with the question. */
const MOST = 25;
/** How likely a passage without a word of the question has to be, beside the best of all, to be worth reading. */
const LIKELY = 0.1;

/**
 * A page of the passages that come next after those an answer shows, for the person who wants to see them.
 *
 * @param wanted number of the page, from 0; any other number leads to the nearest there is
 * @param state the question, as `questionState` writes it
 */
export function furtherPassages(context: ActionContext, wanted: number, state: readonly string[]): Promise<Reply> {
  return answerAgain(context, state, async ({ library, words }, answer) => {
    const seen = seenWith(answer);
    const found = await library.more(answer.question, { offset: 0, limit: MOST + seen.size });
    const further = found.hits
      .filter(({ sentence, matches, score }) => !seen.has(keyOf(sentence)) && (matches.length > 0 || score >= LIKELY))
      .slice(0, MOST);
    const pageNumber = pageOf(wanted, further.length, PAGE_SIZE);
    const start = pageNumber.page * PAGE_SIZE;
    const asked = answer.status === "unusable-question" ? [] : questionState(answer.question.text, answer.after);
    return furtherReply(words, answer.question.text, further.slice(start, start + PAGE_SIZE), {
      visibility: "private",
      total: further.length,
      newest: library.status().newest,
      pageNumber,
      pageRef: (page) => ({ command: "ask", action: "page", state: [String(page), ...asked] }),
      openRef: { command: "ask", action: "context", state: [] },
      refOf: (sentence) => library.refOf(sentence),
    });
  });
}

/** The sentences that an answer quotes, and those that its footnotes stand for. */
function seenWith(answer: Answer): ReadonlySet<string> {
  return new Set(evidenceBehind(shownPoints(answer)).map(({ sentence }) => keyOf(sentence)));
}

function keyOf({ article, start }: { readonly article: { readonly id: string }; readonly start: number }): string {
  return `${String(start)} ${article.id}`;
}
