import type { Answer, Contribution, Point } from "../../domain/answer.ts";
import type { Weighed } from "../../domain/explanation.ts";
import type { Words } from "../../domain/words.ts";
import { conditionsLine } from "./conditions.ts";
import { quoted, readAs, unknownWords } from "../text/words.ts";

/** A part of an explanation: short lines of plain text under a heading. */
export interface ExplanationPart {
  readonly heading: string;
  readonly lines: readonly string[];
}

type Explained = Exclude<Answer, { status: "unusable-question" }>;

/** Lines of one part, features included. */
const MAX_LINES = 8;

/** Says in plain words how a question was read, what matched, and what tipped the scales. */
export function explanationParts(words: Words, answer: Explained): readonly ExplanationPart[] {
  const { explanation } = answer;
  const best = bestOf(answer);
  const matches = best === undefined ? [words.say("why.no-matches")] : matchLines(words, best.evidence.contributions);
  return [
    { heading: words.say("why.reading"), lines: readingLines(words, answer).slice(0, MAX_LINES) },
    { heading: words.say("why.matches"), lines: matches.slice(0, MAX_LINES) },
    { heading: words.say("why.ranking"), lines: featureLines(words, explanation.ranking) },
    {
      heading: words.say("why.confidence"),
      lines: [verdict(words, answer), ...featureLines(words, explanation.silence)],
    },
  ].filter(({ lines }) => lines.length > 0);
}

function bestOf(answer: Explained): Point | undefined {
  return answer.status === "answered" ? answer.points[0] : (answer.closest[0] ?? answer.contradiction ?? undefined);
}

function readingLines(words: Words, answer: Explained): readonly string[] {
  const { kind, language } = answer.explanation;
  return [
    words.say("why.kind", { kind: words.find(`kind.${kind}`) ?? kind }),
    isEnglish(language) ? "" : words.say("why.language", { language: words.languageName(language) }),
    ...answer.corrections.map(({ asked, read }) => readAs(words, asked, read)),
    ...nameLines(words, bestOf(answer)?.evidence.contributions ?? []),
    answer.status === "not-in-articles" && answer.unknownWords.length > 0
      ? unknownWords(words, answer.unknownWords)
      : "",
    conditionsLine(words, answer.conditions),
  ].filter((line) => line !== "");
}

function isEnglish(language: string): boolean {
  return /^en(?:-|$)/iu.test(language);
}

function nameLines(words: Words, contributions: readonly Contribution[]): readonly string[] {
  const names = contributions.filter(
    ({ how, asked, matched }) => how === "alias" && asked.toLowerCase() !== matched.toLowerCase(),
  );
  const lines = names.map(({ asked, matched }) =>
    words.say("why.name", { asked: quoted(words, asked), name: quoted(words, matched) }),
  );
  return [...new Set(lines)];
}

/** One line for each word of the question, the weightiest first: "“agreemnt”, read as “agreement”: in the sentence". */
function matchLines(words: Words, contributions: readonly Contribution[]): readonly string[] {
  const worth = (own: readonly Contribution[]): number => own.reduce((sum, { score }) => sum + score, 0);
  return [...new Set(contributions.map(({ asked }) => asked))]
    .map((asked) => ({ asked, own: contributions.filter((one) => one.asked === asked) }))
    .toSorted((a, b) => worth(b.own) - worth(a.own))
    .map(({ asked, own }) => {
      const places = [...new Set(own.map(({ field }) => words.say(`place.${field}`)))];
      return words.say("why.match", { word: matchedWord(words, asked, own), places: words.list(places, "and") });
    });
}

/** The word as it was typed, with what it was taken for. */
function matchedWord(words: Words, asked: string, own: readonly Contribution[]): string {
  const read = new Set(own.filter(({ how }) => how === "fuzzy").map(({ matched }) => matched));
  let word = quoted(words, asked);
  for (const spelling of read) word = words.say("why.match-read-as", { word, read: quoted(words, spelling) });
  return own.some(({ how }) => how === "alias") ? words.say("why.match-alias", { word }) : word;
}

/** The features with the largest effects, largest first; those without any are left out. */
function featureLines(words: Words, features: readonly Weighed[]): readonly string[] {
  return features
    .filter(({ effect }) => Math.abs(effect) >= 0.005)
    .toSorted((a, b) => Math.abs(b.effect) - Math.abs(a.effect))
    .slice(0, MAX_LINES)
    .map(({ name, effect }) => {
      const feature = words.find(`feature.${name}`) ?? name;
      return `${effect < 0 ? "−" : "+"}${Math.abs(effect).toFixed(2)} ${feature}`;
    });
}

function verdict(words: Words, { status, explanation: { confidence, threshold } }: Explained): string {
  const values = { confidence: words.percent(confidence), threshold: words.percent(threshold) };
  return words.say(status === "answered" ? "why.enough" : "why.not-enough", values);
}
