import type { AskedWord } from "../asked-words.ts";
import type { NamesInEnglish } from "../languages/english-names.ts";
import type { Language } from "../languages/language.ts";
import { type Placed, type Wording, wordingOf } from "../wording.ts";

const MONTHS = [
  "january jan",
  "february feb",
  "march mar",
  "april apr",
  "may",
  "june jun",
  "july jul",
  "august aug",
  "september sept sep",
  "october oct",
  "november nov",
  "december dec",
];
const WEEKDAYS = [
  "sunday sun",
  "monday mon",
  "tuesday tues tue",
  "wednesday wed",
  "thursday thurs thur thu",
  "friday fri",
  "saturday sat",
];

const MONTH_OF = numbered(MONTHS, 1);
const WEEKDAY_OF = numbered(WEEKDAYS, 0);

/** Words of other meanings, and names: dates only beside a word that says so. */
const AMBIGUOUS = /^(?:may|march|mar|dec|jan|sep|sun|mon|wed|sat|fri|april|june|august)$/u;
const TIME_BEFORE =
  /^(?:in|since|by|until|till|of|last|this|next|early|late|mid|during|from|before|after|between|on|past|throughout|around|the|to|and|through|every|\d{1,2})$/u;
const NUMBER_BESIDE = /^(?:\d{1,2}|(?:19|20)\d\d)$/u;
/** What nothing but a month can follow "the", "to" and "and" with. */
const CERTAIN = /^(?:april|june|august|jan|sep|dec)$/u;

const NUMBERS = numbered("one two three four five six seven eight nine ten eleven twelve".split(" "), 1);
const SAME: ReadonlyMap<string, string> = new Map([
  ["couple", "2"],
  ["yday", "yesterday"],
  ["tmrw", "tomorrow"],
  ["tmr", "tomorrow"],
]);

/** The words of a question as dates are read: months `M7`, weekdays `W5` (Sunday is 0), the rest in English where it is known. */
export function dateWording(
  words: readonly AskedWord[],
  language: Language | null,
  names: NamesInEnglish | null,
): Wording {
  const placed: Placed[] = [];
  let index = 0;
  while (index < words.length) {
    const word = words[index];
    if (word === undefined) break;
    const { start, end } = word;
    const phrase = language?.times.longestAt(words, index) ?? null;
    const last = words[index + (phrase?.length ?? 1) - 1] ?? word;
    const english = phrase?.value ?? wordFor(words, index, language, names);
    for (const part of english.split(" ")) placed.push({ word: part, start, end: Math.max(end, last.end) });
    index += phrase?.length ?? 1;
  }
  return wordingOf(placed);
}

function wordFor(
  words: readonly AskedWord[],
  index: number,
  language: Language | null,
  names: NamesInEnglish | null,
): string {
  const { folded = "", text = "" } = words[index] ?? {};
  const foreignMonth = names?.months.get(folded);
  if (foreignMonth !== undefined) return `M${foreignMonth}`;
  const foreignWeekday = names?.weekdays.get(folded);
  if (foreignWeekday !== undefined) return `W${foreignWeekday}`;
  const number = language?.numbers.get(folded);
  if (number !== undefined && number > 0 && number <= 12) return String(number);
  const month = MONTH_OF.get(folded);
  const weekday = WEEKDAY_OF.get(folded);
  if (month === undefined && weekday === undefined)
    return NUMBERS.get(folded)?.toString() ?? SAME.get(folded) ?? folded;
  if (AMBIGUOUS.test(folded) && !isDate(words, index, text)) return folded;
  return month === undefined ? `W${weekday}` : `M${month}`;
}

/** "in may", "may 5": the month; "may they", "May Chen": not. */
function isDate(words: readonly AskedWord[], index: number, text: string): boolean {
  const before = words[index - 1]?.folded ?? "";
  const after = words[index + 1];
  if (NUMBER_BESIDE.test(after?.folded ?? "") || /^(?:\d{1,2})$/u.test(before)) return true;
  if (/^\p{Lu}/u.test(text) && /^\p{Lu}/u.test(after?.text ?? "")) return false;
  if (/^(?:the|to|and|every)$/u.test(before)) return CERTAIN.test(words[index]?.folded ?? "");
  return TIME_BEFORE.test(before) || CERTAIN.test(words[index]?.folded ?? "");
}

function numbered(lists: readonly string[], from: number): ReadonlyMap<string, number> {
  return new Map(lists.flatMap((list, index) => list.split(" ").map((name) => [name, index + from] as const)));
}
