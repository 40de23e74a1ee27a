import type { IndexEvent } from "../../domain/index-event.ts";
import { cleanText } from "../text/clean.ts";

/** Words for the operator: what happened, what it means and whether anything is to be done, in one line. */
export function describeIndexEvent(event: IndexEvent): string {
  return cleanText(wordsOf(event));
}

/** Whether an operator should hear of it even when all goes on. */
export function isIndexWarning({ id }: IndexEvent): boolean {
  return id === "snapshot-damaged" || id === "snapshot-unreadable" || id === "snapshot-not-written";
}

function wordsOf(event: IndexEvent): string {
  switch (event.id) {
    case "index-read":
      return `The search index was read from ${event.file}.`;
    case "index-building":
      return `The search index is being built: ${REASONS[event.reason]}.`;
    case "index-progress":
      return `${String(event.articles)} of ${String(event.of)} articles indexed.`;
    case "snapshot-damaged": {
      const kept = event.aside === null ? "" : ` The damaged file is kept as ${event.aside}; it may be deleted.`;
      return `The search index in ${event.file} is damaged and is built anew from the articles.${kept}`;
    }
    case "snapshot-unreadable":
      return `The search index in ${event.file} cannot be read (${event.reason}) and is built anew from the articles.`;
    case "snapshot-written":
      return `The search index was written to ${event.file} (${String(event.bytes)} bytes).`;
    case "snapshot-not-written":
      return `The search index cannot be written to ${event.file} (${event.reason}), so the next start builds it again. Answers are not affected; DATA names the folder.`;
  }
}

const REASONS: Readonly<Record<Extract<IndexEvent, { id: "index-building" }>["reason"], string>> = {
  missing: "there is none yet",
  outdated: "the articles or the program have changed",
  unusable: "the one there cannot be used",
};
