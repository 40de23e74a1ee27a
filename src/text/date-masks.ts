const WEEKDAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day";
const MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\\.?";

/** What resembles a date and is none, or is one that cannot be told for certain. */
const NO_DATES: readonly RegExp[] = [
  /\b\d{1,2}(?::\d{2}){1,2}(?:\s?[ap]\.?m\b\.?)?|\b\d{1,2}\s?[ap]\.?m\b\.?/giu,
  /(?<![\d,])\d{1,3}(?:,\d{3})+(?!\d)/gu,
  /[$€£]\s?\d[\d.,]*|\d[\d.]*\s?(?:%|percent\b|per cent\b)/gu,
  // 10/09/2022 is October in Washington and September in Tirana; 15/07/2022 is July everywhere.
  /(?<![\d./])(?:(?:0?\d|1[0-2])[./](?:0?\d|1[0-2])[./]\d{4}|\d{1,2}\/\d{1,2}(?:\/\d{2})?)(?![\d/])/gu,
  /(?<!\d[./])\b(?!\d{1,2}\.\d{1,2}\.\d{4}\b)\d+(?:\.\d+)+\b(?!\.\d)/gu,
  // Verbs and nouns: dates have capitals in print.
  /\b(?:may|march|sat|sun|mon|wed|mar|dec|now|second)\b/gu,
  new RegExp(`\\b(?:Black|Good|Bloody|Cyber|Easter|Palm|Super|Ash|Holy|Giving|Sheffield)\\s+${WEEKDAY}`, "gu"),
  new RegExp(`\\b${WEEKDAY}\\s+(?:Times|Telegraph|Mirror|Express|Mail|Post|Night Live|School)\\b`, "gu"),
  // Counted from another date, or no single day.
  new RegExp(`\\b(?:every|each|an?|another|that|any|one|following|previous|preceding|same)\\s+${WEEKDAY}`, "giu"),
  new RegExp(
    `\\b${MONTH}(?:\\s\\d{1,2})?(?:\\s+of)?\\s+(?:that|the same|the following|the previous|the next)\\s+year`,
    "gu",
  ),
  // "On 15 July 40 people": not the year 40.
  new RegExp(`(?<=\\b\\d{1,2}(?:st|nd|rd|th)?\\s(?:of\\s)?${MONTH}\\s)\\d{1,2}\\b`, "gu"),
  // "From 15 to 17 July": not three o'clock.
  /\b(?:from|at)(?=\s\d{1,2}\b)/giu,
];

/** Hides look-alikes from a date parser, every other character left in its place; dashes between numbers become hyphens. */
export function maskLookalikes(text: string): string {
  return NO_DATES.reduce(
    (masked, pattern) => masked.replace(pattern, (found) => "#".repeat(found.length)),
    text,
  ).replace(/(?<=\d)[–—‑](?=\d)/gu, "-");
}
