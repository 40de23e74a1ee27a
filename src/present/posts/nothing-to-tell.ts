import type { NothingToTell } from "../../domain/digest.ts";
import type { Reply } from "../../domain/reply.ts";
import type { Words } from "../../domain/words.ts";
import { cut } from "../text/cut.ts";
import { dated } from "../text/dates.ts";
import { citedPoint } from "../text/evidence-markdown.ts";
import { fittingList, footnoteLines, pointWithin } from "../text/list-room.ts";
import { escapeMarkdown } from "../text/markdown.ts";
import { paragraphs } from "../text/note.ts";
import { asOf, evidenceBehind, footnotesOf } from "../answers/sources.ts";
import { unknownWords, unusableQuestion } from "../text/words.ts";

const MAX_UNKNOWN_WORDS = 3;
/** Longest word of the topic that is repeated whole, in characters. */
const MAX_WORD = 40;

/** Says that there is nothing to retell, and why; the nearest passages come along, as no answer. */
export function nothingToTellReply(
  words: Words,
  nothing: NothingToTell,
  { title, newest }: { readonly title: string; readonly newest: string | null },
): Reply {
  return {
    visibility: "private",
    outcome: nothing.status === "unusable-topic" ? "information" : "not-in-articles",
    title: nothing.status === "unusable-topic" ? null : title,
    body: bodyOf(words, nothing),
    footer: nothing.status === "unusable-topic" ? null : asOf(words, newest) || null,
    controls: [],
  };
}

function bodyOf(words: Words, nothing: NothingToTell): string {
  switch (nothing.status) {
    case "unusable-topic":
      return escapeMarkdown(unusableQuestion(words, nothing.reason));
    case "nothing-then":
      return escapeMarkdown(
        nothing.newest === null
          ? words.say("retelling.nothing-then")
          : words.say("retelling.nothing-then-newest", { date: dated(words, nothing.newest, "long").date }),
      );
    case "not-in-articles": {
      const { closest } = nothing;
      const unknown = nothing.unknownWords.slice(0, MAX_UNKNOWN_WORDS).map((word) => cut(word, MAX_WORD));
      const silence = `**${escapeMarkdown(words.say("answer.silence"))}**`;
      return fittingList((room) => {
        const shown = closest.map((point) => pointWithin(point, room));
        const footnotes = footnotesOf(evidenceBehind(shown));
        return paragraphs([
          unknown.length === 0 ? silence : `${silence} ${escapeMarkdown(unknownWords(words, unknown))}`,
          shown.length > 0 ? words.say("answer.closest") : "",
          ...shown.map((point) => citedPoint(words, point, footnotes)),
          footnoteLines(words, footnotes, room),
        ]);
      });
    }
  }
}
