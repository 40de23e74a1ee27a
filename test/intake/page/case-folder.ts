import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../../../src/app/project-root.ts";
import { serializeArticle } from "../../../src/corpus/serialize-article.ts";
import type { SourceReading } from "../../../src/domain/intake.ts";
import type { Problem } from "../../../src/domain/problem.ts";

/**
 * A page with what is to be read from it: a folder of `source.html`, `expected.md` (the article's file; missing where the
 * page has none), `expected-problems.txt` (a line each, see `problemLine`; missing where there are none) and `url.txt`
 * (the address it counts as fetched from; missing where it does not).
 */
export interface PageCase {
  readonly name: string;
  readonly html: string;
  readonly url: string | null;
  readonly article: string;
  readonly problems: readonly string[];
}

export const casesFolder = join(projectRoot(), "test", "intake", "cases");
/** The day that counts as today when cases are read. */
export const caseDay = "2026-06-30";

export function readCases(): readonly PageCase[] {
  return readdirSync(casesFolder)
    .toSorted()
    .map((name) => {
      const [html, article, problems, url] = ["source.html", "expected.md", "expected-problems.txt", "url.txt"].map(
        (file) => textOf(join(casesFolder, name, file)),
      );
      return {
        name,
        html: html ?? "",
        url: url?.trim() ?? null,
        article: article ?? "",
        problems: linesOf(problems ?? ""),
      };
    });
}

/** What was read, as the files of a case have it. */
export function asCase({ drafts, problems }: SourceReading): Pick<PageCase, "article" | "problems"> {
  const [draft] = drafts;
  return {
    article: draft === undefined ? "" : serializeArticle(draft.article),
    problems: problems.map((problem) => problemLine(problem)).toSorted(),
  };
}

/** A problem as a line: severity, field or "-", id, and what the id comes with. */
function problemLine({ severity, field, detail }: Problem): string {
  const { id, ...rest } = detail;
  return [severity, field ?? "-", id, Object.values(rest).flat().join(" / ")].join(" ").trim();
}

/** The paragraphs of an article's file. */
export function paragraphsOf(article: string): readonly string[] {
  const [, body = ""] = article.split(/\n---\n\n/u);
  return body.trim().split("\n\n");
}

function textOf(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}

function linesOf(text: string): readonly string[] {
  return text.split("\n").filter((line) => line !== "");
}
