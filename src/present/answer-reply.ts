import type { Answer, Evidence, Point } from "../domain/answer.ts";
import type { ActionButton, Reply } from "../domain/reply.ts";
import { cleanText } from "./clean.ts";
import { conditionsLine } from "./conditions.ts";
import { cut } from "./cut.ts";
import { citedSentence, footnoteLine } from "./evidence-markdown.ts";
import { escapeMarkdown, quietLines } from "./markdown.ts";
import { asOf, foundation, footnotesOf } from "./sources.ts";
import { CLOSEST, NOT_IN_ARTICLES, readAs, unknownWords, unusableQuestion } from "./words.ts";

/** What an answer's reply needs besides the answer. */
export interface AnswerSetting {
  readonly visibility: Reply["visibility"];
  /** Date of the newest article, for the line that says how fresh the answer is. */
  readonly newest: string | null;
  /** Buttons below an answer or below the closest passages. */
  readonly buttons: readonly ActionButton[];
}

/** Longest question repeated above its answer. */
const TITLE_LENGTH = 120;
const MAX_UNKNOWN_WORDS = 3;

/** Says in Discord what the articles say, or that they do not. */
export function answerReply(answer: Answer, { visibility, newest, buttons }: AnswerSetting): Reply {
  const title = cut(cleanText(answer.question.text).trim(), TITLE_LENGTH);
  switch (answer.status) {
    case "answered": {
      return {
        visibility,
        outcome: "answered",
        title,
        body: paragraphs([withFootnotes(quoted(answer.points)), readings(answer)]),
        footer: foundation(quoted(answer.points), newest),
        controls: controlsOf(buttons),
      };
    }
    case "not-in-articles": {
      const unknown = answer.unknownWords.slice(0, MAX_UNKNOWN_WORDS);
      const closest = answer.closest.length > 0;
      return {
        visibility,
        outcome: "not-in-articles",
        title,
        body: paragraphs([
          [`**${NOT_IN_ARTICLES}**`, unknown.length > 0 ? escapeMarkdown(unknownWords(unknown)) : ""].join(" ").trim(),
          closest ? `${CLOSEST}\n\n${withFootnotes(quoted(answer.closest))}` : "",
          readings(answer),
        ]),
        footer: asOf(newest) || null,
        controls: closest ? controlsOf(buttons) : [],
      };
    }
    case "unusable-question": {
      return {
        visibility: "private",
        outcome: "information",
        title: null,
        body: escapeMarkdown(unusableQuestion(answer.reason)),
        footer: null,
        controls: [],
      };
    }
  }
}

function quoted(points: readonly Point[]): readonly Evidence[] {
  return points.map(({ evidence }) => evidence);
}

function withFootnotes(evidence: readonly Evidence[]): string {
  const footnotes = footnotesOf(evidence);
  const sentences = evidence.map((one) => citedSentence(one, footnotes));
  return `${sentences.join("\n\n")}\n\n${footnotes.map((footnote) => footnoteLine(footnote)).join("\n")}`;
}

/** How the question was read, in quiet lines, so that a misreading is seen. */
function readings({ conditions, corrections }: Exclude<Answer, { status: "unusable-question" }>): string {
  return quietLines([conditionsLine(conditions), ...corrections.map(({ asked, read }) => readAs(asked, read))]);
}

function paragraphs(parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join("\n\n");
}

function controlsOf(buttons: readonly ActionButton[]): Reply["controls"] {
  return buttons.length === 0 ? [] : [{ type: "buttons", buttons }];
}
