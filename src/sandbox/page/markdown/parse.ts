import { matchBlock } from "./block.ts";
import { parseInline, scan } from "./inline.ts";
import type { MarkdownNode, Surroundings } from "./tree.ts";

const outermost: Surroundings = { depth: 0, insideLink: false, insideQuote: false };

/**
 * Reads a message as Discord's client does, so that what a bot failed to escape is seen here as it would be there.
 * Never throws; what is not markup is text. Source: Discord's help page "Markdown Text 101" and its message reference
 * ("Message Formatting"); where they are silent, what the client shows.
 */
export function parseMarkdown(source: string): readonly MarkdownNode[] {
  return scan(source, outermost, matchBlock);
}

/** Reads a single line such as an embed's title, where headings, lists, quotes and links mean nothing. */
export function parseTitle(source: string): readonly MarkdownNode[] {
  return parseInline(source, { ...outermost, insideLink: true });
}
