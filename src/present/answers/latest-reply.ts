import type { LatestPage } from "../../domain/reading.ts";
import type { ActionRef, Reply } from "../../domain/reply.ts";
import type { Words } from "../../domain/words.ts";
import { cut } from "../text/cut.ts";
import { dated } from "../text/dates.ts";
import { sentenceMarkdown } from "../text/evidence-markdown.ts";
import { type ListRoom, addressWithin, evidenceWithin, fittingList } from "../text/list-room.ts";
import { paragraphs, privateNote } from "../text/note.ts";
import { escapeMarkdown, link } from "../text/markdown.ts";
import { type PageNumber, pagerRow } from "../text/pager.ts";
import { listFooter } from "./passage-list.ts";
import { selectOption } from "../text/select-option.ts";
import { publishedOn, publisherOf } from "./sources.ts";
import { quoted } from "../text/words.ts";

export interface LatestSetting {
  readonly visibility: Reply["visibility"];
  /** Date of the newest article; null where none is dated. */
  readonly newest: string | null;
  readonly pageNumber: PageNumber;
  readonly pageRef: (page: number) => ActionRef;
  /** What the list calls when an article is chosen. */
  readonly openRef: ActionRef;
}

/** Longest date, as typed, that is repeated whole, in characters. */
const MAX_TYPED = 60;

/** A page of what is new, or that nothing is and how new the newest is. */
export function latestReply(words: Words, found: LatestPage, setting: LatestSetting): Reply {
  const { visibility, newest, pageNumber } = setting;
  const { since, articles } = found;
  const title =
    since === null ? words.say("latest.title") : words.say("latest.title-since", dated(words, since, "long"));
  if (articles.length === 0) {
    const nothing = since === null ? "" : words.say("latest.nothing", dated(words, since, "long"));
    const known =
      newest === null ? words.say("latest.undated") : words.say("latest.newest", dated(words, newest, "long"));
    const body = `${nothing} ${known}`.trim();
    return { visibility, outcome: "not-in-articles", title, body, footer: null, controls: [] };
  }
  return {
    visibility,
    outcome: "information",
    title,
    body: fittingList((room) => paragraphs(articles.map((one) => entry(words, one, room)))),
    footer: listFooter(words, words.say("count.articles", { count: found.total }), pageNumber, newest),
    controls: [
      {
        type: "select",
        select: {
          placeholder: words.say("select.article"),
          action: setting.openRef,
          options: articles.map(({ article }) =>
            selectOption(article.title, `${publisherOf(article)}, ${publishedOn(words, article)}`, article.id),
          ),
        },
      },
      ...pagerRow(words, pageNumber, setting.pageRef),
    ],
  };
}

/** For what was typed as a day and is none. */
export function unreadableDayReply(words: Words, typed: string): Reply {
  const shown = quoted(words, cut(typed, MAX_TYPED));
  return privateNote(escapeMarkdown(words.say("latest.unreadable", { typed: shown })));
}

function entry(words: Words, { article, lead }: LatestPage["articles"][number], room: ListRoom): string {
  return [
    `**${publishedOn(words, article)}** · ${escapeMarkdown(cut(publisherOf(article), room.title))}`,
    link(cut(article.title, room.title), addressWithin(article, room)),
    sentenceMarkdown(words, evidenceWithin(lead, room), []),
  ].join("\n");
}
