import type { ParagraphChange } from "../../domain/intake.ts";
import type { Attachment } from "../../domain/reply.ts";
import { cleanText } from "../text/clean.ts";

/** As diff programs write them, which every editor shows in colours. */
const SIGNS = { same: " ", added: "+", removed: "-" } as const;
const NAME = "changes.diff";
/** In bytes: well within what a message may carry. */
const MOST_BYTES = 500_000;

/** The paragraphs of two texts beside each other as a file; null where none differs. */
export function changesFile(changes: readonly ParagraphChange[]): Attachment | null {
  if (changes.every(({ type }) => type === "same")) return null;
  const lines: string[] = [];
  let room = MOST_BYTES;
  for (const { type, text } of changes) {
    const line = `${SIGNS[type]} ${cleanText(text).trim()}\n`;
    room -= Buffer.byteLength(line);
    if (room < 0) break;
    lines.push(line);
  }
  return { name: NAME, text: lines.join("") };
}
