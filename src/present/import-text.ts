import type { FurnitureReason, ImportedArticle } from "../domain/import-report.ts";
import { cleanText } from "./clean.ts";
import { count } from "./count.ts";
import { cut } from "./cut.ts";

const REASONS: Readonly<Record<FurnitureReason, string>> = {
  navigation: "navigation",
  headline: "the headline again",
  caption: "a caption said twice",
  byline: "a byline",
  repeated: "said twice",
  sharing: "sharing links",
  advertising: "advertising",
  boilerplate: "about the outlet",
};

/** Enough of a left-out paragraph to recognise it. */
const SHOWN_LENGTH = 90;

/** What became of an imported file, for a terminal: the article, then each paragraph that was left out, and why. */
export function importedText({ article, from, outcome, leftOut }: ImportedArticle, sentences: number): string {
  const head =
    outcome === "written"
      ? `${from} → ${article.source.file} (${count(sentences, "sentence")})`
      : `${from} is there already: ${article.source.file}`;
  const lines = leftOut.map(({ line, text, reason }) => {
    const shown = cut(cleanText(text).trim(), SHOWN_LENGTH);
    return `  left out, line ${String(line)}, ${REASONS[reason]}: ${shown}`;
  });
  return [cleanText(head), ...lines].join("\n");
}
