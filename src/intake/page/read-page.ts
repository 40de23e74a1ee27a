import { Worker } from "node:worker_threads";
import type { SourceReading } from "../../domain/intake.ts";
import type { ProblemDetail } from "../../domain/problem.ts";
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
  const worker = new Worker(new URL("page-worker.js", import.meta.url), {
    workerData: data,
    resourceLimits: { maxOldGenerationSizeMb: pageLimits.heapMegabytes },
  });
  const deadline = AbortSignal.timeout(pageLimits.seconds * 1000);
  const ended = AbortSignal.any([signal, deadline]);
  try {
    return await new Promise<SourceReading>((resolve, reject) => {
      const refuse = (detail: ProblemDetail): void => resolve(refused(page.name, detail));
      ended.addEventListener("abort", () => {
        if (deadline.aborted) refuse({ id: "page-too-slow", seconds: pageLimits.seconds });
        else reject(reasonOf(signal));
      });
      worker.on("message", (reading: SourceReading) => resolve(reading));
      worker.on("error", (error) => refuse({ id: "page-unreadable", reason: nameOf(error) }));
      worker.on("exit", () => refuse({ id: "page-unreadable", reason: "the reading thread ended" }));
    });
  } finally {
    await worker.terminate();
  }
}

/** What went wrong in the thread: a code (`ERR_WORKER_OUT_OF_MEMORY`), else the kind of error; no words of the page. */
function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  return "code" in error && typeof error.code === "string" ? error.code : error.name;
}

function reasonOf({ reason }: AbortSignal): Error {
  return reason instanceof Error ? reason : new Error(String(reason));
}
