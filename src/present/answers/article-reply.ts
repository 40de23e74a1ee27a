import type { Article } from "../../domain/article.ts";
import type { ActionRef, Reply } from "../../domain/reply.ts";
import type { Words } from "../../domain/words.ts";
import { cut } from "../text/cut.ts";
import { cleanText } from "../text/clean.ts";
import { escapeMarkdown, link } from "../text/markdown.ts";
import { type PageNumber, pageLabel, pageOf, pagerRow } from "../text/pager.ts";
import { publisherOf } from "./sources.ts";
import { quoted } from "../text/words.ts";

export interface ArticleSetting {
  readonly visibility: Reply["visibility"];
  readonly page: number;
  /** What the article is a reprint of, where that is in the corpus. */
  readonly origin: Article | undefined;
  readonly pageRef: (page: number) => ActionRef;
}

/** How much of an article one page shows, in characters of its body: a phone's screen or two. */
const PAGE_LENGTH = 1_600;

/** One article: who published it, when and where, then its text, a page at a time. */
export function articleReply(
  words: Words,
  article: Article,
  { visibility, page, origin, pageRef }: ArticleSetting,
): Reply {
  const bodyPages = pagesOf(article.body);
  const pageNumber: PageNumber = pageOf(page, bodyPages.length, 1);
  const about = [
    `${escapeMarkdown(publisherOf(article))} · ${publicationDate(words, article)}`,
    article.authors.length === 0
      ? ""
      : words.say("article.by", { authors: escapeMarkdown(article.authors.join(", ")) }),
    article.url === null ? words.say("article.no-address") : link(words.say("article.original"), article.url),
    origin === undefined ? "" : `-# ${reprintLine(words, origin)}`,
    article.kind === "brief" ? `-# ${words.say("article.brief")}` : "",
    article.note === null ? "" : `-# ${words.say("article.note", { note: escapeMarkdown(article.note) })}`,
  ].filter((line) => line !== "");
  return {
    visibility,
    outcome: "information",
    title: cut(cleanText(article.title).trim(), 120),
    body: `${about.join("\n")}\n\n${bodyPages[pageNumber.page] ?? ""}`,
    footer: [article.id, pageLabel(words, pageNumber)].filter((part) => part !== "").join(" · "),
    controls: pagerRow(words, pageNumber, pageRef),
  };
}

/** For a name that no article has, typed by hand or gone since it was proposed. */
export function noSuchArticleReply(words: Words, wanted: string): Reply {
  return {
    visibility: "private",
    outcome: "information",
    title: null,
    body: words.say("article.none", { wanted: quoted(words, escapeMarkdown(cut(wanted, 100))) }),
    footer: null,
    controls: [],
  };
}

function reprintLine(words: Words, origin: Article): string {
  const title = quoted(words, escapeMarkdown(cut(cleanText(origin.title).trim(), 120)));
  return words.say("article.reprint", { title, publisher: escapeMarkdown(publisherOf(origin)) });
}

function publicationDate(words: Words, { published }: Article): string {
  return published === null ? words.say("source.undated") : words.date(published, "long");
}

/** The body as escaped Markdown, whole paragraphs together as long as they fit a page. */
function pagesOf(body: string): readonly string[] {
  const pages: string[][] = [];
  let length = Number.POSITIVE_INFINITY;
  for (const paragraph of body.split(/\n{2,}/u).flatMap((text) => slices(text))) {
    if (length + paragraph.length > PAGE_LENGTH) {
      pages.push([]);
      length = 0;
    }
    pages.at(-1)?.push(escapeMarkdown(paragraph).trim());
    length += paragraph.length;
  }
  return pages.map((paragraphs) => paragraphs.join("\n\n"));
}

/** A paragraph longer than a page, in pieces that end at a space where there is one. */
function slices(paragraph: string): readonly string[] {
  return (
    paragraph.match(
      new RegExp(String.raw`[\s\S]{1,${String(PAGE_LENGTH)}}(?=\s|$)|[\s\S]{1,${String(PAGE_LENGTH)}}`, "gu"),
    ) ?? []
  );
}
