import type { PartialDate } from "../domain/article.ts";
import { isInFuture, isPartialDate } from "./partial-date.ts";

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const month =
  "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
const day = "(\\d{1,2})(?:st|nd|rd|th)?";

const iso = /\b(\d{4}-\d{2}-\d{2})(?![\d-])/gu;
const dayFirst = new RegExp(`\\b${day}(?: of)? ${month},? (\\d{4})\\b`, "giu");
const monthFirst = new RegExp(`\\b${month} ${day},? (\\d{4})\\b`, "giu");

/**
 * The day on which bylines say an article was published: `10 September 2022`, `Sept. 10, 2022 9:12 AM`, `2022-09-10`.
 * Null where they name none or several. Numbers alone (`9/10/2022`) are no date, for who knows which is the month; nor is
 * what follows "updated" or "modified".
 * @param today `YYYY-MM-DD`; later days are passed over
 */
export function findBylineDate(bylines: readonly string[], today: string): PartialDate | null {
  const found = new Set<PartialDate>();
  for (const byline of bylines) {
    const text = byline.slice(0, 500).split(/\b(?:last )?(?:updated|modified)\b/iu)[0] ?? "";
    for (const [, date = ""] of text.matchAll(iso)) found.add(date);
    for (const [, dayOf = "", name = "", year = ""] of text.matchAll(dayFirst)) found.add(dateOf(year, name, dayOf));
    for (const [, name = "", dayOf = "", year = ""] of text.matchAll(monthFirst)) found.add(dateOf(year, name, dayOf));
  }
  const [only, ...others] = [...found].filter((date) => isPartialDate(date) && !isInFuture(date, today));
  return only !== undefined && others.length === 0 ? only : null;
}

function dateOf(year: string, name: string, dayOf: string): PartialDate {
  const number = months.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  return [year, String(number).padStart(2, "0"), dayOf.padStart(2, "0")].join("-");
}
