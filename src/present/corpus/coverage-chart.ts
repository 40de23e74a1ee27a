import type { ArticleCount } from "../../domain/keeping.ts";
import type { CountedList, Coverage, CoverageChart } from "../../domain/picture.ts";
import type { Words } from "../../domain/words.ts";
import { cleanText } from "../text/clean.ts";
import { cut } from "../text/cut.ts";
import { LIMITS } from "../text/limits.ts";
import { type MonthStretches, monthStretches } from "../text/month-stretches.ts";
import { dateRange } from "../posts/timeline-date.ts";

/** As many bars as a phone can tell apart. */
const MOST_BARS = 60;
/** Of a name, in characters, where the picture is told in words. */
const LONGEST_NAME = 60;

/** What a corpus covers, as it is to be drawn. @param name of the event */
export function coverageChart(words: Words, name: string, coverage: Coverage): CoverageChart {
  const { months, publishers, others, topics } = coverage;
  const time = monthStretches(months, MOST_BARS);
  const rest =
    others.publishers === 0
      ? null
      : { label: words.say("coverage.others", { count: others.publishers }), count: others.articles };
  const lists: readonly CountedList[] = [
    { heading: words.say("coverage.publishers"), rows: rowsOf(publishers), rest },
    { heading: words.say("coverage.topics"), rows: rowsOf(topics), rest: null },
  ];
  return {
    title: cleanText(name).trim(),
    subtitle: countedArticles(words, coverage, "short"),
    unit: unitOf(words, time),
    bars: time.stretches,
    lists,
    undrawable: words.say("coverage.undrawable"),
    language: words.language,
    alt: altOf(words, coverage, lists),
  };
}

function rowsOf(counts: readonly ArticleCount[]): CountedList["rows"] {
  return counts.map(({ name, articles }) => ({ label: cleanText(name).trim(), count: articles }));
}

/** "45 articles · Jul 2022 to Mar 2026, 2 undated" */
function countedArticles(
  words: Words,
  { articles, months, undated }: Coverage,
  style: Parameters<typeof dateRange>[3],
): string {
  const [first, last] = [months[0]?.name, months.at(-1)?.name];
  const counted =
    first === undefined || last === undefined
      ? words.say("coverage.articles", { count: articles })
      : words.say("coverage.articles-period", { count: articles, period: dateRange(words, first, last, style) });
  return undated === 0 ? counted : `${counted}, ${words.say("coverage.undated", { count: undated })}`;
}

function unitOf(words: Words, { months }: MonthStretches): string {
  if (months === 1) return words.say("timeline.unit-month");
  if (months === 3) return words.say("timeline.unit-quarter");
  return months === 12
    ? words.say("timeline.unit-year")
    : words.say("coverage.unit-years", { count: Math.round(months / 12) });
}

/** What the picture shows, for those who do not see it. */
function altOf(words: Words, coverage: Coverage, [publishers, topics]: readonly CountedList[]): string {
  const [first, ...others] = coverage.months;
  const busiest = others.reduce((most, one) => (one.articles > (most?.articles ?? 0) ? one : most), first);
  const told = [
    words.say("coverage.alt", { told: countedArticles(words, coverage, "long") }),
    busiest === undefined
      ? ""
      : words.say("timeline.alt-busiest", { count: busiest.articles, period: words.date(busiest.name, "long") }),
    publishers === undefined ? "" : words.say("coverage.alt-publishers", { list: inWords(words, publishers) }),
    topics === undefined || topics.rows.length === 0
      ? ""
      : words.say("coverage.alt-topics", { list: inWords(words, topics) }),
  ];
  return cut(told.filter((part) => part !== "").join(" "), LIMITS.message.fileDescriptionLength);
}

/** "The Harbour Gazette 12, Le Phare 3, 4 others 5" */
function inWords(words: Words, { rows, rest }: CountedList): string {
  return [...rows, ...(rest === null ? [] : [rest])]
    .map(({ label, count }) => `${cut(label, LONGEST_NAME)} ${words.number(count)}`)
    .join(", ");
}
