import type { Article } from "../../domain/article.ts";
import type { Problem } from "../../domain/problem.ts";
import type { Sentence } from "../../domain/sentence.ts";
import { TITLES } from "../../text/abbreviations.ts";
import { sentencesOf } from "../../text/sentences-of.ts";
import { bodyDoubt } from "./doubt.ts";

/** Longer sentences, in characters, are rather two whose end was overlooked, a table or a list. */
const MAX_LENGTH = 600;
/** Doubts told of one article; where there are more, its text as a whole needs a look. */
const MAX_TOLD = 5;
/** Shorter pieces without an end are headings, and read as such. */
const MIN_UNENDED = 40;

const ENDED = /[.!?…:;。！？؟۔।։]["'”’»“)\]]*$/u;
/** Written without marks between sentences: Thai, Lao, Khmer, Burmese. */
const UNMARKED = /^(?:th|lo|km|my)(?:-|$)/iu;
/** "iPhone", "e-Albania", "al-Shabaab" begin with a small letter wherever they stand. */
const SMALL_START = /^["'“„«‘([]*(?!\p{Ll}\p{Lu}|\p{Ll}{1,3}-\p{Lu})\p{Ll}/u;
/** "Brian E." */
const LONE_INITIAL = /\p{Lu}\p{Ll}+ \p{Lu}\.$/u;
const LAST_WORD = /(\p{L}+)\.$/u;

type SentenceDoubt = "long" | "unended" | "small-start" | "abbreviation";

/** Sentences that were hardly split where they end, since a quotation of them would look odd. */
export function doubtfulSentences(article: Article): readonly Problem[] {
  const sentences = sentencesOf(article);
  const problems: Problem[] = [];
  for (const [place, sentence] of sentences.entries()) {
    if (problems.length >= MAX_TOLD) break;
    const next = sentences[place + 1];
    const goesOn = next !== undefined && next.paragraph === sentence.paragraph;
    const doubt = doubtAbout(sentence, goesOn);
    if (doubt === null) continue;
    problems.push(bodyDoubt(article, sentence.start, { id: "sentence-doubtful", doubt, text: sentence.text }));
  }
  return problems;
}

function doubtAbout({ text, article }: Sentence, goesOn: boolean): SentenceDoubt | null {
  if (text.length > MAX_LENGTH) return "long";
  if (goesOn && endsInAbbreviation(text)) return "abbreviation";
  if (SMALL_START.test(text)) return "small-start";
  const isUnended = text.length >= MIN_UNENDED && !ENDED.test(text) && !UNMARKED.test(article.language);
  return isUnended ? "unended" : null;
}

function endsInAbbreviation(text: string): boolean {
  return LONE_INITIAL.test(text) || TITLES.has(LAST_WORD.exec(text)?.[1] ?? "");
}
