import type { Heading, LineCorrection, Publication, PublicationLine } from "../../domain/publication.ts";
import type { Words } from "../../domain/words.ts";
import { citedMarkdown } from "../text/citation.ts";
import { cut } from "../text/cut.ts";
import { dated } from "../text/dates.ts";
import { dayTimestamp } from "../text/day-timestamp.ts";
import { escapeMarkdown } from "../text/markdown.ts";
import { type CitedNotes, disputedBy, notesOfLine } from "./publication-notes.ts";
import type { PublicationRoom } from "./publication-room.ts";
import { superscripts } from "../answers/sources.ts";
import { type DatedStretch, eventDate } from "./timeline-date.ts";

/** What a preview shows of the lines that a post does not. */
export interface LineMarks {
  /** Id of the line that is being worked on; null for none. */
  readonly selected: string | null;
  /** What is wrong with lines, by their ids, plain text. */
  readonly wrong: ReadonlyMap<string, string>;
}

const STANCES = ["claimed", "denied", "confirmed", "reported"] as const;
/** More lines than this stand close together. */
const MANY_LINES = 8;

/** The lines of a publication as Discord Markdown, in order, under what they stand under. */
export function linesMarkdown(
  words: Words,
  { lines }: Pick<Publication, "lines">,
  notes: CitedNotes,
  room: PublicationRoom,
  marks: LineMarks,
): string {
  const numbers = new Map(datesOfLines(lines).map(({ key, number }) => [key, number]));
  const shown = lines.map((line, place) => {
    const before = lines[place - 1]?.heading ?? null;
    const text = lineMarkdown(words, line, { lines, notes, room, marks });
    if (line.heading === null || headingKey(line.heading) === headingKey(before)) return text;
    if (line.heading.type === "date") {
      const number = numbers.get(headingKey(line.heading)) ?? 0;
      return `${dateMarkdown(words, line.heading, number)} · ${text}`;
    }
    return `${headingMarkdown(words, line.heading, room, headingTopic(before))}\n${text}`;
  });
  return shown.join(lines.length > MANY_LINES ? "\n" : "\n\n");
}

interface LineSetting {
  readonly lines: readonly PublicationLine[];
  readonly notes: CitedNotes;
  readonly room: PublicationRoom;
  readonly marks: LineMarks;
}

function lineMarkdown(words: Words, line: PublicationLine, { lines, notes, room, marks }: LineSetting): string {
  const { cited, correction, id } = line;
  const sentence = citedMarkdown(words, cited, room.sentence);
  const numbers = superscripts(disputedBy(line, lines, notes));
  const wrong = marks.wrong.get(id);
  return [
    marks.selected === id ? "▸ " : "",
    correction === null ? sentence : `~~${sentence}~~`,
    superscripts(notesOfLine(notes, line, room.also)),
    correction === null && numbers !== "" ? ` *(${words.say("publication.contested", { notes: numbers })})*` : "",
    correction === null ? "" : ` **(${correctionText(words, correction)})**`,
    wrong === undefined ? "" : ` **⚠ ${escapeMarkdown(wrong)}**`,
  ].join("");
}

/** A date under which lines stand. */
export interface DateOfLines extends DatedStretch {
  /** Its number in the text, from 1. */
  readonly number: number;
  readonly key: string;
  /** Whether any line under it still stands. */
  readonly stands: boolean;
}

/** The dates under which lines stand, in the order of the lines, each once. */
export function datesOfLines(lines: readonly PublicationLine[]): readonly DateOfLines[] {
  const dates = new Map<string, DateOfLines>();
  for (const { heading, correction } of lines) {
    if (heading?.type !== "date") continue;
    const key = headingKey(heading);
    const known = dates.get(key);
    const { from, to, precision } = heading;
    const stands = correction === null || known?.stands === true;
    dates.set(key, { from, to, precision, key, stands, number: known?.number ?? dates.size + 1 });
  }
  return [...dates.values()];
}

/** "withdrawn on 10 September 2022", plain text. */
export function correctionText(words: Words, { how, at }: LineCorrection): string {
  return words.say(`publication.${how}`, dated(words, at.slice(0, "2022-09-10".length), "short"));
}

/** What lines stand under, plain text: for files, and for lists to choose from. */
export function headingText(words: Words, heading: Heading): string {
  switch (heading.type) {
    case "date":
      return eventDate(words, heading, "long") + otherDates(words, heading.otherDates);
    case "shared":
      return words.say("publication.shared");
    case "single":
      return words.say("publication.single", { publisher: heading.publisher });
    case "contradiction":
      return `${words.say(`disagreement.${heading.about}`)} ${sideOf(words, heading)}`;
  }
}

/** "1 · 10 September 2022", the day in the reader's own way of writing it, and other days that other articles give. */
function dateMarkdown(words: Words, heading: Extract<Heading, { type: "date" }>, number: number): string {
  const timestamp = heading.precision === "day" ? dayTimestamp(heading.from, "UTC") : null;
  const when = timestamp ?? escapeMarkdown(eventDate(words, heading, "long"));
  return `**${String(number)} · ${when}**${escapeMarkdown(otherDates(words, heading.otherDates))}`;
}

function headingMarkdown(
  words: Words,
  heading: Exclude<Heading, { type: "date" }>,
  room: PublicationRoom,
  above: string,
): string {
  switch (heading.type) {
    case "shared":
      return `**${words.say("publication.shared")}**`;
    case "single":
      return `**${escapeMarkdown(words.say("publication.single", { publisher: cut(heading.publisher, room.name) }))}**`;
    case "contradiction": {
      const side = `**${escapeMarkdown(cut(sideOf(words, heading), room.name))}**`;
      return headingTopic(heading) === above ? side : `${words.say(`disagreement.${heading.about}`)}\n${side}`;
    }
  }
}

function sideOf(words: Words, { about, value }: Extract<Heading, { type: "contradiction" }>): string {
  if (about === "date") return words.date(value, "long");
  const stance = about === "stance" ? STANCES.find((one) => one === value) : undefined;
  return stance === undefined ? value : words.say(`stance.${stance}`);
}

function otherDates(words: Words, dates: readonly string[]): string {
  if (dates.length === 0) return "";
  const named = dates.slice(0, 3).map((date) => words.date(date, "short"));
  return ` (${words.say("publication.other-dates", { dates: words.list(named, "and") })})`;
}

function headingKey(heading: Heading | null): string {
  return JSON.stringify(heading);
}

/** What the sides of one contradiction have in common. */
function headingTopic(heading: Heading | null): string {
  return heading?.type === "contradiction" ? heading.about : "";
}
