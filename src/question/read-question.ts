import type { Span } from "../domain/sentence.ts";
import { STOP_WORDS } from "../text/stop-words.ts";
import { type AskedWord, askedWords } from "./asked-words.ts";
import { functionWords, united } from "./empty-spans.ts";
import { englishKind } from "./english/kind.ts";
import { englishWording } from "./english/plain-words.ts";
import { focusOf } from "./english/focus.ts";
import { foreignKind } from "./foreign-kind.ts";
import { detectLanguage } from "./languages/detect-language.ts";
import { inEnglish } from "./languages/in-english.ts";
import type { Language } from "./languages/language.ts";
import { questionWithin } from "./english/lead-in.ts";
import { leansOnEarlier } from "./english/leaning.ts";
import { namesIn } from "./names.ts";
import { isNegated } from "./english/negation.ts";
import { numbersIn } from "./numbers.ts";
import { askedPeriods } from "./periods/asked-periods.ts";
import type { AskedQuestion } from "./question.ts";

const QUESTION_MARK = /[?؟]/u;
/** A possessive, not "what's". */
const OWNS = /(?<!\b(?:wh[aeo]\p{L}{1,3}|how|it|that|there|here|he|she))(?:['’]s|(?<=s)['’])(?=\s+\p{L})/iu;
/** In another language, what has fewer words than this and begins with "and" leans on something. */
const FEW_WORDS = 5;
const CONNECTS = /^(?:und|aber|et|mais|y|pero|e|ma|dhe|po|و|اما)$/u;

/** Longest question that is read, in characters; what goes on longer is not asked but pasted. */
const MAX_LENGTH = 1000;

/**
 * Reads what a question asks from its words alone, of which it reads the first 1,000 characters. The first question in
 * another language than English takes some tens of milliseconds longer, since `Intl` has to load its names.
 *
 * @param today ISO 8601 day from which "last week" is counted, that of the newest article; null where it is not known
 */
export function readAskedQuestion(question: string, today: string | null): AskedQuestion {
  const text = question.slice(0, MAX_LENGTH);
  const words = askedWords(text);
  const language = detectLanguage(text, words);
  const periods = askedPeriods(text, words, language, today);
  const numbers = numbersIn(words, language?.numbers ?? null).filter(
    ({ span }) => !periods.some((period) => span.start < period.span.end && span.end > period.span.start),
  );
  const asked = QUESTION_MARK.test(text);
  const rest = { periods, numbers };
  return language === null ? readEnglish(text, words, asked, rest) : readForeign(language, text, words, asked, rest);
}

type Dated = Pick<AskedQuestion, "periods" | "numbers">;

function readEnglish(text: string, words: readonly AskedWord[], asked: boolean, dated: Dated): AskedQuestion {
  const { wording, asking } = englishWording(words);
  const { from, to } = questionWithin(wording.text);
  const within = wording.text.slice(from, to);
  const { kind, from: asksFrom, to: asksTo } = englishKind(within, { asks: asked, owns: OWNS.test(text) });
  return {
    ...dated,
    kind,
    language: "en",
    negated: isNegated(within),
    leans: leansOnEarlier(wording.text),
    empty: united(text, [
      ...asking,
      from === 0 ? null : wording.spanOf(0, from),
      asksFrom === asksTo ? null : wording.spanOf(from + asksFrom, from + asksTo),
      to === wording.text.length ? null : wording.spanOf(to, wording.text.length),
    ]),
    english: [],
    focus: focusOf(wording),
    names: namesIn(text, words, (folded) => STOP_WORDS.has(folded), false),
  };
}

function readForeign(
  language: Language,
  text: string,
  words: readonly AskedWord[],
  asked: boolean,
  dated: Dated,
): AskedQuestion {
  const { kind, asking } = foreignKind(language, words, asked);
  const names: readonly Span[] = namesIn(
    text,
    words,
    (folded) => language.functions.has(folded),
    language.tag === "de",
  );
  return {
    ...dated,
    kind,
    language: language.tag,
    negated: words.some(({ folded }) => language.negations.has(folded)),
    leans: words.length < FEW_WORDS && CONNECTS.test(words[0]?.folded ?? ""),
    empty: united(text, [...functionWords(language, words, names), asking]),
    english: inEnglish(text, language, words),
    focus: null,
    names,
  };
}
