import type { SearchPage } from "../domain/answer.ts";
import type { ActionRef, ControlRow, Reply } from "../domain/reply.ts";
import type { Sentence } from "../domain/sentence.ts";
import { cleanText } from "./clean.ts";
import { conditionsLine, withoutQuotesLine } from "./conditions.ts";
import { sentenceMarkdown, shortened } from "./evidence-markdown.ts";
import { escapeMarkdown, link, quietLines } from "./markdown.ts";
import { type PageNumber, pageLabel, pagerRow } from "./pager.ts";
import { selectOption } from "./select-option.ts";
import { asOf, countFound, publishedOn, publisherOf } from "./sources.ts";
import { nothingHolds, readAs, unusableQuestion } from "./words.ts";

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
export function searchReply(found: SearchPage, setting: SearchSetting): Reply {
  const { visibility, newest, pageNumber } = setting;
  if (found.unusable !== null) {
    return {
      visibility: "private",
      outcome: "information",
      title: null,
      body: escapeMarkdown(unusableQuestion(found.unusable)),
      footer: null,
      controls: [],
    };
  }
  const title = `Passages for “${cleanText(found.query).trim()}”`;
  const readings = quietLines([
    conditionsLine(found.conditions),
    ...found.corrections.map(({ asked, read }) => readAs(asked, read)),
  ]);
  if (found.hits.length === 0) {
    return {
      visibility,
      outcome: "not-in-articles",
      title,
      body: [`${nothingHolds(found.conditions)} Try fewer or other words; /sources lists the articles.`, readings]
        .filter((part) => part !== "")
        .join("\n\n"),
      footer: asOf(newest) || null,
      controls: [],
    };
  }
  const passages = found.hits.map((hit, place) => {
    const { article } = hit.sentence;
    const shown = shortened(hit, PASSAGE_LENGTH);
    return [
      `**${String(found.offset + place + 1)}.** ${sentenceMarkdown(shown, shown.matches)}`,
      `-# ${escapeMarkdown(publisherOf(article))}, ${link(article.title, article.url)}, ${publishedOn(article)}`,
    ].join("\n");
  });
  return {
    visibility,
    outcome: "information",
    title,
    body: [found.unquoted.length === 0 ? "" : escapeMarkdown(withoutQuotesLine(found.unquoted)), ...passages, readings]
      .filter((part) => part !== "")
      .join("\n\n"),
    footer: [countFound(found.total, found.totalIsExact, "passage"), pageLabel(pageNumber), asOf(newest)]
      .filter((part) => part !== "")
      .join(" · "),
    controls: [...openList(found, setting), ...pagerRow(pageNumber, setting.pageRef)],
  };
}

function openList(found: SearchPage, { openRef, refOf }: SearchSetting): readonly ControlRow[] {
  return [
    {
      type: "select",
      select: {
        placeholder: "Read a passage in its article",
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
