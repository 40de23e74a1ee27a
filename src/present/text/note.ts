import type { Reply } from "../../domain/reply.ts";

/** A few words for the person alone. @param body Discord Markdown */
export function privateNote(body: string, outcome: Reply["outcome"] = "information"): Reply {
  return { visibility: "private", outcome, title: null, body, footer: null, controls: [] };
}

/** Paragraphs, without the empty ones. */
export function paragraphs(parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join("\n\n");
}
