import type { Article } from "../../domain/article.ts";
import type { Problem } from "../../domain/problem.ts";
import { grouped } from "../grouped.ts";
import { fieldDoubt } from "./doubt.ts";
import { hostOf } from "./host-of.ts";

/** Whether an address still leads somewhere. What it rejects with counts as the reason why not. */
export type LinkProbe = (
  url: string,
) => Promise<{ readonly ok: true } | { readonly ok: false; readonly reason: string }>;

/** Hosts asked at the same time. */
const HOSTS_AT_ONCE = 4;

/**
 * Articles whose address leads nowhere any more. A host is never asked twice at the same time, each address once.
 *
 * @param onProgress how many addresses have been asked, of how many
 * @throws (rejects with) the signal's reason, once it fires
 */
export async function findDeadLinks(
  articles: readonly Article[],
  probe: LinkProbe,
  signal: AbortSignal,
  onProgress: (asked: number, total: number) => void = () => {},
): Promise<readonly Problem[]> {
  const byUrl = grouped(articles, ({ url }) => url ?? "");
  byUrl.delete("");
  const queues = [...grouped(byUrl.keys(), (url) => hostOf(url) ?? url).values()];
  const dead = new Map<string, string>();
  let asked = 0;
  const work = async (): Promise<void> => {
    for (let queue = queues.shift(); queue !== undefined; queue = queues.shift()) {
      for (const url of queue) {
        signal.throwIfAborted();
        const reason = await whyDead(url, probe);
        signal.throwIfAborted();
        if (reason !== null) dead.set(url, reason);
        asked += 1;
        onProgress(asked, byUrl.size);
      }
    }
  };
  await Promise.all(Array.from({ length: HOSTS_AT_ONCE }, work));
  return articles.flatMap((article) => {
    const reason = dead.get(article.url ?? "");
    return reason === undefined ? [] : [fieldDoubt(article, "url", { id: "url-dead", reason })];
  });
}

async function whyDead(url: string, probe: LinkProbe): Promise<string | null> {
  try {
    const answer = await probe(url);
    return answer.ok ? null : answer.reason;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
