import type { Article } from "../../domain/article.ts";
import type { Preview } from "../../domain/curator.ts";
import type { ParagraphChange, PlannedArticle, PlannedOutcome } from "../../domain/intake.ts";
import type { ActionButton, ActionRef, Attachment, Reply } from "../../domain/reply.ts";
import type { Words } from "../../domain/words.ts";
import { changesFile } from "./corpus-changes.ts";
import { doubtText, fieldName } from "./corpus-doubts.ts";
import { problemLines } from "./corpus-failure.ts";
import { articleNamed, shortText } from "./corpus-names.ts";
import { cutAtWord } from "../text/cut.ts";
import { fittingList } from "../text/list-room.ts";
import { escapeMarkdown, link, linkTarget, quietLines } from "../text/markdown.ts";
import { paragraphs } from "../text/note.ts";
import { type PageNumber, pageLabel, pagerRow } from "../text/pager.ts";
import { publishedOn, publisherOf } from "../answers/sources.ts";
import { labelled } from "../posts/summary-controls.ts";

/** Articles on a page of a list. */
export const PREVIEWED_PER_PAGE = 8;
const TITLE_LENGTH = 120;
const LINE_LENGTH = 200;
/** Characters of the text that are shown. */
const BEGINNING = 300;
const MOST_DOUBTS = 12;
const DOUBTS_BELOW_LIST = 4;
/** Characters of an address that is linked. */
const URL_LENGTH = 300;

/** What the buttons of a preview call. */
export interface PreviewSetting {
  readonly refTo: (action: "confirm" | "correct" | "discard") => ActionRef;
  readonly pageRef: (page: number) => ActionRef;
  readonly pageNumber: PageNumber;
  /** Plain text above it; empty for none. */
  readonly lead: string;
}

/** What adding would do, before anything is written: one article in full, or a page of several. */
export function previewReply(words: Words, preview: Preview, setting: PreviewSetting): Reply {
  const [only, ...others] = preview.planned;
  const isOne = only !== undefined && others.length === 0;
  return isOne ? single(words, only, preview, setting) : listed(words, preview, setting);
}

function single(words: Words, planned: PlannedArticle, { problems }: Preview, setting: PreviewSetting): Reply {
  const { article } = planned.draft;
  const { refTo, lead } = setting;
  const file = planned.outcome.type === "changed" ? changesFile(planned.outcome.body) : null;
  return {
    visibility: "private",
    outcome: problems.length === 0 ? "answered" : "not-in-articles",
    title: shortText(article.title, TITLE_LENGTH),
    body: fittingList((room) =>
      paragraphs([
        escapeMarkdown(lead),
        aboutArticle(words, article, Math.min(LINE_LENGTH, room.line)),
        `> ${escapeMarkdown(cutAtWord(shortText(article.body, BEGINNING * 2), BEGINNING))}`,
        `**${escapeMarkdown(outcomeText(words, planned.outcome))}**`,
        problems.length === 0
          ? ""
          : `${escapeMarkdown(words.say("preview.doubts"))}\n${doubts(words, problems, room.line)}`,
      ]),
    ),
    footer: words.say("preview.nothing-yet"),
    controls: [
      {
        type: "buttons",
        buttons: [
          ...(planned.outcome.type === "unchanged" ? [] : [strong(words, "button.add-article", refTo("confirm"))]),
          labelled(words, "button.correct", refTo("correct")),
          labelled(words, "button.discard", refTo("discard")),
        ],
      },
    ],
    ...attached(file),
  };
}

/** Who published it, when, in which language, how long it is, and where it stands. */
function aboutArticle(words: Words, article: Article, length: number): string {
  const { authors, url, language, body } = article;
  const size = { words: wordCount(body), paragraphs: body.split(/\n{2,}/u).length };
  const facts = [shortText(publisherOf(article), length), publishedOn(words, article)];
  return [
    escapeMarkdown(facts.join(" · ")),
    authors.length === 0
      ? ""
      : words.say("article.by", { authors: escapeMarkdown(shortText(authors.join(", "), length)) }),
    addressLine(words, url, length),
    escapeMarkdown(`${shortText(words.languageName(language), length)} · ${words.say("preview.size", size)}`),
  ]
    .filter((line) => line !== "")
    .join("\n");
}

/** The address itself, so that one sees where it leads; linked where there is room. */
function addressLine(words: Words, url: string | null, length: number): string {
  if (url === null) return escapeMarkdown(words.say("article.no-address"));
  const label = shortText(url, length);
  return (linkTarget(url) ?? "").length <= URL_LENGTH ? link(label, url) : escapeMarkdown(label);
}

function wordCount(text: string): number {
  return text.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
}

function outcomeText(words: Words, outcome: PlannedOutcome): string {
  switch (outcome.type) {
    case "new":
      return words.say("preview.new");
    case "unchanged":
      return words.say("preview.unchanged", { article: articleNamed(words, outcome.existing) });
    case "changed": {
      const fields = words.list(
        outcome.fields.map((field) => fieldName(words, field)),
        "and",
      );
      const changed = words.say("preview.changed", { article: articleNamed(words, outcome.existing), fields });
      const added = countOf(outcome.body, "added");
      const removed = countOf(outcome.body, "removed");
      return added + removed === 0 ? changed : `${changed} ${words.say("preview.paragraphs", { added, removed })}`;
    }
    case "reprint":
      return words.say("preview.reprint", {
        article: articleNamed(words, outcome.of),
        share: words.percent(outcome.similarity),
      });
  }
}

function countOf(changes: readonly ParagraphChange[], type: ParagraphChange["type"]): number {
  return changes.filter((change) => change.type === type).length;
}

/** Each doubt on a line of small print. */
function doubts(words: Words, problems: Preview["problems"], length: number): string {
  const more = problems.length - MOST_DOUBTS;
  return quietLines([
    ...problems.slice(0, MOST_DOUBTS).map((problem) => shortText(doubtText(words, problem), length)),
    more > 0 ? words.say("preview.more", { count: more }) : "",
  ]);
}

function listed(words: Words, { planned, problems }: Preview, setting: PreviewSetting): Reply {
  const { pageNumber, pageRef, refTo, lead } = setting;
  const from = pageNumber.page * PREVIEWED_PER_PAGE;
  const shown = planned.slice(from, from + PREVIEWED_PER_PAGE);
  const isAnything = planned.some(({ outcome }) => outcome.type !== "unchanged");
  const entry = ({ draft, outcome }: PlannedArticle, room: number): string => {
    const { article } = draft;
    const facts = [words.say(`preview.mark-${outcome.type}`), publisherOf(article), publishedOn(words, article)];
    return `**${escapeMarkdown(shortText(article.title, room))}**\n${quietLines([shortText(facts.join(" · "), room)])}`;
  };
  return {
    visibility: "private",
    outcome: problems.length === 0 ? "answered" : "not-in-articles",
    title: words.say("preview.title", { count: planned.length }),
    body: fittingList((room) =>
      paragraphs([
        escapeMarkdown(lead),
        escapeMarkdown(marks(words, planned)),
        shown.map((one) => entry(one, room.title)).join("\n"),
        problems.length === 0
          ? ""
          : `${escapeMarkdown(words.say("preview.doubts"))}\n${problemLines(words, problems, DOUBTS_BELOW_LIST, room.line)}`,
      ]),
    ),
    footer: [words.say("preview.nothing-yet"), pageLabel(words, pageNumber)].filter((part) => part !== "").join(" · "),
    controls: [
      ...pagerRow(words, pageNumber, pageRef),
      {
        type: "buttons",
        buttons: [
          ...(isAnything ? [strong(words, "button.add-articles", refTo("confirm"))] : []),
          labelled(words, "button.discard", refTo("discard")),
        ],
      },
    ],
    ...attached(changesOfAll(planned)),
  };
}

/** "new: 8 · here already: 2". */
function marks(words: Words, planned: readonly PlannedArticle[]): string {
  return (["new", "changed", "reprint", "unchanged"] as const)
    .map((type) => ({ type, count: planned.filter(({ outcome }) => outcome.type === type).length }))
    .filter(({ count }) => count > 0)
    .map(({ type, count }) => `${words.say(`preview.mark-${type}`)}: ${words.number(count)}`)
    .join(" · ");
}

/** What changes in all of them, one after the other. */
function changesOfAll(planned: readonly PlannedArticle[]): Attachment | null {
  const changes = planned.flatMap(({ draft, outcome }): readonly ParagraphChange[] =>
    outcome.type === "changed" ? [{ type: "same", text: `# ${draft.article.id}` }, ...outcome.body] : [],
  );
  return changesFile(changes);
}

function strong(words: Words, label: "button.add-article" | "button.add-articles", action: ActionRef): ActionButton {
  return { ...labelled(words, label, action), weight: "strong" };
}

function attached(file: Attachment | null): Pick<Reply, "attachments"> {
  return file === null ? {} : { attachments: [file] };
}
