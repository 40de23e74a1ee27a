import type { Article } from "../../domain/article.ts";
import type { Problem } from "../../domain/problem.ts";
import { fieldDoubt } from "./doubt.ts";

/** `/2022/09/10/`, `/2022-09-10-`, `/20220910-`, `/2022/09/`. */
const IN_PATH =
  /(?:^|\/)(?<year>(?:19|20)\d\d)(?:(?<mark>[/-])(?<month>0?[1-9]|1[0-2])(?:\k<mark>(?<day>0?[1-9]|[12]\d|3[01])(?!\d))?(?=[/-]|$)|(?<month2>0[1-9]|1[0-2])(?<day2>0[1-9]|[12]\d|3[01])(?=[/-]|$))/u;
/** In milliseconds: a day is another elsewhere, and a report of the evening is dated the next morning. */
const TOLERANCE = 86_400_000;

/** Articles whose date is another than the one in the path of their address. */
export function doubtfulUrlDate(article: Article): readonly Problem[] {
  const { url, published } = article;
  if (url === null || published === null || !URL.canParse(url)) return [];
  const dated = dateInPath(new URL(url).pathname);
  if (dated === null || agree(dated, published)) return [];
  return [fieldDoubt(article, "published", { id: "date-not-in-url", published, dated })];
}

function dateInPath(path: string): string | null {
  const found = IN_PATH.exec(path)?.groups;
  if (found === undefined) return null;
  const [month, day] = [found["month"] ?? found["month2"], found["day"] ?? found["day2"]];
  const parts = [found["year"], month, day].filter((part) => part !== undefined);
  return parts.map((part) => part.padStart(2, "0")).join("-");
}

/** Whether two dates can be one, as far as both are known. */
function agree(dated: string, published: string): boolean {
  const length = Math.min(dated.length, published.length);
  if (dated.slice(0, length) === published.slice(0, length)) return true;
  // What was reported on a month's last day may be dated the first of the next.
  const [first, last] = [Date.parse(earliest(dated)), Date.parse(earliest(published))];
  return length === 10 && Math.abs(first - last) <= TOLERANCE;
}

function earliest(date: string): string {
  return `${date}-01-01`.slice(0, 10);
}
