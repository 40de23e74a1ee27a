import type { Span } from "../domain/sentence.ts";
import type { AskedWord } from "./asked-words.ts";

/** Small words within names: "Bank of England", "Ursula von der Leyen". */
const WITHIN = /^(?:of|de|la|le|du|del|della|di|da|dos|das|der|den|van|von|zu|bin|ibn|al|el|y|e)$/u;
/** What may stand between the words of a name. */
const JOINED = /^[\s.&'’–-]{0,3}$/u;
const NO_NAME = /^(?:i|im|ive|id|ill|ok|lol|omg|wtf|btw|pls)$/u;
const CAPITAL = /^\p{Lu}/u;
const ACRONYM = /^\p{Lu}[\p{Lu}\d.&-]+$/u;
/** Share of words with a capital from which on capitals are a habit, as in headlines. */
const HABIT = 0.7;
const FEW_WORDS = 4;

/**
 * Runs of capitalised words. The word that begins the question is none by itself unless it is an acronym or its capitals are
 * within it, since everything begins with a capital.
 *
 * @param opens folded words that are no name where they begin a question
 * @param nouns whether the language gives every noun a capital: then a single word is no name
 */
export function namesIn(
  text: string,
  words: readonly AskedWord[],
  opens: (folded: string) => boolean,
  nouns: boolean,
): readonly Span[] {
  const letters = words.filter((word) => /\p{L}/u.test(word.text));
  const capitals = letters.filter((word) => CAPITAL.test(word.text)).length;
  const acronyms = letters.filter((word) => ACRONYM.test(word.text)).length;
  if (capitals === 0 || (letters.length >= FEW_WORDS && capitals > HABIT * letters.length)) return [];
  if (acronyms === letters.length && letters.length > 1) return [];
  const names: Span[] = [];
  let index = 0;
  while (index < words.length) {
    const end = runEnd(text, words, index, opens);
    const [first, last] = [words[index], words[end - 1]];
    if (first !== undefined && last !== undefined && end > index) {
      const alone = end - index === 1 && !ACRONYM.test(first.text) && !/\p{Ll}\p{Lu}/u.test(first.text);
      if (!(alone && (index === 0 || nouns))) names.push({ start: first.start, end: endOf(last) });
    }
    index = Math.max(end, index + 1);
  }
  return names;
}

/** Without the possessive. */
function endOf({ text, start, end }: AskedWord): number {
  const possessive = /['’](?:s|S)?$/u.exec(text)?.[0].length ?? 0;
  return Math.max(start + 1, end - possessive);
}

/** Where the run of a name that begins with the word at `index` ends; `index` where none does. */
function runEnd(text: string, words: readonly AskedWord[], index: number, opens: (folded: string) => boolean): number {
  if (!isCapitalised(words[index], index === 0, opens)) return index;
  let end = index + 1;
  for (let at = end; at < words.length; at += 1) {
    const [before, word] = [words[at - 1], words[at]];
    if (before === undefined || word === undefined || !JOINED.test(text.slice(before.end, word.start))) break;
    if (/['’]s$/u.test(before.text)) break;
    if (isCapitalised(word, false, opens)) end = at + 1;
    else if (!WITHIN.test(word.folded) || at - end >= 2) break;
  }
  return end;
}

function isCapitalised(word: AskedWord | undefined, first: boolean, opens: (folded: string) => boolean): boolean {
  if (word === undefined || !CAPITAL.test(word.text) || NO_NAME.test(word.folded)) return false;
  return !(first && opens(word.folded) && !(ACRONYM.test(word.text) && word.text.length > 2));
}
