import type { Article } from "../../domain/article.ts";
import type { Gap } from "../../domain/gap.ts";
import type { ActionRef, ControlRow, Reply } from "../../domain/reply.ts";
import type { Words } from "../../domain/words.ts";
import { cleanText } from "../text/clean.ts";
import { cut } from "../text/cut.ts";
import { type ListRoom, fittingList } from "../text/list-room.ts";
import { escapeMarkdown, quietLines } from "../text/markdown.ts";
import { paragraphs, privateNote } from "../text/note.ts";
import { type PageNumber, pageLabel, pagerRow } from "../text/pager.ts";
import { selectOption } from "../text/select-option.ts";
import { quoted } from "../text/words.ts";

/** How many gaps a page shows. */
export const GAPS_PER_PAGE = 5;
/** Other wordings shown of each. */
const MAX_ALSO = 2;

export interface GapsSetting {
  readonly pageNumber: PageNumber;
  readonly pageRef: (page: number) => ActionRef;
  /** What the list below calls with the id of the gap that is taken up. */
  readonly openRef: ActionRef;
  /** The article that answers a gap by now; null where none does. */
  readonly answeredBy: (gap: Gap) => Pick<Article, "title"> | null;
}

/**
 * A page of what people ask in vain: each question with its count and days, never who asked it.
 *
 * @param shown those of this page, at most {@link GAPS_PER_PAGE}; @param total of all pages
 */
export function gapsReply(words: Words, shown: readonly Gap[], total: number, setting: GapsSetting): Reply {
  const title = words.say("gaps.title");
  if (shown.length === 0) return { ...privateNote(escapeMarkdown(words.say("gaps.none"))), title };
  const footer = [words.say("count.gaps", { count: total }), pageLabel(words, setting.pageNumber)];
  return {
    visibility: "private",
    outcome: "information",
    title,
    body: fittingList((room) => paragraphs(shown.map((gap) => entry(words, gap, setting, room)))),
    footer: footer.filter((part) => part !== "").join(" · "),
    controls: [...openRow(words, shown, setting), ...pagerRow(words, setting.pageNumber, setting.pageRef)],
  };
}

function entry(words: Words, gap: Gap, { answeredBy }: GapsSetting, room: ListRoom): string {
  const also = gap.variants.slice(0, MAX_ALSO).map((text) => quoted(words, plain(text, room.line)));
  const answering = answeredBy(gap);
  const lines = [
    counted(words, gap),
    also.length === 0 ? "" : words.say("gaps.also", { questions: words.list(also, "and") }),
    answering === null
      ? ""
      : words.say("gaps.answered", { article: quoted(words, plain(answering.title, room.title)) }),
  ];
  return `**${escapeMarkdown(plain(gap.question, room.line))}**\n${quietLines(lines)}`;
}

/** "asked 4 times · 1 answer said to be not right · first: 2 Jan 2026, last: 9 Jan 2026". */
export function counted(words: Words, { times, badlyRated, firstDay, lastDay }: Gap): string {
  const [first, last] = [words.date(firstDay, "short"), words.date(lastDay, "short")];
  return [
    words.say("gaps.times", { count: times }),
    badlyRated === 0 ? "" : words.say("gaps.badly-rated", { count: badlyRated }),
    firstDay === lastDay ? words.say("gaps.day", { date: first }) : words.say("gaps.days", { first, last }),
  ]
    .filter((part) => part !== "")
    .join(" · ");
}

function openRow(words: Words, shown: readonly Gap[], { openRef }: GapsSetting): readonly ControlRow[] {
  const options = shown.map((gap) => selectOption(gap.question, words.say("gaps.times", { count: gap.times }), gap.id));
  return [{ type: "select", select: { placeholder: words.say("select.gap"), action: openRef, options } }];
}

function plain(text: string, room: number): string {
  return cut(cleanText(text).trim(), room);
}
