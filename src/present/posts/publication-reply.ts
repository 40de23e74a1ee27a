import type { Publication } from "../../domain/publication.ts";
import type { ActionRef, ControlRow, Reply } from "../../domain/reply.ts";
import type { Words } from "../../domain/words.ts";
import { cutAtWord } from "../text/cut.ts";
import { footnoteLine } from "../text/evidence-markdown.ts";
import { dated } from "../text/dates.ts";
import { escapeMarkdown, quietLines } from "../text/markdown.ts";
import { paragraphs } from "../text/note.ts";
import { type LineMarks, linesMarkdown } from "./publication-lines.ts";
import { type CitedNote, citedNotes } from "./publication-notes.ts";
import { fittingPublication, type PublicationRoom } from "./publication-room.ts";
import { periodOf, publicationTitle } from "./publication-title.ts";
import { asOf, publishedOn, publisherOf, superscript } from "../answers/sources.ts";

/** What is shown of a publication, or of what may become one. */
export type Retold = Pick<
  Publication,
  "kind" | "topic" | "since" | "until" | "title" | "note" | "lines" | "corpusVersion" | "postedAt"
>;

/** What a publication is shown with besides what it holds. */
export interface PublicationSetting {
  readonly visibility: Reply["visibility"];
  /** Date of the newest article of its corpus; null where unknown. */
  readonly newest: string | null;
  /** How many of the articles it cites are independent of each other; null where unknown. */
  readonly independentSources: number | null;
  /** Discord Markdown above the lines, at most 600 characters, for a preview. */
  readonly lead?: string;
  readonly marks?: LineMarks;
}

const NO_MARKS: LineMarks = { selected: null, wrong: new Map() };
/** Characters of a corpus's version that tell it from others. */
const VERSION_LENGTH = 7;
/** Longest note, in characters. */
export const NOTE_LENGTH = 600;
/** Longest title of a moderator's own, in characters. */
export const TITLE_LENGTH = 120;

/** A publication as it stands, or will stand, in its channel. The words are those of its own language. */
export function publicationReply(words: Words, publication: Publication, setting: PublicationSetting): Reply {
  return retoldReply(words, publication, setting, postControls(words, publication));
}

/** The same with other buttons: for previews. */
export function retoldReply(
  words: Words,
  retold: Retold,
  setting: PublicationSetting,
  controls: readonly ControlRow[],
): Reply {
  return {
    visibility: setting.visibility,
    outcome: retold.lines.some(({ contested }) => contested.length > 0) ? "disagreement" : "answered",
    title: publicationTitle(words, retold),
    body: bodyOf(words, retold, setting).body,
    footer: footerOf(words, retold, setting) || null,
    controls,
  };
}

/** Whether Discord takes all of it in one message, sentences shortened where need be. */
export function publicationFits(words: Words, retold: Retold): boolean {
  return bodyOf(words, retold, { newest: null, visibility: "public", independentSources: null }).fits;
}

/** What anybody can do with a post, and what moderators can. The publication's id stands in each, by which a post is found. */
function postControls(words: Words, { id, lines }: Publication): readonly ControlRow[] {
  const ref = (command: string, action: string): ActionRef => ({ command, action, state: [id] });
  const labelled = [
    ...(lines.length === 0
      ? []
      : ([
          ["button.verify", ref("verify", "post")],
          ["button.copy", ref("verify", "copy")],
        ] as const)),
    ["button.manage", ref("summary", "manage")] as const,
  ];
  const buttons = labelled.map(
    ([label, action]) => ({ type: "action", label: words.say(label), action, disabled: false }) as const,
  );
  return [{ type: "buttons", buttons }];
}

function bodyOf(words: Words, publication: Retold, { lead = "", marks = NO_MARKS }: PublicationSetting) {
  return fittingPublication((room) => {
    const notes = citedNotes(publication.lines, room.also);
    return paragraphs([
      lead,
      correctedLine(words, publication),
      publication.lines.length === 0
        ? words.say("publication.nothing")
        : linesMarkdown(words, publication, notes, room, marks),
      noteMarkdown(words, publication.note),
      [...notes.values()].map((note) => noteLine(words, note, room)).join("\n"),
      quietLines([publication.title === null ? "" : words.say("publication.own-title")]),
    ]);
  });
}

/** Says above all else that something of it holds no more. */
function correctedLine(words: Words, { lines }: Retold): string {
  const last = lines
    .flatMap(({ correction }) => correction?.at ?? [])
    .sort()
    .at(-1);
  if (last === undefined) return "";
  return `**${words.say("publication.corrected", dated(words, last.slice(0, "2022-09-10".length), "long"))}**`;
}

/** The moderators' own words, set apart from those of the articles. */
function noteMarkdown(words: Words, note: string | null): string {
  const lines = (note ?? "").split(/[\r\n]+/u).map((line) => escapeMarkdown(line).trim());
  const [first, ...rest] = lines.filter((line) => line !== "");
  if (first === undefined) return "";
  return [`**${words.say("publication.note")}** ${first}`, ...rest].map((line) => `> ${line}`).join("\n");
}

function noteLine(words: Words, note: CitedNote, room: PublicationRoom): string {
  // How old an article is beside the newest would soon be wrong of a post.
  if (room.title > 0) return footnoteLine(words, note, { title: room.title, url: room.url });
  const publisher = escapeMarkdown(cutAtWord(publisherOf(note.article), room.name));
  return `-# ${superscript(note.number)} ${publisher}, ${publishedOn(words, note.article)}`;
}

/** "4 articles, 3 independent sources · from 1 July 2022 on · articles up to 13 Mar 2026 · corpus 3f2a9c · posted …". */
function footerOf(words: Words, publication: Retold, { newest, independentSources }: PublicationSetting): string {
  const { lines, corpusVersion, postedAt } = publication;
  const articles = citedNotes(lines, Number.POSITIVE_INFINITY).size;
  const sources =
    independentSources === null || articles < 2
      ? ""
      : words.say("count.independent-sources", { count: independentSources });
  const founded = [articles === 0 ? "" : words.say("count.articles", { count: articles }), sources];
  return [
    founded.filter((part) => part !== "").join(", "),
    periodOf(words, publication),
    asOf(words, newest),
    words.say("source.corpus", { version: corpusVersion.slice(0, VERSION_LENGTH) }),
    postedAt === null ? "" : words.say("publication.posted", dated(words, postedAt.slice(0, 10), "short")),
  ]
    .filter((part) => part !== "")
    .join(" · ");
}
