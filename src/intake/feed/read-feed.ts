import type { SourceBytes, SourceReading } from "../../domain/intake.ts";
import { refused } from "../report.ts";
import { feedEntries } from "./feed-entries.ts";
import { readJsonFeed } from "./json-feed.ts";
import { readXmlFeed } from "./xml-feed.ts";

/** Reads a feed: which pages it tells of. @param text the feed as decoded; @param today `YYYY-MM-DD` */
export function readFeed(text: string, format: "xml" | "json", source: SourceBytes, today: string): SourceReading {
  const raw = format === "json" ? readJsonFeed(text) : readXmlFeed(text);
  return raw.ok
    ? feedEntries(raw.value, source, today)
    : refused(source.name, { id: "feed-invalid", reason: raw.error });
}
