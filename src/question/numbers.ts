import type { AskedWord } from "./asked-words.ts";
import type { AskedNumber } from "./question.ts";

const ENGLISH: ReadonlyMap<string, number> = new Map([
  ..."one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
    .split(" ")
    .map((word, index) => [word, index + 1] as const),
  ..."twenty thirty forty fifty sixty seventy eighty ninety"
    .split(" ")
    .map((word, index) => [word, (index + 2) * 10] as const),
  ["dozen", 12],
  ["hundred", 100],
  ["thousand", 1e3],
  ["million", 1e6],
  ["billion", 1e9],
  ["trillion", 1e12],
]);
/** Units that follow digits: "50k", "2bn". */
const UNITS: ReadonlyMap<string, number> = new Map([
  ["k", 1e3],
  ["m", 1e6],
  ["mn", 1e6],
  ["bn", 1e9],
  ["tn", 1e12],
]);
/** Words that multiply what stands before them. */
const MULTIPLIERS: ReadonlySet<number> = new Set([12, 100, 1e3, 1e6, 1e9, 1e12]);

/** "one" after these, or before the others, counts nothing. */
const BEFORE_PRONOUN =
  /^(?:which|no|any|some|every|the|this|that|each|another|second|third|first|last|new|old|what|other)$/u;
const AFTER_PRONOUN = /^(?:of|is|was|did|has|are|were)?$/u;

/** The numbers that words and digits spell, in English and in the language whose number words are given. */
export function numbersIn(
  words: readonly AskedWord[],
  foreign: ReadonlyMap<string, number> | null,
): readonly AskedNumber[] {
  const numbers: AskedNumber[] = [];
  let index = 0;
  while (index < words.length) {
    const found = numberAt(words, index, foreign);
    const [first, last] = [words[index], words[index + (found?.length ?? 1) - 1]];
    if (found !== null && first !== undefined && last !== undefined) {
      numbers.push({ value: found.value, span: { start: first.start, end: last.end } });
    }
    index += found?.length ?? 1;
  }
  return numbers;
}

interface NumberFound {
  readonly value: number;
  /** Words that it takes up. */
  readonly length: number;
}

function numberAt(
  words: readonly AskedWord[],
  index: number,
  foreign: ReadonlyMap<string, number> | null,
): NumberFound | null {
  if (isPronoun(words, index)) return null;
  let total = 0;
  let current: number | null = null;
  let length = 0;
  for (let at = index; at < words.length; at += 1) {
    const word = words[at]?.folded ?? "";
    if (word === "and" && current !== null && current >= 100 && length === at - index) continue;
    const digits = /^\d+(?:\.\d+)?$/u.test(word) ? Number(word) : null;
    const unit: number | undefined = current === null ? undefined : UNITS.get(word);
    const value: number | null = digits ?? unit ?? foreign?.get(word) ?? ENGLISH.get(word) ?? null;
    if (value === null) break;
    if (digits === null && MULTIPLIERS.has(value) && (current !== null || value >= 100)) {
      if (value > 100) {
        total += (current ?? 1) * value;
        current = 0;
      } else current = (current ?? 1) * value;
    } else if (current === null || current === 0) current = value;
    else if (digits === null && fits(current, value)) current += value;
    else break;
    length = at - index + 1;
  }
  return length === 0 ? null : { value: total + (current ?? 0), length };
}

/** "twenty" takes "three", "two hundred" takes "twenty"; "five" takes neither. */
function fits(current: number, value: number): boolean {
  return value < 100 && (current % 100 === 0 || (current % 100 >= 20 && current % 10 === 0 && value < 10));
}

function isPronoun(words: readonly AskedWord[], index: number): boolean {
  return (
    words[index]?.folded === "one" &&
    (BEFORE_PRONOUN.test(words[index - 1]?.folded ?? "") || AFTER_PRONOUN.test(words[index + 1]?.folded ?? ""))
  );
}
