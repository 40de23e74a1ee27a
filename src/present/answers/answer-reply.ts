import type { Answer, Disagreement, Evidence, Point } from "../../domain/answer.ts";
import type { Article } from "../../domain/article.ts";
import type { ControlRow, Reply } from "../../domain/reply.ts";
import type { Words } from "../../domain/words.ts";
import { staleLine } from "../text/age.ts";
import { conditionsLine } from "./conditions.ts";
import { cut, cutAtWord } from "../text/cut.ts";
import { type ToldDisagreement, toldDisagreement } from "./disagreements.ts";
import { citedPoint, footnoteLine, shortened } from "../text/evidence-markdown.ts";
import { languageLines } from "../text/language-line.ts";
import { LIMITS } from "../text/limits.ts";
import { escapeMarkdown, quietLines } from "../text/markdown.ts";
import { paragraphs } from "../text/note.ts";
import { questionTitle } from "./question-title.ts";
import { articlesBehind, asOf, counts, evidenceBehind, type Footnote, footnotesOf, superscripts } from "./sources.ts";
import { quoted as quotedWords, readAs, unknownWords, unusableQuestion } from "../text/words.ts";

/** What an answer's reply needs besides the answer. */
export interface AnswerSetting {
  readonly visibility: Reply["visibility"];
  /** Date of the newest article, for the line that says how fresh the answer is. */
  readonly newest: string | null;
  /** BCP 47 tags of the languages the articles are written in; English where absent. */
  readonly languages?: readonly string[];
  /** Short name of the state of the corpus, for the same line; left out where absent. */
  readonly corpusVersion?: string;
  /** Days since the newest article appeared; null where unknown. */
  readonly daysSinceNewest?: number | null;
  /** How many of some articles are independent of each other; all of them where absent. */
  readonly independentSources?: (articles: readonly Article[]) => number;
  /** Buttons below an answer or below the closest passages. */
  readonly controls: readonly ControlRow[];
  /** Discord Markdown above it all, at most 200 characters. */
  readonly lead?: string;
}

type Unanswered = Extract<Answer, { status: "not-in-articles" }>;

const MAX_UNKNOWN_WORDS = 3;
const MAX_CORRECTIONS = 5;
/** Longest word of the question that is repeated whole, in characters. */
const MAX_WORD = 40;
/** Characters shown of the question before one that leans on it. */
const MAX_EARLIER = 80;
/** Characters of a corpus's version that tell it from others. */
const VERSION_LENGTH = 7;

/** Says in Discord what the articles say, or that they do not. */
export function answerReply(words: Words, answer: Answer, setting: AnswerSetting): Reply {
  const { visibility, newest, controls, lead = "", independentSources = ({ length }) => length } = setting;
  switch (answer.status) {
    case "answered": {
      return {
        visibility,
        outcome: answer.disagreements.length > 0 ? "disagreement" : "answered",
        title: questionTitle(answer.question.text),
        body: fitting((room) =>
          paragraphs([
            lead,
            quoted(words, answer.points, answer.disagreements, newest, room),
            readings(words, answer, setting, room),
          ]),
        ),
        footer: footerOf(words, setting, [
          counts(words, articlesBehind(evidenceBehind(answer.points)), independentSources),
        ]),
        controls,
      };
    }
    case "not-in-articles": {
      return {
        visibility,
        outcome: "not-in-articles",
        title: questionTitle(answer.question.text),
        body: fitting((room) =>
          paragraphs([
            lead,
            silence(words, answer),
            offered(words, answer, newest, room),
            readings(words, answer, setting, room),
          ]),
        ),
        footer: footerOf(words, setting, []) || null,
        controls,
      };
    }
    case "unusable-question": {
      return {
        visibility: "private",
        outcome: "information",
        title: null,
        body: paragraphs([lead, escapeMarkdown(unusableQuestion(words, answer.reason))]),
        footer: null,
        controls: [],
      };
    }
  }
}

/** How much is shown of what can be of any length. */
interface Room {
  /** Characters of a sentence. */
  readonly sentence: number;
  /** Further footnotes of a point. */
  readonly also: number;
  /** In a footnote: characters of a title and of a publisher's name, and of an address. */
  readonly title: number;
  readonly url: number;
  /** Characters of a line on how the question was read, and of a side of a disagreement. */
  readonly line: number;
}

/** From what one look takes in to what always fits; articles hold sentences of thousands of characters. */
const ROOMS: readonly Room[] = [
  { sentence: 360, also: 4, title: 70, url: 2_000, line: 200 },
  { sentence: 280, also: 2, title: 60, url: 512, line: 160 },
  { sentence: 220, also: 1, title: 50, url: 200, line: 100 },
];
const LEAST: Room = { sentence: 100, also: 0, title: 30, url: 120, line: 60 };
/** Characters that a phone shows without scrolling: some 25 lines of 45. */
const ONE_LOOK = 1_100;

/** The body with as much shown as one look takes in: rather a shorter sentence than an answer without its footnotes. */
function fitting(body: (room: Room) => string): string {
  const bodies = ROOMS.map((room) => body(room)).filter(({ length }) => length <= LIMITS.embed.descriptionLength);
  return bodies.find((one) => seenLength(one) <= ONE_LOOK) ?? bodies.at(-1) ?? body(LEAST);
}

/** Characters that a reader sees: neither addresses nor marks. */
function seenLength(body: string): number {
  return body.replaceAll(/\]\([^)]*\)|[\\*[]|^-# /gmu, "").length;
}

/** Points with their footnotes, and between them where they disagree. */
function quoted(
  words: Words,
  points: readonly Point[],
  disagreements: readonly Disagreement[],
  newest: string | null,
  room: Room,
): string {
  const shown = points.map((point) => within(point, room));
  const footnotes = footnotesOf(evidenceBehind(shown));
  return paragraphs([
    ...shown.map((point) => citedPoint(words, point, footnotes)),
    ...disagreements.map((one) => sideBySide(toldDisagreement(words, one, points, footnotes), room)),
    notes(words, footnotes, newest, room),
  ]);
}

/** "2 articles, 2 independent sources · articles up to 13 Mar 2026 · corpus 3f2a9c". */
function footerOf(words: Words, { newest, corpusVersion }: AnswerSetting, founded: readonly string[]): string {
  const version =
    corpusVersion === undefined ? "" : words.say("source.corpus", { version: corpusVersion.slice(0, VERSION_LENGTH) });
  return [...founded, asOf(words, newest), version].filter((part) => part !== "").join(" · ");
}

function within({ evidence, also, stance }: Point, room: Room): Point {
  return { evidence: shortened(evidence, lengthShown(evidence, room)), also: also.slice(0, room.also), stance };
}

/** Long enough for the words that answer, where they stand late in a long sentence. */
function lengthShown({ answers }: Evidence, room: Room): number {
  const needed = room === LEAST ? 0 : (answers.at(-1)?.end ?? 0) + 2;
  return needed <= room.sentence * 2 ? Math.max(room.sentence, needed) : room.sentence;
}

function sideBySide({ heading, sides }: ToldDisagreement, room: Room): string {
  const lines = sides.map(
    ({ label, footnotes }) => `- **${escapeMarkdown(cut(label, room.line))}**${superscripts(footnotes)}`,
  );
  return [heading, ...lines].join("\n");
}

function notes(words: Words, footnotes: readonly Footnote[], newest: string | null, room: Room): string {
  return footnotes.map((footnote) => footnoteLine(words, footnote, room, newest)).join("\n");
}

function silence(words: Words, answer: Unanswered): string {
  const unknown = answer.unknownWords.slice(0, MAX_UNKNOWN_WORDS).map((word) => cut(word, MAX_WORD));
  const silent = `**${words.say("answer.silence")}**`;
  return unknown.length === 0 ? silent : `${silent} ${escapeMarkdown(unknownWords(words, unknown))}`;
}

/** What contradicts the question, then the closest passages, each under its own heading, with footnotes in common. */
function offered(words: Words, { closest, contradiction }: Unanswered, newest: string | null, room: Room): string {
  const otherwise = contradiction === null ? [] : [within(contradiction, room)];
  const near = closest.map((point) => within(point, room));
  const footnotes = footnotesOf(evidenceBehind([...otherwise, ...near]));
  return paragraphs([
    ...otherwise.map((point) => `**${words.say("answer.contradicted")}**\n${citedPoint(words, point, footnotes)}`),
    near.length > 0 ? words.say("answer.closest") : "",
    ...near.map((point) => citedPoint(words, point, footnotes)),
    notes(words, footnotes, newest, room),
  ]);
}

/** How the question was read, in quiet lines, so that a misreading is seen. */
function readings(
  words: Words,
  answer: Exclude<Answer, { status: "unusable-question" }>,
  { languages = ["en"], daysSinceNewest = null }: AnswerSetting,
  room: Room,
): string {
  const { after, conditions, corrections } = answer;
  const earlier = after.at(-1);
  const leaning =
    earlier === undefined
      ? ""
      : words.say("answer.after", { question: quotedWords(words, cutAtWord(earlier, MAX_EARLIER)) });
  const read = corrections.slice(0, MAX_CORRECTIONS).map((one) => readAs(words, one.asked, one.read));
  return quietLines(
    [
      leaning,
      ...languageLines(words, answer, languages),
      conditionsLine(words, conditions),
      ...read,
      staleLine(words, daysSinceNewest),
    ].map((line) => cut(line, room.line)),
  );
}
