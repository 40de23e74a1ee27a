import type { GivenFields, SourceBytes, SourceReading } from "../../domain/intake.ts";
import { readClippedMarkdown } from "./clipped-markdown.ts";
import { draftText } from "./draft-text.ts";
import { readOwnMarkdown } from "./read-own-markdown.ts";
import { takeSavedFields } from "./saved-fields.ts";

/** Reads plain text or bare Markdown: a saved page. @param today `YYYY-MM-DD` */
export function readText(text: string, source: SourceBytes, given: GivenFields, today: string): SourceReading {
  const saved = takeSavedFields(text, today);
  const reading = draftText(saved.text, source, { given, today, found: saved.found, lastResortDate: null });
  const drafts = reading.drafts.map(({ article, leftOut }) => ({ article, leftOut: [...saved.leftOut, ...leftOut] }));
  return { ...reading, drafts };
}

/** Reads Markdown with front matter: ours as it is, that of other programs as a saved page. @param today `YYYY-MM-DD` */
export function readMarkdown(text: string, source: SourceBytes, given: GivenFields, today: string): SourceReading {
  const clipped = readClippedMarkdown(text, today);
  return clipped === null
    ? readOwnMarkdown(text, source, given, today)
    : draftText(clipped.text, source, { given, today, found: clipped.found, lastResortDate: null });
}
