import type { ArticleCount, CorpusStats } from "../domain/keeping.ts";
import { count } from "./count.ts";
import { plain } from "./plain-line.ts";

/** Rows of a list; the rest are added up. */
const ROWS = 12;

/** A corpus in numbers, for a terminal. */
export function statsText(name: string, version: string, stats: CorpusStats): string {
  const { articles, withdrawn, publishers, languages, kinds, months, undated, withoutUrl, reprints } = stats;
  const facts = [
    count(articles, "article"),
    `${String(withdrawn)} withdrawn`,
    `${count(reprints, "reprint")}`,
    `${String(undated)} without a date`,
    `${String(withoutUrl)} without an address`,
  ];
  return [
    `${plain(name)}, version ${version}`,
    facts.join(", "),
    ...rows("Months", months.slice(-ROWS), months.slice(0, -ROWS)),
    ...rows("Publishers", publishers.slice(0, ROWS), publishers.slice(ROWS)),
    ...rows("Languages", languages.slice(0, ROWS), languages.slice(ROWS)),
    ...rows("Kinds", kinds, []),
  ].join("\n");
}

function rows(heading: string, shown: readonly ArticleCount[], rest: readonly ArticleCount[]): readonly string[] {
  if (shown.length === 0) return [];
  const more = rest.reduce((sum, { articles }) => sum + articles, 0);
  const all = [
    ...shown.map(({ name, articles }) => [plain(name, 60), articles] as const),
    ...(rest.length === 0 ? [] : [[`${String(rest.length)} others`, more] as const]),
  ];
  const width = Math.max(...all.map(([name]) => name.length));
  return ["", heading, ...all.map(([name, articles]) => `  ${name.padEnd(width)}  ${String(articles).padStart(6)}`)];
}
