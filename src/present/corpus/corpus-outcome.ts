import type { Article } from "../../domain/article.ts";
import type { Confirmation, ReloadOutcome } from "../../domain/curator.ts";
import type { KeptArticle, RefusedArticle } from "../../domain/keeping.ts";
import type { Reply } from "../../domain/reply.ts";
import type { Words } from "../../domain/words.ts";
import { fittingParagraphs } from "./corpus-room.ts";
import { keepingText, problemLines } from "./corpus-failure.ts";
import { articleNamed, shortText, titled } from "./corpus-names.ts";
import { goldEntry } from "./gold-reply.ts";
import type { ListRoom } from "../text/list-room.ts";
import { escapeMarkdown } from "../text/markdown.ts";
import { paragraphs, privateNote } from "../text/note.ts";
import { commandName } from "../text/words.ts";

const ARTICLES_SHOWN = 5;
const REGRESSIONS_SHOWN = 2;
const FILLED_SHOWN = 4;
const FILES_SHOWN = 3;
const EVENTS_SHOWN = 10;
/** How much of a version is said. */
const VERSION_LENGTH = 7;

/** What is known beside an outcome. */
export interface OutcomeSetting {
  /** Title of an article, by its id; null where it is not known. */
  readonly titleOf: (id: string) => string | null;
  /** Whether it was written into the server's log. */
  readonly isLogged: boolean;
}

/** What became of articles that were confirmed, and of what is served. */
export function confirmedReply(words: Words, confirmation: Confirmation, setting: OutcomeSetting): Reply {
  const { kept, refused, reload } = confirmation;
  const isWhole = refused.length === 0 && reload?.type !== "refused";
  return outcomeReply(words, isWhole, (room) => [
    articleLines(words, kept, refused, room),
    reload === null ? escapeMarkdown(words.say("served.nothing")) : reloadLines(words, reload, setting, room),
    setting.isLogged ? "" : escapeMarkdown(words.say("kept.not-logged")),
  ]);
}

/** What became of one article that was taken out or put back. @param how what was done with it */
export function movedReply(
  words: Words,
  how: "withdrawn" | "restored",
  article: Pick<Article, "title" | "publisher" | "agency">,
  reload: ReloadOutcome | null,
  setting: OutcomeSetting,
): Reply {
  return outcomeReply(words, reload?.type !== "refused", (room) => [
    escapeMarkdown(words.say(`kept.${how}`, { article: articleNamed(words, article, room.title) })),
    reload === null ? "" : reloadLines(words, reload, setting, room),
    setting.isLogged ? "" : escapeMarkdown(words.say("kept.not-logged")),
  ]);
}

/** What came of loading the articles of all events again. */
export function reloadedReply(
  words: Words,
  outcomes: readonly ReloadOutcome[],
  titleOf: OutcomeSetting["titleOf"],
): Reply {
  const isWhole = outcomes.every(({ type }) => type !== "refused");
  const reply = outcomeReply(words, isWhole, (room) =>
    outcomes
      .slice(0, EVENTS_SHOWN)
      .map(
        (one) =>
          `**${escapeMarkdown(titled(words, one.name, room.title))}**\n${reloadLines(words, one, { titleOf }, room)}`,
      ),
  );
  return { ...reply, title: words.say("served.title") };
}

/** What is served after the articles were loaded again: Markdown, a paragraph for each thing worth knowing. */
export function reloadLines(
  words: Words,
  outcome: ReloadOutcome,
  { titleOf }: Pick<OutcomeSetting, "titleOf">,
  room: ListRoom,
): string {
  if (outcome.type === "dropped") return escapeMarkdown(words.say("served.dropped"));
  const { problems } = outcome;
  return paragraphs([
    outcome.type === "served" ? servedLine(words, outcome) : refusedLine(words, outcome),
    regressionLines(words, outcome, titleOf, room),
    outcome.type === "served" ? filledLines(words, outcome, titleOf, room) : "",
    problems.length === 0
      ? ""
      : `${escapeMarkdown(words.say("served.left-out", { count: problems.length }))}\n${problemLines(words, problems, FILES_SHOWN, room.line)}`,
  ]);
}

type Served = Extract<ReloadOutcome, { readonly type: "served" }>;
type Refused = Extract<ReloadOutcome, { readonly type: "refused" }>;

function servedLine(words: Words, { articles, version, added, changed, withdrawn }: Served): string {
  const now = words.say("served.now", { count: articles, version: version.slice(0, VERSION_LENGTH) });
  const changes = { added: added.length, changed: changed.length, withdrawn: withdrawn.length };
  return escapeMarkdown(`${now} ${words.say("served.changes", changes)}`);
}

function refusedLine(words: Words, { why }: Refused): string {
  const command = commandName(words, "corpus", "reload");
  return why.id === "gold"
    ? words.say("served.refused-gold", { command })
    : escapeMarkdown(words.say("served.refused-failed"));
}

function regressionLines(
  words: Words,
  outcome: Served | Refused,
  titleOf: OutcomeSetting["titleOf"],
  room: ListRoom,
): string {
  const regressions =
    outcome.type === "served" ? outcome.regressions : outcome.why.id === "gold" ? outcome.why.regressions : [];
  if (regressions.length === 0) return "";
  return paragraphs([
    escapeMarkdown(words.say("served.regressions", { count: regressions.length })),
    ...regressions.slice(0, REGRESSIONS_SHOWN).map((one) => goldEntry(words, one.now, one, titleOf, room)),
  ]);
}

function filledLines(words: Words, { filled }: Served, titleOf: OutcomeSetting["titleOf"], room: ListRoom): string {
  if (filled.length === 0) return "";
  const lines = filled.slice(0, FILLED_SHOWN).map(({ gap, articleIds: [first = ""] }) => {
    const question = titled(words, gap.question, room.line);
    return `- ${escapeMarkdown(`${question}: ${titled(words, titleOf(first) ?? first, room.title)}`)}`;
  });
  return [escapeMarkdown(words.say("served.filled", { count: filled.length })), ...lines].join("\n");
}

function articleLines(
  words: Words,
  kept: readonly KeptArticle[],
  refused: readonly RefusedArticle[],
  room: ListRoom,
): string {
  // What was refused is told first: it is what somebody has to do something about.
  const lines = [
    ...refused.map(({ article, failure }) =>
      words.say("kept.refused", {
        article: articleNamed(words, article, room.title),
        why: keepingText(words, failure, shortText(article.title, room.title)),
      }),
    ),
    ...kept.map(({ article, outcome }) =>
      words.say(`kept.${outcome}`, { article: articleNamed(words, article, room.title) }),
    ),
  ];
  const more = lines.length - ARTICLES_SHOWN;
  const shown = [...lines.slice(0, ARTICLES_SHOWN), ...(more > 0 ? [words.say("kept.more", { count: more })] : [])];
  return shown.map((line) => escapeMarkdown(line)).join("\n");
}

function outcomeReply(words: Words, isWhole: boolean, parts: (room: ListRoom) => readonly string[]): Reply {
  const body = fittingParagraphs((room) => paragraphs(parts(room)));
  return { ...privateNote(body, isWhole ? "answered" : "failure"), title: words.say("kept.title") };
}
