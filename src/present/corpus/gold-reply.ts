import type { GoldFailure, GoldQuestion, GoldResult, Regression, RunComparison } from "../../domain/gold.ts";
import type { ActionRef, Reply } from "../../domain/reply.ts";
import type { Words } from "../../domain/words.ts";
import { cleanText } from "../text/clean.ts";
import { cut } from "../text/cut.ts";
import { type ListRoom, fittingList } from "../text/list-room.ts";
import { escapeMarkdown, quietLines } from "../text/markdown.ts";
import { paragraphs, privateNote } from "../text/note.ts";
import { type PageNumber, pageLabel, pagerRow } from "../text/pager.ts";
import { quoted } from "../text/words.ts";

/** How many questions a page shows. */
export const GOLD_PER_PAGE = 4;
/** Articles and words named of each. */
const MAX_NAMED = 2;
const NAMED_LENGTH = 120;

export interface GoldSetting {
  readonly pageNumber: PageNumber;
  readonly pageRef: (page: number) => ActionRef;
  /** Title of an article, also of one that was withdrawn; null where it is not known. */
  readonly titleOf: (articleId: string) => string | null;
}

/** How the gold questions were answered. */
export interface GoldState {
  /** All of them. */
  readonly results: readonly GoldResult[];
  /** What changed since an earlier run; null where there was none. */
  readonly since: RunComparison | null;
}

/**
 * How many gold questions pass, and a page of them, those that fail first: why, what was answered, and which article did
 * it.
 */
export function goldReply(words: Words, { results, since }: GoldState, setting: GoldSetting): Reply {
  const title = words.say("gold.title");
  if (results.length === 0) return { ...privateNote(escapeMarkdown(words.say("gold.none"))), title };
  const failed = results.filter(({ failure }) => failure !== null);
  const from = setting.pageNumber.page * GOLD_PER_PAGE;
  const passed = results.filter(({ failure }) => failure === null);
  const shown = [...failed, ...passed].slice(from, from + GOLD_PER_PAGE);
  const mended = since?.mended.length ?? 0;
  const lead = [
    failed.length === 0
      ? words.say("gold.passed", { count: results.length })
      : words.say("gold.failed", { count: failed.length, total: results.length }),
    mended === 0 ? "" : words.say("gold.mended", { count: mended }),
  ];
  return {
    visibility: "private",
    outcome: failed.length === 0 ? "answered" : "failure",
    title,
    body: fittingList((room) =>
      paragraphs([
        escapeMarkdown(lead.join(" ").trim()),
        ...shown.map((result) => goldEntry(words, result, regressionOf(since, result), setting.titleOf, room)),
      ]),
    ),
    footer:
      [words.say("count.gold", { count: results.length }), pageLabel(words, setting.pageNumber)]
        .filter((part) => part !== "")
        .join(" · ") || null,
    controls: pagerRow(words, setting.pageNumber, setting.pageRef),
  };
}

/**
 * A gold question that was added, with what it expects.
 *
 * @param titleOf see {@link GoldSetting}
 */
export function goldAddedReply(words: Words, gold: GoldQuestion, titleOf: GoldSetting["titleOf"]): Reply {
  const holds = gold.contains.slice(0, MAX_NAMED).map((text) => quoted(words, plain(text, NAMED_LENGTH)));
  const cites = gold.articles.slice(0, MAX_NAMED).map((id) => quoted(words, plain(titleOf(id) ?? id, NAMED_LENGTH)));
  const lines = [
    words.say("gold.added", { question: asked(words, gold) }),
    words.say(gold.expect === "answered" ? "gold.expects-answered" : "gold.expects-silence"),
    cites.length === 0 ? "" : words.say("gold.cites", { article: words.list(cites, "or") }),
    holds.length === 0 ? "" : words.say("gold.holds", { words: words.list(holds, "and") }),
  ];
  return privateNote(escapeMarkdown(lines.filter((line) => line !== "").join(" ")));
}

export function goldRemovedReply(words: Words, gold: GoldQuestion): Reply {
  return privateNote(escapeMarkdown(words.say("gold.removed", { question: asked(words, gold) })));
}

function asked(words: Words, { question }: GoldQuestion): string {
  return quoted(words, plain(question, 300));
}

function regressionOf(since: RunComparison | null, { gold }: GoldResult): Regression | undefined {
  return since?.regressions.find(({ now }) => now.gold.id === gold.id);
}

/** One question: a line where it passed, else why it failed, what was answered, and which articles did it. */
export function goldEntry(
  words: Words,
  { gold, failure, shown }: GoldResult,
  regression: Regression | undefined,
  titleOf: GoldSetting["titleOf"],
  room: ListRoom,
): string {
  const question = escapeMarkdown(plain(gold.question, room.line));
  if (failure === null) return `✓ ${question}`;
  const named = (ids: readonly string[]): string =>
    words.list(
      ids.slice(0, MAX_NAMED).map((id) => quoted(words, plain(titleOf(id) ?? id, room.title))),
      "and",
    );
  const causes = (["added", "changed", "withdrawn"] as const).map((how) => {
    const ids = (regression?.causes ?? []).filter((cause) => cause.how === how).map(({ id }) => id);
    return ids.length === 0 ? "" : words.say(`gold.cause-${how}`, { articles: named(ids) });
  });
  const [first] = shown;
  return [
    `✗ **${question}**`,
    escapeMarkdown(why(words, failure, named, room)),
    first === undefined ? "" : `> ${escapeMarkdown(plain(first.text, room.sentence))}`,
    quietLines(causes),
  ]
    .filter((line) => line !== "")
    .join("\n");
}

function why(words: Words, failure: GoldFailure, named: (ids: readonly string[]) => string, room: ListRoom): string {
  switch (failure.id) {
    case "other-article":
      return words.say("gold.other-article", { articles: named(failure.expected) });
    case "words-missing": {
      const missing = failure.missing.slice(0, MAX_NAMED).map((text) => quoted(words, plain(text, room.title)));
      return words.say("gold.words-missing", { words: words.list(missing, "and") });
    }
    case "unusable":
    case "not-answered":
    case "answered-though-silent-expected":
      return words.say(`gold.${failure.id}`);
  }
}

function plain(text: string, room: number): string {
  return cut(cleanText(text).trim(), room);
}
