import type { SearchPage } from "../../domain/answer.ts";
import type { ActionRef, ControlRow, Reply } from "../../domain/reply.ts";
import type { Sentence } from "../../domain/sentence.ts";
import type { Words } from "../../domain/words.ts";
import { cleanText } from "../text/clean.ts";
import { conditionsLine, withoutQuotesLine } from "./conditions.ts";
import { sentenceMarkdown, shortened } from "../text/evidence-markdown.ts";
import { escapeMarkdown, link, quietLines } from "../text/markdown.ts";
import { type PageNumber, pageLabel, pagerRow } from "../text/pager.ts";
import { selectOption } from "../text/select-option.ts";
import { asOf, countFound, publishedOn, publisherOf } from "./sources.ts";
import { nothingHolds, quoted, readAs, unusableQuestion } from "../text/words.ts";

export interface SearchSetting {
  readonly visibility: Reply["visibility"];
  readonly newest: string | null;
  readonly pageNumber: PageNumber;
  readonly pageRef: (page: number) => ActionRef;
  /** What the list under the passages calls when one is chosen. */
  readonly openRef: ActionRef;
  readonly refOf: (sentence: Sentence) => string;
}

/** A passage of a page of five may take this much, so that all fit. */
const PASSAGE_LENGTH = 420;

/** A page of ranked passages, each with its source, with buttons to turn the page and a list to open one. */
export function searchReply(words: Words, found: SearchPage, setting: SearchSetting): Reply {
  const { visibility, newest, pageNumber } = setting;
  if (found.unusable !== null) {
    return {
      visibility: "private",
      outcome: "information",
      title: null,
      body: escapeMarkdown(unusableQuestion(words, found.unusable)),
      footer: null,
      controls: [],
    };
  }
  const title = words.say("search.title", { words: quoted(words, cleanText(found.query).trim()) });
  const readings = quietLines([
    conditionsLine(words, found.conditions),
    ...found.corrections.map(({ asked, read }) => readAs(words, asked, read)),
  ]);
  if (found.hits.length === 0) {
    return {
      visibility,
      outcome: "not-in-articles",
      title,
      body: [`${nothingHolds(words, found.conditions)} ${words.say("search.try-otherwise")}`, readings]
        .filter((part) => part !== "")
        .join("\n\n"),
      footer: asOf(words, newest) || null,
      controls: [],
    };
  }
  const passages = found.hits.map((hit, place) => {
    const { article } = hit.sentence;
    const shown = shortened(hit, PASSAGE_LENGTH);
    return [
      `**${String(found.offset + place + 1)}.** ${sentenceMarkdown(words, shown, shown.matches)}`,
      `-# ${escapeMarkdown(publisherOf(article))}, ${link(article.title, article.url)}, ${publishedOn(words, article)}`,
    ].join("\n");
  });
  return {
    visibility,
    outcome: "information",
    title,
    body: [
      found.unquoted.length === 0 ? "" : escapeMarkdown(withoutQuotesLine(words, found.unquoted)),
      ...passages,
      readings,
    ]
      .filter((part) => part !== "")
      .join("\n\n"),
    footer: [countFound(words, found), pageLabel(words, pageNumber), asOf(words, newest)]
      .filter((part) => part !== "")
      .join(" · "),
    controls: [...openList(words, found, setting), ...pagerRow(words, pageNumber, setting.pageRef)],
  };
}

function openList(words: Words, found: SearchPage, { openRef, refOf }: SearchSetting): readonly ControlRow[] {
  return [
    {
      type: "select",
      select: {
        placeholder: words.say("select.passage"),
        action: openRef,
        options: found.hits.map(({ sentence }, place) =>
          selectOption(
            `${String(found.offset + place + 1)}. ${sentence.text}`,
            publisherOf(sentence.article),
            refOf(sentence),
          ),
        ),
      },
    },
  ];
}
