import type { Article } from "../../domain/article.ts";
import type { FurnitureReason, LeftOut } from "../../domain/import-report.ts";
import type { ParagraphChange, PlannedArticle } from "../../domain/intake.ts";
import type { KeepingReport } from "../../domain/keeping.ts";
import type { Problem } from "../../domain/problem.ts";
import { count } from "../text/count.ts";
import { cut } from "../text/cut.ts";
import { plain } from "../text/plain-line.ts";
import { describeDetail } from "./problems.ts";

const REASONS: Readonly<Record<FurnitureReason, string>> = {
  navigation: "navigation",
  headline: "the headline again",
  caption: "a caption said twice",
  byline: "a byline",
  repeated: "said twice",
  sharing: "sharing links",
  advertising: "advertising",
  boilerplate: "about the outlet",
};

/** Enough of a left-out paragraph, or of one that is another, to recognise it. */
const LEFT_OUT_SHOWN = 90;
const PARAGRAPH_SHOWN = 300;
/** Articles that are shown with all that is known of them; of the rest one line each, and of very many none. */
const SHOWN_WHOLE = 20;
const SHOWN = 200;

/** An article of a plan, with what is uncertain about it. */
export interface PreviewedArticle {
  readonly planned: PlannedArticle;
  /** Asked for only where it is shown. */
  readonly sentences: () => number;
  readonly doubts: readonly Problem[];
}

/**
 * What an import would write, for a terminal: each article with its fields, what was left out of its source, what is
 * doubtful, and of one that is there already what would be another, by paragraph.
 *
 * @param isVerbose whether to show every article and every paragraph whole
 */
export function previewText(articles: readonly PreviewedArticle[], isVerbose: boolean): string {
  const shown = isVerbose ? articles : articles.slice(0, SHOWN);
  const lines = shown.map((one, place) =>
    isVerbose || place < SHOWN_WHOLE ? wholeArticle(one, isVerbose) : outcomeLine(one.planned),
  );
  const rest = articles.length - shown.length;
  return [...lines, ...(rest > 0 ? [`… and ${String(rest)} more; --verbose shows them all.`] : [])].join("\n");
}

function wholeArticle({ planned, sentences, doubts }: PreviewedArticle, isVerbose: boolean): string {
  const { draft, from, outcome } = planned;
  const { article, leftOut } = draft;
  const head = outcomeLine(planned);
  if (outcome.type === "unchanged") return head;
  const fields = [
    ["from", plain(from, 300)],
    ["title", plain(article.title, 300)],
    ["publisher", plain(article.publisher)],
    ...(article.agency === null ? [] : [["agency", plain(article.agency)]]),
    ["authors", article.authors.length === 0 ? "-" : plain(article.authors.join(", "), 300)],
    ["published", article.published ?? "-"],
    ["language", article.language],
    ["kind", article.kind],
    ["url", article.url === null ? "-" : plain(article.url, 2_000)],
    ["text", `${count(sentences(), "sentence")}, ${count(article.body.length, "character")}`],
    ...(leftOut.length === 0 ? [] : [["left out", leftOutCounts(leftOut)]]),
  ].map(([name = "", value = ""]) => `  ${`${name}:`.padEnd(11)}${value}`);
  return [
    head,
    ...fields,
    ...doubts.map(({ field, detail }) => `  ? ${field === null ? "" : `${plain(field)}: `}${describeDetail(detail)}`),
    ...(isVerbose ? leftOut.map(leftOutLine) : []),
    ...(outcome.type === "changed"
      ? changeLines(outcome.existing, article, outcome.fields, outcome.body, isVerbose)
      : []),
  ].join("\n");
}

function outcomeLine({ draft, outcome }: PlannedArticle): string {
  const { id } = draft.article;
  switch (outcome.type) {
    case "new":
      return `new        ${id}`;
    case "unchanged":
      return `unchanged  ${id}`;
    case "changed":
      return `changed    ${id}: ${outcome.fields.map((field) => plain(field)).join(", ")}`;
    case "reprint":
      return `reprint    ${id} of ${outcome.of.id} (${String(Math.floor(outcome.similarity * 100))} % alike)`;
  }
}

function leftOutCounts(leftOut: readonly LeftOut[]): string {
  const counts = new Map<string, number>();
  for (const { reason } of leftOut) counts.set(REASONS[reason], (counts.get(REASONS[reason]) ?? 0) + 1);
  return [...counts].map(([reason, times]) => (times === 1 ? reason : `${reason} (${String(times)})`)).join(", ");
}

function leftOutLine({ line, text, reason }: LeftOut): string {
  return `  left out, line ${String(line)}, ${REASONS[reason]}: ${cut(plain(text.trim(), 400), LEFT_OUT_SHOWN)}`;
}

/** What becomes of an article: fields as they were and will be, then the paragraphs that come and go. */
export function changeLines(
  before: Article,
  now: Article,
  fields: readonly string[],
  body: readonly ParagraphChange[],
  isVerbose: boolean,
): readonly string[] {
  const named = [
    "title",
    "publisher",
    "agency",
    "authors",
    "url",
    "published",
    "language",
    "kind",
    "note",
    "reprintOf",
  ] as const;
  const lines = named.flatMap((field) =>
    fields.includes(field)
      ? [`  - ${field}: ${valueText(before[field])}`, `  + ${field}: ${valueText(now[field])}`]
      : [],
  );
  if (!fields.includes("body")) return lines;
  let same = 0;
  const told = (): readonly string[] => (same === 0 ? [] : [`    … ${count(same, "paragraph")} as before`]);
  for (const { type, text } of body) {
    if (type === "same") {
      same += 1;
      continue;
    }
    lines.push(
      ...told(),
      `  ${type === "added" ? "+" : "-"} ${plain(text, isVerbose ? text.length + 1 : PARAGRAPH_SHOWN)}`,
    );
    same = 0;
  }
  return [...lines, ...told()];
}

function valueText(value: string | readonly string[] | null): string {
  if (value === null || value.length === 0) return "-";
  return plain(typeof value === "string" ? value : value.join(", "), 300);
}

/** What an import did, in one line. @param into the event's folder as it was named */
export function writtenText({ articles, refused }: KeepingReport, into: string): string {
  const of = (outcome: string): number => articles.filter((one) => one.outcome === outcome).length;
  const [added, replaced, unchanged] = [of("added"), of("replaced"), of("unchanged")];
  const written = added + replaced;
  return [
    `${count(written, "article")} written to ${plain(into, 300)}`,
    ...(replaced > 0 ? [`${String(added)} new, ${String(replaced)} changed`] : []),
    ...(unchanged > 0 ? [`${String(unchanged)} there already`] : []),
    ...(refused.length > 0 ? [`${String(refused.length)} refused`] : []),
  ].join(", ");
}
