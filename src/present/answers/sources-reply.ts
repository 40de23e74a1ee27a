import type { Article } from "../../domain/article.ts";
import type { ActionRef, Reply } from "../../domain/reply.ts";
import type { Words } from "../../domain/words.ts";
import { cut } from "../text/cut.ts";
import { escapeMarkdown, link } from "../text/markdown.ts";
import { type PageNumber, pageLabel, pagerRow } from "../text/pager.ts";
import { selectOption } from "../text/select-option.ts";
import { asOf, publishedOn, publisherOf } from "./sources.ts";

export interface SourcesSetting {
  readonly visibility: Reply["visibility"];
  readonly total: number;
  readonly newest: string | null;
  readonly pageNumber: PageNumber;
  readonly pageRef: (page: number) => ActionRef;
  /** What the list calls when an article is chosen. */
  readonly openRef: ActionRef;
}

/** A page of the list of articles, newest first. */
export function sourcesReply(words: Words, articles: readonly Article[], setting: SourcesSetting): Reply {
  const { pageNumber, total, newest } = setting;
  return {
    visibility: setting.visibility,
    outcome: "information",
    title: words.say("sources.title"),
    body: articles
      .map((article) => {
        const publisher = escapeMarkdown(publisherOf(article));
        return `**${publishedOn(words, article)}** · ${publisher}\n${link(cut(article.title, 150), article.url)}`;
      })
      .join("\n"),
    footer: [words.say("count.articles", { count: total }), pageLabel(words, pageNumber), asOf(words, newest)]
      .filter((part) => part !== "")
      .join(" · "),
    controls: [
      {
        type: "select",
        select: {
          placeholder: words.say("select.article"),
          action: setting.openRef,
          options: articles.map((article) =>
            selectOption(article.title, `${publisherOf(article)}, ${publishedOn(words, article)}`, article.id),
          ),
        },
      },
      ...pagerRow(words, pageNumber, setting.pageRef),
    ],
  };
}
