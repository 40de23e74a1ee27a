import type { Point } from "../../domain/answer.ts";
import type { Comparison, Contradiction } from "../../domain/digest.ts";
import type { ActionRef, ControlRow, Reply } from "../../domain/reply.ts";
import type { Sentence } from "../../domain/sentence.ts";
import type { Words } from "../../domain/words.ts";
import { cut } from "../text/cut.ts";
import { toldDisagreement } from "../answers/disagreements.ts";
import { citedPoint } from "../text/evidence-markdown.ts";
import { type ListRoom, fittingList, footnoteLines, pointWithin } from "../text/list-room.ts";
import { escapeMarkdown, quietLines } from "../text/markdown.ts";
import { nothingToTellReply } from "./nothing-to-tell.ts";
import { paragraphs } from "../text/note.ts";
import { questionTitle } from "../answers/question-title.ts";
import { selectOption } from "../text/select-option.ts";
import { type Footnote, asOf, evidenceBehind, footnotesOf, publisherOf, superscripts } from "../answers/sources.ts";
import { readAs } from "../text/words.ts";

export interface CompareSetting {
  /** Date of the newest article; null where none is dated. */
  readonly newest: string | null;
  readonly refOf: (sentence: Sentence) => string;
  /** What the list calls when a passage is chosen. */
  readonly openRef: ActionRef;
  /** What makes a draft of it; null for whoever may not. */
  readonly draftRef: ActionRef | null;
}

/** What is shown of what one publisher alone says; the list to choose from has more. */
const MOST_SINGLE = 2;
/** Sentences shown for one side of a contradiction. */
const MOST_OF_SIDE = 1;
const MOST_OPTIONS = 25;
const MAX_CORRECTIONS = 5;

type Compared = Extract<Comparison, { readonly status: "compared" }>;
type OnePublisher = Extract<Comparison, { readonly status: "one-publisher" }>;

/** How the articles differ on a topic: contradictions first, then what several say, then what one says alone. */
export function compareReply(words: Words, topic: string, found: Comparison, setting: CompareSetting): Reply {
  switch (found.status) {
    case "compared":
      return comparedReply(words, topic, found, setting);
    case "one-publisher":
      return aloneReply(words, topic, found, setting);
    case "not-in-articles":
    case "nothing-then":
    case "unusable-topic":
      return nothingToTellReply(words, found, { title: titleOf(words, topic), newest: setting.newest });
  }
}

function comparedReply(words: Words, topic: string, found: Compared, setting: CompareSetting): Reply {
  const { contradictions, shared, publishers, corrections } = found;
  const single = found.single.map(({ publisher, points }) => ({ publisher, points: points.slice(0, MOST_SINGLE) }));
  const points = [
    ...contradictions.flatMap(({ sides }) => sides.flatMap((side) => side.points)),
    ...shared,
    ...single.flatMap((one) => one.points),
  ];
  return {
    visibility: "private",
    outcome: contradictions.length > 0 ? "disagreement" : "answered",
    title: titleOf(words, topic),
    body: fittingList((room) => {
      const footnotes = footnotesOf(evidenceBehind(points.map((point) => pointWithin(point, room))));
      const cited = (point: Point): string => citedPoint(words, pointWithin(point, room), footnotes);
      return paragraphs([
        ...contradictions.map((one) => sideBySide(words, one, footnotes, room, cited)),
        shared.length + contradictions.length === 0 ? escapeMarkdown(words.say("compare.nothing-shared")) : "",
        section(words.say("compare.shared"), shared.map(cited)),
        ...single.map((one) =>
          section(words.say("compare.single", { publisher: cut(one.publisher, room.title) }), one.points.map(cited)),
        ),
        footnoteLines(words, footnotes, room),
        quietLines(
          corrections.slice(0, MAX_CORRECTIONS).map((one) => cut(readAs(words, one.asked, one.read), room.line)),
        ),
      ]);
    }),
    footer: footerOf(words, publishers.length, setting),
    controls: controlsOf(words, points, setting),
  };
}

function aloneReply(words: Words, topic: string, { publisher, points }: OnePublisher, setting: CompareSetting): Reply {
  return {
    visibility: "private",
    outcome: "information",
    title: titleOf(words, topic),
    body: fittingList((room) => {
      const footnotes = footnotesOf(evidenceBehind(points.map((point) => pointWithin(point, room))));
      return paragraphs([
        escapeMarkdown(words.say("compare.one-publisher", { publisher: cut(publisher, room.title) })),
        ...points.map((point) => citedPoint(words, pointWithin(point, room), footnotes)),
        footnoteLines(words, footnotes, room),
      ]);
    }),
    footer: footerOf(words, 1, setting),
    // What one publisher says is no comparison to be posted.
    controls: controlsOf(words, points, { ...setting, draftRef: null }),
  };
}

function titleOf(words: Words, topic: string): string {
  return words.say("compare.title", { topic: questionTitle(topic) });
}

function footerOf(words: Words, publishers: number, { newest }: CompareSetting): string {
  return [words.say("count.publishers", { count: publishers }), asOf(words, newest)]
    .filter((part) => part !== "")
    .join(" · ");
}

function section(heading: string, lines: readonly string[]): string {
  return lines.length === 0 ? "" : [`**${escapeMarkdown(heading)}**`, ...lines.map((line) => `- ${line}`)].join("\n");
}

/** What each side of a contradiction gives, with a sentence that does. */
function sideBySide(
  words: Words,
  { about, sides }: Contradiction,
  footnotes: readonly Footnote[],
  room: ListRoom,
  cited: (point: Point) => string,
): string {
  const points = sides.flatMap((side) => side.points);
  const places = sides.map(({ value, points: own }) => ({ value, points: own.map((point) => points.indexOf(point)) }));
  const told = toldDisagreement(words, { about, sides: places }, points, footnotes);
  const lines = told.sides.map(({ label, footnotes: numbers }, place) => {
    const quotes = (sides[place]?.points ?? []).slice(0, MOST_OF_SIDE).map((point) => cited(point));
    return [
      `- **${escapeMarkdown(cut(label, room.line))}**${superscripts(numbers)}`,
      ...quotes.map((one) => `  ${one}`),
    ];
  });
  return [`**${told.heading}**`, ...lines.flat()].join("\n");
}

function controlsOf(words: Words, points: readonly Point[], setting: CompareSetting): readonly ControlRow[] {
  const { openRef, draftRef, refOf } = setting;
  const passages = new Map(points.map(({ evidence }) => [refOf(evidence.sentence), evidence.sentence]));
  const select: ControlRow = {
    type: "select",
    select: {
      placeholder: words.say("select.passage"),
      action: openRef,
      options: [...passages]
        .slice(0, MOST_OPTIONS)
        .map(([ref, { text, article }]) => selectOption(text, publisherOf(article), ref)),
    },
  };
  if (draftRef === null) return [select];
  const label = words.say("button.make-draft");
  return [select, { type: "buttons", buttons: [{ type: "action", label, action: draftRef, disabled: false }] }];
}
