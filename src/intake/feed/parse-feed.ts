import type { SourceReading } from "../../domain/intake.ts";
import { refused } from "../report.ts";
import { feedEntries } from "./feed-entries.ts";
import { readJsonFeed } from "./json-feed.ts";
import { readXmlFeed } from "./xml-feed.ts";

/** A feed to be read. */
export interface FeedText {
  readonly format: "xml" | "json";
  /** As decoded. */
  readonly text: string;
  /** The source's, for messages. */
  readonly name: string;
  /** Address it was fetched from, or null. */
  readonly url: string | null;
  /** `YYYY-MM-DD` */
  readonly today: string;
}

/** Which pages a feed tells of. It takes as long as it takes: `read-feed.ts` sets it limits. */
export function parseFeedText({ format, text, name, url, today }: FeedText): SourceReading {
  const raw = format === "json" ? readJsonFeed(text) : readXmlFeed(text);
  return raw.ok
    ? feedEntries(raw.value, { name, url }, today)
    : refused(name, { id: "feed-invalid", reason: raw.error });
}
