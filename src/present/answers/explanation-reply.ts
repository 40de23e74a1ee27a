import type { Answer } from "../../domain/answer.ts";
import type { Reply } from "../../domain/reply.ts";
import type { Words } from "../../domain/words.ts";
import { cut } from "../text/cut.ts";
import { explanationParts } from "./explanation.ts";
import { escapeMarkdown, quietLines } from "../text/markdown.ts";
import { questionTitle } from "./question-title.ts";
import { asOf } from "./sources.ts";
import { unusableQuestion } from "../text/words.ts";

/** Lines and headings of all parts together must fit into an embed, should every character have to be escaped. */
const LINE_LENGTH = 100;
const ESCAPED_LINE_LENGTH = 104;

/** Says why a question got the answer it gets, to the person who wants to know. */
export function explanationReply(words: Words, answer: Answer, newest: string | null): Reply {
  if (answer.status === "unusable-question") return note(escapeMarkdown(unusableQuestion(words, answer.reason)));
  const parts = explanationParts(words, answer).map(({ heading, lines }) =>
    [`**${heading}**`, ...lines.map((line) => `- ${escapedLine(line)}`)].join("\n"),
  );
  return {
    visibility: "private",
    outcome: "information",
    title: words.say(answer.status === "answered" ? "why.answered" : "why.silent"),
    body: [quietLines([cut(questionTitle(answer.question.text), LINE_LENGTH)]), ...parts].join("\n\n"),
    footer: asOf(words, newest) || null,
    controls: [],
  };
}

/** For a question that cannot be found back from its message. */
export function unrecoverableReply(words: Words): Reply {
  return note(words.say("why.unrecoverable"));
}

function escapedLine(line: string): string {
  const shown = escapeMarkdown(cut(line, LINE_LENGTH));
  return shown.length <= ESCAPED_LINE_LENGTH ? shown : escapeMarkdown(cut(line, LINE_LENGTH / 2));
}

function note(body: string): Reply {
  return { visibility: "private", outcome: "information", title: null, body, footer: null, controls: [] };
}
