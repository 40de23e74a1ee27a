import { type Language, phraseOf } from "./language.ts";
import { type Phrases, phrases } from "./phrases.ts";

/** What months, weekdays, countries and languages are called in a language, with the English for it. */
export interface NamesInEnglish {
  readonly phrases: Phrases<string>;
  /** 1 to 12. */
  readonly months: ReadonlyMap<string, number>;
  /** 0 for Sunday to 6 for Saturday. */
  readonly weekdays: ReadonlyMap<string, number>;
}

const LETTERS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
const CODES: readonly string[] = LETTERS.flatMap((first) => LETTERS.map((second) => first + second));
/** Shorter names of languages are other words as well. */
const SHORTEST = 4;

const known = new Map<string, NamesInEnglish>();

/** Takes some milliseconds for the first question in a language. */
export function namesInEnglish(language: Language): NamesInEnglish {
  const before = known.get(language.tag);
  if (before !== undefined) return before;
  const months = calendarNames(language, "month", 12);
  const weekdays = calendarNames(language, "weekday", 7);
  const names = {
    months: new Map(months.map(([name, index]) => [name, index + 1])),
    weekdays: new Map(weekdays.map(([name, index]) => [name, index])),
    phrases: phrases([
      ...months.map(([name, index]) => [name, calendarName("en", "month", index)] as const),
      ...weekdays.map(([name, index]) => [name, calendarName("en", "weekday", index)] as const),
      ...countries(language),
      ...adjectives(language),
    ]),
  };
  known.set(language.tag, names);
  return names;
}

type CalendarField = "month" | "weekday";

function calendarNames(
  language: Language,
  field: CalendarField,
  count: number,
): readonly (readonly [string, number])[] {
  const names = Array.from({ length: count }, (_, index) => [calendarName(language.tag, field, index), index] as const);
  return names.flatMap(([name, index]) => withEndings(phraseOf(name), language).map((form) => [form, index] as const));
}

/** @param index months from January, weekdays from Sunday */
function calendarName(tag: string, field: CalendarField, index: number): string {
  // 1 January 2023 was a Sunday.
  const day = field === "month" ? Date.UTC(2023, index, 15) : Date.UTC(2023, 0, index + 1);
  const format = new Intl.DateTimeFormat(tag, { [field]: "long", timeZone: "UTC", calendar: "gregory" });
  return format.format(day);
}

function withEndings(name: string, { words }: Language): readonly string[] {
  return [name, ...endingsOf(words.nameEndings).map((ending) => `${name}${ending}`)];
}

function endingsOf(list: string): readonly string[] {
  return list === "" ? [] : list.split(" ").map((ending) => phraseOf(ending));
}

function countries(language: Language): readonly (readonly [string, string])[] {
  const english = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
  return (["long", "short"] as const).flatMap((style) => {
    const own = new Intl.DisplayNames(language.tag, { type: "region", fallback: "none", style });
    return CODES.flatMap((code) => inEnglish(own.of(code), english.of(code), (name) => withEndings(name, language)));
  });
}

/** Names of languages do for the adjective of a country: "russisch", "albanaise". */
function adjectives(language: Language): readonly (readonly [string, string])[] {
  const english = new Intl.DisplayNames("en", { type: "language", fallback: "none" });
  const own = new Intl.DisplayNames(language.tag, { type: "language", fallback: "none" });
  return CODES.flatMap((code) => {
    const tag = code.toLowerCase();
    return inEnglish(own.of(tag), english.of(tag), (name) => inflected(name, language)).filter(
      ([form]) => form.length >= SHORTEST && !language.functions.has(form),
    );
  });
}

function inflected(name: string, { words }: Language): readonly string[] {
  const stem = name.replace(/(?<=\p{L}{3})(?:isht|[oe])$/u, "");
  return [name, ...endingsOf(words.adjectiveEndings).flatMap((ending) => [`${name}${ending}`, `${stem}${ending}`])];
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
