import type { Evidence } from "../../domain/answer.ts";
import type { Reply } from "../../domain/reply.ts";
import type { Words } from "../../domain/words.ts";
import { sentenceMarkdown } from "../text/evidence-markdown.ts";
import { evidenceWithin, fittingList, footnoteLines } from "../text/list-room.ts";
import { paragraphs, privateNote } from "../text/note.ts";
import { type PassageListSetting, listFooter, passageControls } from "./passage-list.ts";
import { questionTitle } from "./question-title.ts";
import { footnotesOf, superscript } from "./sources.ts";

export interface FurtherSetting extends PassageListSetting {
  /** How many passages there are on all pages. */
  readonly total: number;
}

/** A page of passages that stand behind those of an answer: the question's words set off, never passed off as an answer. */
export function furtherReply(
  words: Words,
  question: string,
  hits: readonly Evidence[],
  setting: FurtherSetting,
): Reply {
  if (hits.length === 0) return privateNote(words.say("answer.no-more"));
  const { visibility, total, pageNumber, newest } = setting;
  const footnotes = footnotesOf(hits);
  const numberOf = (hit: Evidence): string =>
    superscript(footnotes.find(({ article }) => article.id === hit.sentence.article.id)?.number ?? 0);
  return {
    visibility,
    outcome: "information",
    title: questionTitle(question),
    body: fittingList((room) =>
      paragraphs([
        words.say("answer.more"),
        ...hits.map((hit) => {
          const shown = evidenceWithin(hit, room);
          return sentenceMarkdown(words, shown, shown.matches) + numberOf(hit);
        }),
        footnoteLines(words, footnotes, room),
      ]),
    ),
    footer: listFooter(words, words.say("count.passages", { count: total }), pageNumber, newest),
    controls: passageControls(words, hits, setting),
  };
}
