import { askedWords } from "./asked-words.ts";
import { englishKind } from "./english-kind.ts";
import { englishWording } from "./english-words.ts";
import { questionWithin } from "./lead-in.ts";
import type { AskedQuestion } from "./question.ts";
import type { Span } from "../domain/sentence.ts";

/**
 * Reads what a question asks from its words alone. Reads the first 1,000 characters.
 *
 * @param today ISO 8601 day from which "last week" is counted, that of the newest article; null where it is not known
 */
export function readAskedQuestion(text: string, today: string | null): AskedQuestion {
  void today;
  const words = askedWords(text);
  const wording = englishWording(words);
  const { from, to } = questionWithin(wording.text);
  const found = englishKind(wording.text.slice(from, to), /\?\s*$/u.test(text));
  const spans = [
    wording.spanOf(0, from),
    wording.spanOf(from + found.from, from + found.to),
    wording.spanOf(to, wording.text.length),
  ];
  return {
    kind: found.kind,
    language: "en",
    periods: [],
    negated: false,
    leans: false,
    empty: spans.filter((span): span is Span => span !== null),
    english: [],
    focus: null,
    numbers: [],
    names: [],
  };
}
