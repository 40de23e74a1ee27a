import { readdir } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Article } from "../domain/article.ts";
import type { NewsEvent } from "../domain/corpus.ts";
import type { Problem } from "../domain/problem.ts";
import { corpusLimits } from "./limits.ts";
import { mapConcurrently } from "./map-concurrently.ts";
import { parseArticle, type Parsed } from "./parse-article.ts";
import { parseEvent } from "./parse-event.ts";
import { readTextFile, reasonOf } from "./read-text-file.ts";

/** What one path given as a corpus holds. */
export interface CorpusPart {
  /** Null where it has no `event.yaml` that can be used. */
  readonly event: NewsEvent | null;
  /** What to call an event that has no other name. */
  readonly name: string;
  readonly articles: readonly Article[];
  readonly problems: readonly Problem[];
}

/** What every loader is told. */
export interface LoadContext {
  /** `YYYY-MM-DD` */
  readonly today: string;
  readonly signal: AbortSignal | undefined;
}

/**
 * Loads an event folder: `event.yaml` and `articles/*.md`. Names that begin with a dot are passed over.
 * @param shown the folder as messages name it, ending in a slash, or empty
 */
export async function loadEventFolder(folder: string, shown: string, context: LoadContext): Promise<CorpusPart> {
  const name = basename(folder);
  const event = await loadEvent(folder, shown, name);
  const listing = await listArticles(join(folder, "articles"), `${shown}articles`);
  const parsed = await mapConcurrently(
    listing.names,
    corpusLimits.filesReadAtOnce,
    async (fileName) => await loadArticle(join(folder, "articles", fileName), `${shown}articles/${fileName}`, context),
    context.signal,
  );
  return {
    event: event.value,
    name,
    articles: parsed.flatMap(({ value }) => (value === null ? [] : [value])),
    problems: [...event.problems, ...listing.problems, ...parsed.flatMap(({ problems }) => problems)],
  };
}

async function loadEvent(folder: string, shown: string, name: string): Promise<Parsed<NewsEvent>> {
  const file = `${shown}event.yaml`;
  const text = await readTextFile(join(folder, "event.yaml"), corpusLimits.eventFileBytes);
  if (text.ok) return parseEvent(text.value, file, name);
  return { value: null, problems: [{ severity: "error", file, line: null, field: null, detail: text.error }] };
}

async function loadArticle(path: string, file: string, { today }: LoadContext): Promise<Parsed<Article>> {
  const refuse = (detail: Problem["detail"]): Parsed<Article> => {
    return { value: null, problems: [{ severity: "error", file, line: null, field: null, detail }] };
  };
  const text = await readTextFile(path, corpusLimits.articleFileBytes);
  if (!text.ok) return refuse(text.error);
  return file.endsWith(".md") ? parseArticle(text.value, file, today) : refuse({ id: "file-name-invalid" });
}

async function listArticles(
  folder: string,
  shown: string,
): Promise<{ readonly names: readonly string[]; readonly problems: readonly Problem[] }> {
  try {
    const names = await readdir(folder);
    return { names: names.filter((name) => !name.startsWith(".")).sort(), problems: [] };
  } catch (error) {
    const reason = reasonOf(error);
    const detail: Problem["detail"] =
      reason === "ENOENT" ? { id: "folder-missing" } : { id: "folder-unreadable", reason };
    return { names: [], problems: [{ severity: "error", file: shown, line: null, field: null, detail }] };
  }
}
