import type { SourceReading } from "../../domain/intake.ts";
import { inThread } from "../in-thread.ts";
import { intakeLimits } from "../limits.ts";
import { refused } from "../report.ts";
import type { FeedText } from "./parse-feed.ts";

/** Reads a feed: which pages it tells of. @throws only the signal's reason, once it fires */
export async function readFeed(feed: FeedText, signal: AbortSignal): Promise<SourceReading> {
  const { threadTime: time, threadMemoryBytes: memory } = intakeLimits;
  const script = new URL("worker.js", import.meta.url);
  const reading = await inThread<SourceReading>(script, feed, { time, memory }, signal);
  if (reading.ok) return reading.value;
  return refused(
    feed.name,
    reading.error === "broken"
      ? { id: "feed-invalid", reason: "it could not be taken apart" }
      : { id: "source-too-costly", limit: reading.error },
  );
}
