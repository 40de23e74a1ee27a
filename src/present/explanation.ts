import type { Answer, Contribution, Point } from "../domain/answer.ts";
import type { Weighed } from "../domain/explanation.ts";
import { conditionsLine } from "./conditions.ts";
import { featureWords, kindWords, placeWords, WHY } from "./explanation-words.ts";
import { listed, readAs, unknownWords } from "./words.ts";

/** A part of an explanation: short lines of plain text under a heading. */
export interface ExplanationPart {
  readonly heading: string;
  readonly lines: readonly string[];
}

type Explained = Exclude<Answer, { status: "unusable-question" }>;

/** Lines of one part, features included. */
const MAX_LINES = 8;

/** Says in plain words how a question was read, what matched, and what tipped the scales. */
export function explanationParts(answer: Explained): readonly ExplanationPart[] {
  const { explanation } = answer;
  const best = bestOf(answer);
  const matches = best === undefined ? [WHY.noMatches] : matchLines(best.evidence.contributions);
  return [
    { heading: WHY.reading, lines: readingLines(answer).slice(0, MAX_LINES) },
    { heading: WHY.matches, lines: matches.slice(0, MAX_LINES) },
    { heading: WHY.ranking, lines: featureLines(explanation.ranking) },
    { heading: WHY.confidence, lines: [verdict(answer), ...featureLines(explanation.silence)] },
  ].filter(({ lines }) => lines.length > 0);
}

function bestOf(answer: Explained): Point | undefined {
  return answer.status === "answered" ? answer.points[0] : (answer.closest[0] ?? answer.contradiction ?? undefined);
}

function readingLines(answer: Explained): readonly string[] {
  const { kind, language } = answer.explanation;
  return [
    `You ask: ${kindWords(kind)}.`,
    isEnglish(language) ? "" : `The question is in ${languageName(language)}; the articles are looked up all the same.`,
    ...answer.corrections.map(({ asked, read }) => readAs(asked, read)),
    ...nameLines(bestOf(answer)?.evidence.contributions ?? []),
    answer.status === "not-in-articles" && answer.unknownWords.length > 0 ? unknownWords(answer.unknownWords) : "",
    conditionsLine(answer.conditions),
  ].filter((line) => line !== "");
}

function isEnglish(language: string): boolean {
  return /^en(?:-|$)/iu.test(language);
}

function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames("en-GB", { type: "language" }).of(tag) ?? tag;
  } catch {
    // Not a BCP 47 tag; there is nothing better to show.
    return tag;
  }
}

function nameLines(contributions: readonly Contribution[]): readonly string[] {
  const names = contributions.filter(
    ({ how, asked, matched }) => how === "alias" && asked.toLowerCase() !== matched.toLowerCase(),
  );
  return [...new Set(names.map(({ asked, matched }) => `“${asked}” is looked up under all names of “${matched}”.`))];
}

/** One line for each word of the question, the weightiest first: "“agreemnt”, read as “agreement”: in the sentence". */
function matchLines(contributions: readonly Contribution[]): readonly string[] {
  const words = new Map<string, { score: number; readonly how: Set<string>; readonly places: Set<string> }>();
  for (const { asked, matched, how, field, score } of contributions) {
    const word = words.get(asked) ?? { score: 0, how: new Set(), places: new Set() };
    word.score += score;
    if (how === "fuzzy") word.how.add(`, read as “${matched}”`);
    if (how === "alias") word.how.add(", or another name of it");
    word.places.add(placeWords(field));
    words.set(asked, word);
  }
  return [...words]
    .toSorted(([, a], [, b]) => b.score - a.score)
    .map(([asked, { how, places }]) => `“${asked}”${[...how].join("")}: ${listed([...places], "and")}`);
}

/** The features with the largest effects, largest first; those without any are left out. */
function featureLines(features: readonly Weighed[]): readonly string[] {
  return features
    .filter(({ effect }) => Math.abs(effect) >= 0.005)
    .toSorted((a, b) => Math.abs(b.effect) - Math.abs(a.effect))
    .slice(0, MAX_LINES)
    .map(({ name, effect }) => `${effect < 0 ? "−" : "+"}${Math.abs(effect).toFixed(2)} ${featureWords(name)}`);
}

function verdict({ status, explanation: { confidence, threshold } }: Explained): string {
  const found = status === "answered" ? "so I answer" : "so I do not call anything an answer";
  return `${percent(confidence)} sure; ${percent(threshold)} is needed, ${found}.`;
}

/** Rounded down, so that what falls short of a threshold never looks as if it met it. */
function percent(share: number): string {
  return `${String(Math.floor(share * 100))} %`;
}
