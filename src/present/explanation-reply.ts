import type { Answer } from "../domain/answer.ts";
import type { Reply } from "../domain/reply.ts";
import { cut } from "./cut.ts";
import { explanationParts } from "./explanation.ts";
import { WHY } from "./explanation-words.ts";
import { escapeMarkdown, quietLines } from "./markdown.ts";
import { questionTitle } from "./question-title.ts";
import { asOf } from "./sources.ts";
import { unusableQuestion } from "./words.ts";

/** Lines and headings of all parts together must fit into an embed, should every character have to be escaped. */
const LINE_LENGTH = 100;
const ESCAPED_LINE_LENGTH = 104;

/** Says why a question got the answer it gets, to the person who wants to know. */
export function explanationReply(answer: Answer, newest: string | null): Reply {
  if (answer.status === "unusable-question") return note(escapeMarkdown(unusableQuestion(answer.reason)));
  const parts = explanationParts(answer).map(({ heading, lines }) =>
    [`**${heading}**`, ...lines.map((line) => `- ${escapedLine(line)}`)].join("\n"),
  );
  return {
    visibility: "private",
    outcome: "information",
    title: answer.status === "answered" ? WHY.answered : WHY.silent,
    body: [quietLines([cut(questionTitle(answer.question.text), LINE_LENGTH)]), ...parts].join("\n\n"),
    footer: asOf(newest) || null,
    controls: [],
  };
}

/** For a question that cannot be found back from its message. */
export function unrecoverableReply(): Reply {
  return note(WHY.unrecoverable);
}

function escapedLine(line: string): string {
  const shown = escapeMarkdown(cut(line, LINE_LENGTH));
  return shown.length <= ESCAPED_LINE_LENGTH ? shown : escapeMarkdown(cut(line, LINE_LENGTH / 2));
}

function note(body: string): Reply {
  return { visibility: "private", outcome: "information", title: null, body, footer: null, controls: [] };
}
