import type { PublicationLine } from "../../domain/publication.ts";
import type { Words } from "../../domain/words.ts";
import { citedText } from "../text/citation.ts";
import { cleanText } from "../text/clean.ts";
import { linkTarget } from "../text/markdown.ts";
import { correctionText, headingText } from "./publication-lines.ts";
import { type CitedNote, type CitedNotes, citedNotes, disputedBy, notesOfLine } from "./publication-notes.ts";
import type { Retold } from "./publication-reply.ts";
import { periodOf, publicationTitle } from "./publication-title.ts";
import { publishedOn, publisherOf } from "../answers/sources.ts";
import { quoted } from "../text/words.ts";

/** Longer than any line's list of further citations. */
const ALL = Number.POSITIVE_INFINITY;
/** What CommonMark, its tables, strikethrough, footnotes and mathematics, or a chat that shows it, would take for more. */
const MEANINGFUL = /[\\`*_[\]<>#|~&$@]/gu;

/** A publication for use elsewhere: CommonMark with footnotes, every sentence word for word and whole. */
export function markdownCopy(words: Words, retold: Retold): string {
  const { lines, note, title, corpusVersion } = retold;
  const notes = citedNotes(lines, ALL);
  const period = periodOf(words, retold);
  const parts = [
    `# ${plain(publicationTitle(words, retold))}`,
    period === "" ? "" : `*${plain(period)}*`,
    ...lines.map((line, place) => headed(words, line, lines[place - 1], lineText(words, line, lines, notes))),
    noteText(words, note),
    title === null ? "" : `*${plain(words.say("publication.own-title"))}*`,
    plain(words.say("source.corpus", { version: corpusVersion })),
    [...notes.values()].map((one) => noteLine(words, one)).join("\n"),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

/** A line under what it stands under, which is said once. */
function headed(words: Words, { heading }: PublicationLine, before: PublicationLine | undefined, text: string): string {
  const isNew = heading !== null && JSON.stringify(heading) !== JSON.stringify(before?.heading ?? null);
  return isNew ? `**${plain(headingText(words, heading))}**\n\n${text}` : text;
}

function lineText(words: Words, line: PublicationLine, lines: readonly PublicationLine[], notes: CitedNotes): string {
  const { correction } = line;
  const sentence = plain(citedText(words, line.cited));
  const marks = markers(notesOfLine(notes, line, ALL));
  if (correction !== null) return `~~${sentence}~~${marks} (${plain(correctionText(words, correction))})`;
  const against = disputedBy(line, lines, notes);
  const disputed = against.length === 0 ? "" : ` (${words.say("publication.contested", { notes: markers(against) })})`;
  return `${sentence}${marks}${disputed}`;
}

function markers(numbers: readonly number[]): string {
  return numbers.map((number) => `[^${String(number)}]`).join("");
}

function noteText(words: Words, note: string | null): string {
  const [first, ...rest] = (note ?? "").split(/[\r\n]+/u).flatMap((line) => plain(line) || []);
  if (first === undefined) return "";
  return [`**${plain(words.say("publication.note"))}** ${first}`, ...rest].map((line) => `> ${line}`).join("\n>\n");
}

/** `[^1]: Publisher, “Title”, date, <address>`. */
function noteLine(words: Words, { number, article, url }: CitedNote): string {
  const target = url === null ? null : linkTarget(url);
  const parts = [
    plain(publisherOf(article)),
    plain(quoted(words, article.title)),
    plain(publishedOn(words, article)),
    ...(target === null ? [] : [`<${target}>`]),
  ];
  return `[^${String(number)}]: ${parts.join(", ")}`;
}

/** Text as Markdown that shows exactly that text, on one line. */
function plain(text: string): string {
  return cleanText(text)
    .trim()
    .replaceAll(MEANINGFUL, String.raw`\$&`)
    .replaceAll("://", String.raw`\://`)
    .replaceAll(/\bwww\./giu, String.raw`www\.`)
    .replace(/^(\d+)([.)])/u, String.raw`$1\$2`)
    .replace(/^[-+=]/u, String.raw`\$&`);
}
