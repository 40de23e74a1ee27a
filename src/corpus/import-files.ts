import { lstat, mkdir } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { stringify } from "yaml";
import type { Article } from "../domain/article.ts";
import type { ImportedArticle, ImportReport } from "../domain/import-report.ts";
import type { ImportDraft, SourceReading } from "../domain/intake.ts";
import type { Problem, ProblemDetail } from "../domain/problem.ts";
import { corpusLimits } from "./limits.ts";
import { defaultEvent } from "./parse-event.ts";
import { readTextFile, reasonOf } from "./read-text-file.ts";
import { serializeArticle } from "./serialize-article.ts";
import { numberedId } from "./slug.ts";
import { exists, sweepStrays, writeNewFile } from "./write-atomically.ts";

/** How to import. */
export interface ImportOptions {
  /** The event folder. What is missing of it is made: `articles/`, a first `event.yaml`. */
  readonly into: string;
  /** Reads a source by its path. It may throw nothing but the signal's reason. */
  readonly read: (path: string) => Promise<SourceReading>;
  readonly signal?: AbortSignal;
  readonly onProgress?: (imported: ImportedArticle) => void;
}

/**
 * Makes articles of files, one after another. No file is ever replaced: an article whose
 * name is taken gets a number, unless the file there is exactly the same. Nothing outside `into` is written.
 * @param files paths of the sources
 * @throws only the signal's reason, once it fires; articles written by then stay, whole
 */
export async function importFiles(files: readonly string[], options: ImportOptions): Promise<ImportReport> {
  const { into, read, signal, onProgress } = options;
  const articles: ImportedArticle[] = [];
  const problems: Problem[] = [];
  let isPrepared = false;
  for (const from of files) {
    signal?.throwIfAborted();
    const source = await read(from);
    problems.push(...source.problems);
    // Nothing is made for sources that hold nothing.
    if (source.drafts.length > 0 && !isPrepared) {
      const unusable = await prepareFolder(into);
      if (unusable) return { articles, problems: [...problems, unusable] };
      isPrepared = true;
    }
    for (const draft of source.drafts) {
      signal?.throwIfAborted();
      try {
        const imported = await writeArticle(draft, from, into);
        articles.push(imported);
        onProgress?.(imported);
      } catch (error) {
        problems.push(problemAt(from, { id: "file-unwritable", reason: reasonOf(error) }));
      }
    }
  }
  return { articles, problems };
}

function problemAt(file: string, detail: ProblemDetail): Problem {
  return { severity: "error", file, line: null, field: null, detail };
}

/** Makes the folders and a first `event.yaml` where they are missing. Returns why it cannot. */
async function prepareFolder(into: string): Promise<Problem | undefined> {
  const articles = join(into, "articles");
  const event = join(into, "event.yaml");
  try {
    await mkdir(articles, { recursive: true });
    // Through a link, articles would be written somewhere else.
    if (!(await lstat(articles)).isDirectory()) return problemAt(articles, { id: "file-not-regular" });
    await sweepStrays(articles);
    await sweepStrays(into);
    if (!(await exists(event))) {
      const { name, description, languages, timeZone } = defaultEvent(basename(resolve(into)));
      await writeNewFile(event, stringify({ name, description, languages, timeZone }));
    }
    return undefined;
  } catch (error) {
    return problemAt(into, { id: "file-unwritable", reason: reasonOf(error) });
  }
}

async function writeArticle({ article, leftOut }: ImportDraft, from: string, into: string): Promise<ImportedArticle> {
  const text = serializeArticle(article);
  for (let attempt = 0; ; attempt++) {
    const id = numberedId(article.id, attempt);
    const file = `articles/${id}.md`;
    const path = join(into, file);
    const written: Article = { ...article, id, source: { file, bodyLine: bodyLineOf(text) } };
    if (await exists(path)) {
      const existing = await readTextFile(path, corpusLimits.articleFileBytes);
      if (existing.ok && existing.value === text) return { article: written, from, outcome: "unchanged", leftOut };
      continue;
    }
    try {
      await writeNewFile(path, text);
      return { article: written, from, outcome: "written", leftOut };
    } catch (error) {
      // Another import took the name meanwhile.
      if (reasonOf(error) !== "EEXIST") throw error;
    }
  }
}

function bodyLineOf(text: string): number {
  return text.slice(0, text.indexOf("\n---\n\n") + 6).split("\n").length;
}
