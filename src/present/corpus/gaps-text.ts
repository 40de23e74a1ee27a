import type { Gap } from "../../domain/gap.ts";
import { cleanText } from "../text/clean.ts";
import { count } from "../text/count.ts";

/** Other wordings shown of each. */
const MAX_ALSO = 3;

/**
 * What people ask in vain, for a terminal: each question with counts and days, and the article that answers it by now.
 *
 * @param answeredBy an article's id, or null where none answers
 */
export function gapsText(gaps: readonly Gap[], answeredBy: (gap: Gap) => string | null): string {
  if (gaps.length === 0) return "Nobody has asked anything in vain, as far as questions are kept.";
  return [...gaps.map((gap) => gapText(gap, answeredBy(gap))), count(gaps.length, "question")].join("\n");
}

function gapText({ question, variants, wordings, times, badlyRated, firstDay, lastDay }: Gap, article: string | null) {
  const days = firstDay === lastDay ? firstDay : `${firstDay} to ${lastDay}`;
  const rated = badlyRated === 0 ? "" : `, ${count(badlyRated, "answer")} said to be not right`;
  const also = variants.slice(0, MAX_ALSO).map((text) => `    also: ${cleanText(text)}`);
  const rest = wordings - 1 - also.length;
  return [
    cleanText(question),
    `    asked ${count(times, "time")}, ${days}${rated}`,
    ...also,
    ...(rest > 0 ? [`    and ${count(rest, "other wording")}`] : []),
    ...(article === null ? [] : [`    answered now: ${cleanText(article)}`]),
  ].join("\n");
}
