import { findBylineDate } from "../../corpus/byline-date.ts";
import { checkBody } from "../../corpus/check-body.ts";
import { cleanPage } from "../../corpus/clean-page.ts";
import { articleOf, checkArticleFields } from "../../corpus/parse-article.ts";
import { unknownPublisher } from "../../corpus/parse-json-line.ts";
import { nameOfPath } from "../../corpus/schema-problems.ts";
import { slugOf } from "../../corpus/slug.ts";
import type { LeftOut } from "../../domain/import-report.ts";
import type { GivenFields, SourceBytes, SourceReading } from "../../domain/intake.ts";
import type { Problem, ProblemDetail } from "../../domain/problem.ts";
import { sourceName } from "../bytes/source-name.ts";
import { chooseLanguage } from "../language.ts";
import { intakeLimits } from "../limits.ts";
import { doubt } from "../report.ts";
import type { FoundFields } from "./saved-fields.ts";

/** How to make an article of plain text. */
export interface DraftOptions {
  readonly given: GivenFields;
  /** `YYYY-MM-DD` */
  readonly today: string;
  /** What the source itself says. */
  readonly found: FoundFields;
  /** A date to take where neither the source nor its bylines have one. */
  readonly lastResortDate: string | null;
}

/**
 * Makes an article of a saved page's text: furniture is left out; what nobody gave is taken from what the source says,
 * else made up for, and told in either case. `bodyLine` of its source is 1, for the source's lines are not the article's.
 */
export function draftText(text: string, source: SourceBytes, options: DraftOptions): SourceReading {
  const { given, today, found } = options;
  const file = source.name;
  const { headline, body, leftOut } = cleanPage(text, given.title ?? found.title);
  const problems: Problem[] = [];
  const warn = (field: string | null, detail: ProblemDetail) => {
    problems.push(doubt(file, field, detail));
  };
  const assume = <T extends string | null>(field: string, value: T) => {
    if (value !== null) warn(field, { id: "value-assumed", value });
    return value;
  };
  const orUnknown = (field: "url" | "published", value: string | null) => {
    if (value === null) warn(field, { id: "value-unknown", value: field });
    return value;
  };
  const url = given.url ?? source.url ?? orUnknown("url", assume("url", found.url));
  const published = given.published ?? orUnknown("published", assume("published", publishedOf(leftOut, options)));
  const title = given.title ?? (found.title === null ? shortHeadline(headline) : assume("title", found.title));
  const fallback = title ?? assume("title", titleFor(source, body));
  const publisher = given.publisher ?? assume("publisher", found.publisher ?? publisherOf(url));
  if (found.authors.length > 0) assume("authors", found.authors.join(", "));
  const { language, doubt: languageDoubt } = chooseLanguage(given.language ?? found.language, body);
  if (languageDoubt) warn("language", languageDoubt);
  const { fields, problems: fieldProblems } = checkArticleFields(
    {
      kind: "original",
      ...given,
      language,
      url,
      published,
      title: fallback,
      publisher,
      authors: found.authors,
    },
    today,
  );
  for (const { severity, path, detail } of fieldProblems) {
    problems.push({ severity, file, line: null, field: nameOfPath(path), detail });
  }
  for (const { severity, detail } of checkBody(body, file, 1, false)) {
    problems.push({ severity, file, line: null, field: null, detail });
  }
  if (!fields || problems.some(({ severity }) => severity === "error")) return { drafts: [], entries: [], problems };
  const id = slugOf(given.title ?? found.title ?? headline ?? sourceName(source).stem ?? fallback);
  const article = articleOf(fields, id, body, { file, bodyLine: 1 });
  return { drafts: [{ article, leftOut }], entries: [], problems };
}

function publishedOf(leftOut: readonly LeftOut[], { found, today, lastResortDate }: DraftOptions): string | null {
  const bylines = leftOut.filter(({ reason }) => reason === "byline").map(({ text }) => text);
  return found.published ?? findBylineDate(bylines, today) ?? lastResortDate;
}

function shortHeadline(headline: string | null): string | null {
  return headline === null ? null : headline.slice(0, intakeLimits.titleLength);
}

/** The file's name as words; of a source without one, how its text begins. */
function titleFor(source: SourceBytes, body: string): string {
  const { stem } = sourceName(source);
  const named = (stem ?? "")
    .replaceAll(/[-_\s]+/gu, " ")
    .trim()
    .slice(0, intakeLimits.titleLength);
  if (named !== "") return named;
  const start = body.replaceAll(/\s+/gu, " ").slice(0, 90);
  return start.length < 90 ? start : `${start.slice(0, Math.max(start.lastIndexOf(" "), 40))}…`;
}

function publisherOf(url: string | null): string {
  if (url === null || !URL.canParse(url)) return unknownPublisher;
  const host = new URL(url).hostname.replace(/^www\./u, "");
  // Addresses such as `mailto:` have no host.
  return host === "" ? unknownPublisher : host;
}
