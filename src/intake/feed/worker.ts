import { parentPort, workerData } from "node:worker_threads";
import { type FeedText, parseFeedText } from "./parse-feed.ts";

/** A thread that reads one feed. */
function serve(feed: FeedText): void {
  parentPort?.postMessage(parseFeedText(feed), []);
}

serve(workerData);
