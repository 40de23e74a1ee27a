import type { Quote, QuotePage } from "../../domain/reading.ts";
import type { Reply } from "../../domain/reply.ts";
import type { Words } from "../../domain/words.ts";
import { cleanText } from "../text/clean.ts";
import { cut } from "../text/cut.ts";
import { sentenceMarkdown } from "../text/evidence-markdown.ts";
import { type ListRoom, fittingList, footnoteLines, pointWithin } from "../text/list-room.ts";
import { paragraphs, privateNote } from "../text/note.ts";
import { escapeMarkdown } from "../text/markdown.ts";
import { type PassageListSetting, listFooter, passageControls } from "./passage-list.ts";
import { questionTitle } from "./question-title.ts";
import { asOf, evidenceBehind, footnoteNumbers, footnotesOf, publishedOn, superscripts } from "./sources.ts";
import { withinSentence } from "../text/speaker.ts";
import { quoted } from "../text/words.ts";

/** Whose words, about what, as typed. */
export interface QuotesAsked {
  readonly by: string | null;
  readonly about: string | null;
}

/** Longest part of what was typed that is repeated in the title, in characters. */
const MAX_TYPED = 60;

/** A page of who said what. */
export function quoteReply(words: Words, asked: QuotesAsked, found: QuotePage, setting: PassageListSetting): Reply {
  const { visibility, newest, pageNumber } = setting;
  const title = questionTitle(titleOf(words, asked));
  if (found.quotes.length === 0) {
    return {
      visibility,
      outcome: "not-in-articles",
      title,
      body: `${words.say("quote.nothing")} ${words.say("quote.try-otherwise")}`,
      footer: asOf(words, newest) || null,
      controls: [],
    };
  }
  const evidence = found.quotes.map((quote) => quote.evidence);
  return {
    visibility,
    outcome: "information",
    title,
    body: fittingList((room) => spoken(words, found.quotes, room)),
    footer: listFooter(words, words.say("count.passages", { count: found.total }), pageNumber, newest),
    controls: passageControls(words, evidence, setting),
  };
}

/** For whoever asks for nobody's words about nothing. */
export function nothingAskedReply(words: Words): Reply {
  const by = quoted(words, words.say("command.quote.option.by.name"));
  const about = quoted(words, words.say("command.quote.option.about.name"));
  return privateNote(words.say("quote.neither", { by, about }));
}

function titleOf(words: Words, { by, about }: QuotesAsked): string {
  const speaker = cut(cleanText(by ?? "").trim(), MAX_TYPED);
  const topic = quoted(words, cut(cleanText(about ?? "").trim(), MAX_TYPED));
  if (about === null) return words.say("quote.title-by", { speaker });
  return by === null ? words.say("quote.title-about", { topic }) : words.say("quote.title-both", { speaker, topic });
}

/** Each with who says it, how, and when the article appeared. */
function spoken(words: Words, quotes: readonly Quote[], room: ListRoom): string {
  const shown = quotes.map(({ evidence, also, speaker, how }) => ({
    speakers: escapeMarkdown(cut(withinSentence(speaker), room.line)),
    how,
    point: pointWithin({ evidence, also, stance: null }, room),
  }));
  const footnotes = footnotesOf(evidenceBehind(shown.map(({ point }) => point)));
  return paragraphs([
    ...shown.map(({ speakers, how, point }) => {
      const { evidence } = point;
      const head = `**${words.say(`stance.${how}-by`, { speakers })}** · ${publishedOn(words, evidence.sentence.article)}`;
      const numbers = superscripts(footnoteNumbers(footnotes, [point]));
      return `${head}\n${sentenceMarkdown(words, evidence, evidence.matches)}${numbers}`;
    }),
    footnoteLines(words, footnotes, room),
  ]);
}
