import { parentPort, workerData } from "node:worker_threads";
import type { PageRequest } from "./read-article.ts";
import { readArticle } from "./read-article.ts";

/** What the thread is started with. */
export interface PageWorkerData {
  readonly html: string;
  readonly page: PageRequest;
}

/** A thread that reads one page, says what it read, and ends. */
function serve({ html, page }: PageWorkerData): void {
  parentPort?.postMessage(readArticle(html, page), []);
}

serve(workerData);
