import type { SourceReading } from "../../domain/intake.ts";
import { inThread } from "../in-thread.ts";
import { refused } from "../report.ts";
import { pageLimits } from "./page-limits.ts";
import type { PageWorkerData } from "./page-worker.ts";
import type { PageRequest } from "./read-article.ts";

/**
 * Reads the article of an HTML page: one draft, or an error that says why there is none; whatever is uncertain is told in
 * warnings beside the draft. No script of the page runs and nothing is fetched. The page is read in a thread of its own
 * with bounded memory and time (`pageLimits`).
 * @throws (rejects with) the signal's reason, once it fires; nothing else
 */
export async function readPage(
  html: string,
  { signal, ...page }: PageRequest & { readonly signal: AbortSignal },
): Promise<SourceReading> {
  signal.throwIfAborted();
  if (html.length > pageLimits.htmlLength) {
    return refused(page.name, { id: "file-too-large", bytes: html.length, limit: pageLimits.htmlLength });
  }
  const data: PageWorkerData = { html, page };
  const script = new URL("page-worker.js", import.meta.url);
  const read = await inThread<SourceReading>(script, data, pageLimits.thread, signal);
  if (read.ok) return read.value;
  const { error } = read;
  return refused(page.name, error === "broken" ? { id: "page-unreadable" } : { id: "source-too-costly", limit: error });
}
