import { createHash } from "node:crypto";
import type { Article } from "../domain/article.ts";
import type { Corpus, GlossaryEntry, NewsEvent } from "../domain/corpus.ts";
import type { Problem } from "../domain/problem.ts";
import { corpusVersion } from "./corpus-version.ts";
import type { CorpusPart } from "./load-event-folder.ts";
import { defaultEvent } from "./parse-event.ts";

/** Makes one corpus of all that was loaded. The first event names it; the first of equal ids is kept. */
export function mergeParts(parts: readonly CorpusPart[], where: string): Corpus {
  const problems: Problem[] = parts.flatMap((part) => part.problems);
  const kept = new Map<string, Article>();
  const bodies = new Map<string, Article>();
  for (const article of parts.flatMap((part) => part.articles)) {
    const place = placeOf(article);
    const earlier = kept.get(article.id);
    if (earlier) {
      const other = nameOfPlace(earlier);
      problems.push({ ...place, severity: "error", detail: { id: "duplicate-id", articleId: article.id, other } });
      continue;
    }
    kept.set(article.id, article);
    const digest = createHash("sha256").update(article.body.replaceAll(/\s+/gu, " ").trim()).digest("base64");
    const other = bodies.get(digest);
    if (other === undefined) bodies.set(digest, article);
    else if (!areLinked(article, other)) {
      problems.push({ ...place, severity: "warning", detail: { id: "duplicate-body", other: nameOfPlace(other) } });
    }
  }
  const articles = [...kept.values()].sort(byDate);
  // Where the path itself is wrong, the articles meant may be as good as can be.
  const isWrongPath = problems.some(({ detail }) => ["several-events", "no-corpus"].includes(detail.id));
  if (articles.length === 0 && !isWrongPath) {
    problems.push({ severity: "error", file: where, line: null, field: null, detail: { id: "no-articles" } });
  }
  const event = mergeEvents(parts);
  return { event, articles, version: corpusVersion(event, articles), problems };
}

function mergeEvents(parts: readonly CorpusPart[]): NewsEvent {
  const events = parts.flatMap(({ event }) => (event === null ? [] : [event]));
  const main = events[0] ?? defaultEvent(parts[0]?.name ?? "");
  return {
    ...main,
    languages: [...new Set(events.flatMap(({ languages }) => languages).concat(main.languages))],
    glossary: mergeGlossaries(events.flatMap(({ glossary }) => glossary)),
  };
}

function mergeGlossaries(entries: readonly GlossaryEntry[]): readonly GlossaryEntry[] {
  const merged = new Map<string, Set<string>>();
  for (const { term, aliases } of entries) {
    merged.set(term, new Set([...(merged.get(term) ?? []), ...aliases]));
  }
  return [...merged].map(([term, aliases]) => ({ term, aliases: [...aliases] }));
}

/** Whether one is known to be a reprint of the other, or both of a third. */
function areLinked(a: Article, b: Article): boolean {
  return (a.reprintOf ?? a.id) === (b.reprintOf ?? b.id);
}

function placeOf({ source }: Article): Pick<Problem, "file" | "line" | "field"> {
  const isLine = !source.file.endsWith(".md");
  return { file: source.file, line: isLine ? source.bodyLine : null, field: isLine ? "id" : null };
}

function nameOfPlace(article: Article): string {
  const { file, line } = placeOf(article);
  return line === null ? file : `${file}:${line}`;
}

/** Newest first, those without a date last, ties by id. */
export function byDate(a: Article, b: Article): number {
  const [dateA, dateB] = [a.published ?? "", b.published ?? ""];
  if (dateA !== dateB) return dateA < dateB ? 1 : -1;
  return a.id < b.id ? -1 : 1;
}
