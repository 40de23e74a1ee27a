import type { DateMention } from "../domain/sentence.ts";
import { wholeYear } from "./calendar.ts";

/** A bare year after a word that makes it one: "in 2013", "since at least 2007", "from 2019 to 2021". */
const YEARS =
  /\b(?:in|since|by|until|till|before|after|during|from|between|early|late|mid|end of|summer of|spring of|autumn of|winter of|year)(?:[ -](?:at least|around|about|early|late|mid|as early as|the year))?[ -](?<first>(?:19|20)\d{2})(?:\s?(?:-|to|and|until)\s?(?<last>(?:19|20)\d{2}))?(?![\d-])(?!,\d|\.\d|\s(?:people|members|users|cases|homes|computers|documents|files)\b)/giu;

/** Years that stand alone in a text whose dashes are hyphens. */
export function findYears(text: string): readonly Omit<DateMention, "text">[] {
  return Array.from(text.matchAll(YEARS), (match): Omit<DateMention, "text"> => {
    const first = match.groups?.["first"] ?? "";
    const last = match.groups?.["last"] ?? first;
    const end = match.index + match[0].length;
    const start = match.index + match[0].lastIndexOf(first, match[0].length - (last === first ? 4 : 9));
    const { from } = wholeYear(Number(first));
    const { to } = wholeYear(Number(last));
    return { start, end, from, to, precision: first === last ? "year" : "range", relative: false };
  }).filter((mention) => mention.from <= mention.to);
}
