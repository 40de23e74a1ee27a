import type { CorpusState } from "../../domain/curator.ts";
import type { Reply } from "../../domain/reply.ts";
import type { Words } from "../../domain/words.ts";
import { shortText } from "./corpus-names.ts";
import { fittingParagraphs } from "./corpus-room.ts";
import { problemLines } from "./corpus-failure.ts";
import { reloadLines } from "./corpus-outcome.ts";
import { goldEntry } from "./gold-reply.ts";
import type { ListRoom } from "../text/list-room.ts";
import { escapeMarkdown } from "../text/markdown.ts";
import { momentMarkdown } from "../text/moment.ts";
import { paragraphs } from "../text/note.ts";
import { asOf } from "../answers/sources.ts";

const PUBLISHERS_SHOWN = 5;
const FILES_SHOWN = 5;
const FAILED_SHOWN = 2;
const NAME_LENGTH = 60;
const TITLE_LENGTH = 120;

/** How a corpus is: what there is, what was left out, how the last attempt to load it and the gold questions went. */
export function corpusStatusReply(
  words: Words,
  state: CorpusState,
  newest: string | null,
  titleOf: (id: string) => string | null,
): Reply {
  const isWell =
    state.problems.length === 0 && state.last?.type !== "refused" && (state.gold?.failed.length ?? 0) === 0;
  return {
    visibility: "private",
    outcome: isWell ? "answered" : "failure",
    title: shortText(state.name, TITLE_LENGTH),
    body: fittingParagraphs((room) =>
      paragraphs([
        counted(words, state, newest),
        versionLine(words, state),
        problemsText(words, state, room),
        lastText(words, state, titleOf, room),
        goldText(words, state, titleOf, room),
        escapeMarkdown(words.say(state.isWritable ? "status.writable" : "status.read-only")),
      ]),
    ),
    footer: null,
    controls: [],
  };
}

function counted(words: Words, { stats }: CorpusState, newest: string | null): string {
  const some = (id: "status.withdrawn" | "status.reprints" | "status.undated", count: number): string =>
    count === 0 ? "" : words.say(id, { count });
  const counts = [
    words.say("count.articles", { count: stats.articles }),
    words.say("count.publishers", { count: stats.publishers.length }),
    some("status.reprints", stats.reprints),
    some("status.undated", stats.undated),
    some("status.withdrawn", stats.withdrawn),
    asOf(words, newest),
  ];
  const most = stats.publishers
    .slice(0, PUBLISHERS_SHOWN)
    .map(({ name, articles }) => `${shortText(name, NAME_LENGTH)} (${words.number(articles)})`);
  return [
    escapeMarkdown(counts.filter((part) => part !== "").join(" · ")),
    most.length === 0 ? "" : escapeMarkdown(words.say("status.publishers", { publishers: words.list(most, "and") })),
  ]
    .filter((line) => line !== "")
    .join("\n");
}

function versionLine(words: Words, { version, loadedAt }: CorpusState): string {
  return words.say("status.version", { version: escapeMarkdown(version), when: momentMarkdown(loadedAt, "R") });
}

function problemsText(words: Words, { problems }: CorpusState, room: ListRoom): string {
  if (problems.length === 0) return escapeMarkdown(words.say("status.all-read"));
  const heading = escapeMarkdown(words.say("served.left-out", { count: problems.length }));
  return `${heading}\n${problemLines(words, problems, FILES_SHOWN, room.line)}`;
}

function lastText(words: Words, { last }: CorpusState, titleOf: (id: string) => string | null, room: ListRoom): string {
  if (last === null) return "";
  // Files that are left out are told above, as they are now.
  const shown = last.type === "dropped" ? last : { ...last, problems: [] };
  return `${escapeMarkdown(words.say("status.last"))}\n${reloadLines(words, shown, { titleOf }, room)}`;
}

function goldText(words: Words, { gold }: CorpusState, titleOf: (id: string) => string | null, room: ListRoom): string {
  if (gold === null) return escapeMarkdown(words.say("status.no-gold"));
  const { failed, of } = gold;
  const lead =
    failed.length === 0
      ? words.say("gold.passed", { count: of })
      : words.say("gold.failed", { count: failed.length, total: of });
  return paragraphs([
    escapeMarkdown(lead),
    ...failed.slice(0, FAILED_SHOWN).map((result) => goldEntry(words, result, undefined, titleOf, room)),
  ]);
}
