import type { AskedWord } from "../asked-words.ts";
import type { EnglishWords } from "../question.ts";
import { namesInEnglish } from "./english-names.ts";
import type { Language } from "./language.ts";

const OTHER_DIGITS = /[٠-٩۰-۹]/u;

/** What is English for the parts of a question in another language that have one English name. */
export function inEnglish(text: string, language: Language, words: readonly AskedWord[]): readonly EnglishWords[] {
  const names = namesInEnglish(language);
  const english: EnglishWords[] = [];
  let index = 0;
  while (index < words.length) {
    const [word, found] = [words[index], names.phrases.longestAt(words, index)];
    const last = words[index + (found?.length ?? 1) - 1];
    if (word === undefined || last === undefined) break;
    const span = { start: word.start, end: last.end };
    if (found !== null) english.push({ span, words: found.value });
    else if (OTHER_DIGITS.test(text.slice(word.start, word.end))) english.push({ span, words: word.folded });
    else {
      const number = language.numbers.get(word.folded);
      if (number !== undefined && number > 1 && !language.functions.has(word.folded))
        english.push({ span, words: String(number) });
    }
    index += found?.length ?? 1;
  }
  return english;
}
