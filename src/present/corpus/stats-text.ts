import type { ArticleCount, CorpusStats } from "../../domain/keeping.ts";
import type { Coverage, PictureFileFailure } from "../../domain/picture.ts";
import { count } from "../text/count.ts";
import { plain, quote } from "../text/plain-line.ts";

/** What is counted in a corpus. */
export interface CountedCorpus {
  readonly name: string;
  readonly version: string;
  readonly stats: CorpusStats;
  readonly coverage: Coverage;
}

/** Longest name in a table, in characters. */
const NAME_LENGTH = 50;
/** Lines of a table that are still read. */
const MOST_MONTHS = 24;
const YEAR_LENGTH = "2022".length;

/** A corpus in numbers, for the terminal. */
export function statsText({ name, version, stats, coverage }: CountedCorpus): string {
  const { publishers, others, topics } = coverage;
  const rest =
    others.publishers === 0 ? [] : [{ name: `${String(others.publishers)} others`, articles: others.articles }];
  const parts = [
    `${plain(name, NAME_LENGTH)}, corpus ${version}`,
    [count(stats.articles, "article"), ...asides(stats)].join(", "),
    table("Language", stats.languages),
    table("Kind", stats.kinds),
    table("Published", stats.months.length > MOST_MONTHS ? byYear(stats.months) : stats.months),
    table("Publisher", [...publishers, ...rest]),
    table("Mentioned", topics),
  ];
  return parts.filter((part) => part !== "").join("\n");
}

function asides({ withdrawn, reprints, undated, withoutUrl }: CorpusStats): readonly string[] {
  const told: readonly (readonly [number, string])[] = [
    [withdrawn, "withdrawn"],
    [reprints, reprints === 1 ? "reprint" : "reprints"],
    [undated, "undated"],
    [withoutUrl, "without an address"],
  ];
  return told.filter(([number]) => number > 0).map(([number, what]) => `${number.toLocaleString("en-GB")} ${what}`);
}

function byYear(months: readonly ArticleCount[]): readonly ArticleCount[] {
  const years = new Map<string, number>();
  for (const { name, articles } of months) {
    const year = name.slice(0, YEAR_LENGTH);
    years.set(year, (years.get(year) ?? 0) + articles);
  }
  return [...years].map(([name, articles]) => ({ name, articles }));
}

/** A heading over names with their numbers of articles, which stand below each other. */
function table(heading: string, counts: readonly ArticleCount[]): string {
  if (counts.length === 0) return "";
  const figures = counts.map(({ articles }) => articles.toLocaleString("en-GB"));
  const wide = Math.max(...figures.map(({ length }) => length));
  const rows = counts.map(({ name }, row) => `  ${(figures[row] ?? "").padStart(wide)}  ${plain(name, NAME_LENGTH)}`);
  return [`\n${heading}`, ...rows].join("\n");
}

/** Why a picture was not written, and what to do. @param file as it was named */
export function pictureRefusal(file: string, failure: PictureFileFailure): string {
  const named = quote(file);
  switch (failure.id) {
    case "kind-unknown":
      return `${named}: a picture is a .png or an .svg. Give the file one of these endings.`;
    case "nothing-to-draw":
      return "The corpus has no articles: there is nothing to draw.";
    case "picture-failed":
      return `The picture could not be drawn: ${plain(failure.reason)}.`;
    case "file-unwritable":
      return `${named} could not be written (${plain(failure.reason)}). Choose a folder that exists and that you may write to.`;
  }
}
