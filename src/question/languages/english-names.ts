import { fold } from "../../text/fold.ts";
import { askedWords } from "../asked-words.ts";
import type { Language } from "./language.ts";
import { type Phrases, phrases } from "./phrases.ts";

/** What months, weekdays, countries and languages are called in a language, with the English for it. */
export interface NamesInEnglish {
  readonly phrases: Phrases<string>;
  /** 1 to 12. */
  readonly months: ReadonlyMap<string, number>;
  /** 0 for Sunday to 6 for Saturday. */
  readonly weekdays: ReadonlyMap<string, number>;
}

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".split("");
const CODES: readonly string[] = LETTERS.flatMap((first) => LETTERS.map((second) => first + second));
/** Shorter names of languages are other words as well. */
const SHORTEST = 4;

const known = new Map<string, NamesInEnglish>();

/** Takes some tens of milliseconds for the first question in a language. */
export function namesInEnglish(language: Language): NamesInEnglish {
  const before = known.get(language.tag);
  if (before !== undefined) return before;
  const endings = endingsOf(language.words.nameEndings);
  const [months, weekdays] = [calendarNames(language.tag, "month"), calendarNames(language.tag, "weekday")];
  const [englishMonths, englishWeekdays] = [calendarNames("en", "month"), calendarNames("en", "weekday")];
  const names = {
    months: new Map(
      months.flatMap((name, index) => withEndings(name, endings).map((form) => [form, index + 1] as const)),
    ),
    weekdays: new Map(
      weekdays.flatMap((name, index) => withEndings(name, endings).map((form) => [form, index] as const)),
    ),
    phrases: phrases([
      ...months.flatMap((name, index) => inEnglish(name, englishMonths[index], (own) => withEndings(own, endings))),
      ...weekdays.flatMap((name, index) => inEnglish(name, englishWeekdays[index], (own) => withEndings(own, endings))),
      ...countries(language, endings),
      ...adjectives(language),
    ]),
  };
  known.set(language.tag, names);
  return names;
}

const DAYS: Readonly<Record<"month" | "weekday", readonly number[]>> = {
  month: Array.from({ length: 12 }, (_, month) => Date.UTC(2023, month, 15)),
  // 1 January 2023 was a Sunday.
  weekday: Array.from({ length: 7 }, (_, day) => Date.UTC(2023, 0, day + 1)),
};

/** Months from January, weekdays from Sunday. */
function calendarNames(tag: string, field: "month" | "weekday"): readonly string[] {
  const format = new Intl.DateTimeFormat(tag, { [field]: "long", timeZone: "UTC", calendar: "gregory" });
  return DAYS[field].map((day) => phraseOf(format.format(day)));
}

function withEndings(name: string, endings: readonly string[]): readonly string[] {
  return [name, ...endings.map((ending) => `${name}${ending}`)];
}

function endingsOf(list: string): readonly string[] {
  return list === "" ? [] : fold(list).split(" ");
}

function countries({ tag }: Language, endings: readonly string[]): readonly (readonly [string, string])[] {
  const english = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
  return (["long", "short"] as const).flatMap((style) => {
    const own = new Intl.DisplayNames(tag, { type: "region", fallback: "none", style });
    return CODES.flatMap((code) => inEnglish(own.of(code), english.of(code), (name) => withEndings(name, endings)));
  });
}

/** Names of languages do for the adjective of a country: "russisch", "albanaise". */
function adjectives({ tag, words, functions }: Language): readonly (readonly [string, string])[] {
  const english = new Intl.DisplayNames("en", { type: "language", fallback: "none" });
  const own = new Intl.DisplayNames(tag, { type: "language", fallback: "none" });
  const endings = endingsOf(words.adjectiveEndings);
  return CODES.flatMap((code) => {
    const language = code.toLowerCase();
    return inEnglish(own.of(language), english.of(language), (name) => inflected(name, endings)).filter(
      ([form]) => form.length >= SHORTEST && !functions.has(form),
    );
  });
}

function inflected(name: string, endings: readonly string[]): readonly string[] {
  const stem = name.replace(/(?<=\p{L}{3})(?:isht|[oe])$/u, "");
  return [name, ...endings.flatMap((ending) => [`${name}${ending}`, `${stem}${ending}`])];
}

/** Every form of a name with its English, unless there is none or it is the same. */
function inEnglish(
  own: string | undefined,
  english: string | undefined,
  formsOf: (name: string) => readonly string[],
): readonly (readonly [string, string])[] {
  if (own === undefined || english === undefined) return [];
  const same = phraseOf(english);
  return formsOf(phraseOf(own)).flatMap((form) => (form === same ? [] : [[form, english] as const]));
}

function phraseOf(name: string): string {
  return askedWords(name)
    .map(({ folded }) => folded)
    .join(" ");
}
