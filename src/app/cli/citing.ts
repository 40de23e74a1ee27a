import { stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { loadGold } from "../../corpus/gold-file.ts";
import type { Result } from "../../domain/result.ts";
import type { Store, StoreFailure } from "../../domain/store.ts";
import type { ArticleUse } from "../../domain/syncing.ts";
import { openStore } from "../../store/open-store.ts";
import { readConfiguration } from "../configuration.ts";
import { projectRoot } from "../project-root.ts";
import type { Terminal } from "./terminal.ts";

const PAGE = 1_000;

/**
 * How many posts and gold questions rest on each of these articles; those on which none does are left out. Posts are known
 * where there is a database, and it can be read: without, there are none.
 */
export async function usesOf(
  terminal: Pick<Terminal, "environment" | "signal">,
  folder: string,
  event: string,
  articles: readonly string[],
): Promise<readonly ArticleUse[]> {
  if (articles.length === 0) return [];
  const { questions } = await loadGold(folder, "");
  const posts = await countPosts(terminal, event);
  return articles
    .map((article) => ({
      article,
      posts: posts.get(article) ?? 0,
      gold: questions.filter((one) => one.articles.includes(article)).map(({ id }) => id),
    }))
    .filter((use) => use.posts > 0 || use.gold.length > 0);
}

async function countPosts(
  { environment, signal }: Pick<Terminal, "environment" | "signal">,
  event: string,
): Promise<ReadonlyMap<string, number>> {
  const none = new Map<string, number>();
  const configuration = readConfiguration(environment);
  if (!configuration.ok) return none;
  const { databaseUrl: url, data } = configuration.value;
  const file = join(resolve(projectRoot(), data ?? "data"), "footnote.db");
  if (url === null && !(await isThere(file))) return none;
  const opened = await openStore({ url, file, signal });
  if (!opened.ok) return none;
  try {
    const counted = await countIn(opened.value, event, signal);
    return counted.ok ? counted.value : none;
  } finally {
    await opened.value.close();
  }
}

async function countIn(
  { publications }: Pick<Store, "publications">,
  event: string,
  signal: AbortSignal,
): Promise<Result<ReadonlyMap<string, number>, StoreFailure>> {
  const counts = new Map<string, number>();
  let last: string | null = null;
  for (;;) {
    signal.throwIfAborted();
    const page = await publications.after(last, ["posting", "posted"], PAGE);
    if (!page.ok) return page;
    for (const post of page.value) {
      if (post.event !== null && post.event !== event) continue;
      const cited = new Set(post.lines.map((line) => line.cited.article));
      for (const { article } of post.lines.flatMap(({ also }) => also)) cited.add(article);
      for (const article of cited) counts.set(article, (counts.get(article) ?? 0) + 1);
    }
    last = page.value.at(-1)?.id ?? null;
    if (page.value.length < PAGE || last === null) return { ok: true, value: counts };
  }
}

async function isThere(file: string): Promise<boolean> {
  try {
    return (await stat(file)).isFile();
  } catch {
    return false;
  }
}
