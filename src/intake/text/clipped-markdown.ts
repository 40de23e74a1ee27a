import { z } from "zod";
import { splitFrontMatter } from "../../corpus/front-matter.ts";
import { corpusLimits } from "../../corpus/limits.ts";
import { readYaml } from "../../corpus/yaml-fields.ts";
import { foundInPairs, type FoundFields } from "./saved-fields.ts";

/** A page that a program saved as Markdown, with what it knew of it. */
export interface ClippedMarkdown {
  readonly found: FoundFields;
  /** The text, its lines where they stand in the file. */
  readonly text: string;
}

const value = z.union([
  z.string(),
  z.number().transform(String),
  z.array(z.string()).transform((list) => list.join(", ")),
]);
const fields = z.record(z.string(), z.unknown());

/**
 * Reads Markdown whose front matter is not ours, as web clippers and site generators write it: `source`, `author`,
 * `published` or `date`. Null where it may be ours, which shows by `publisher` or `kind`, or has no such field.
 * @param today `YYYY-MM-DD`
 */
export function readClippedMarkdown(text: string, today: string): ClippedMarkdown | null {
  const parts = splitFrontMatter(text.replaceAll("\r\n", "\n"));
  if (!parts.ok || parts.value.yaml.length > corpusLimits.frontMatterLength) return null;
  const data = fields.safeParse(readYaml(parts.value.yaml, 2).data).data ?? {};
  if (Object.hasOwn(data, "publisher") || Object.hasOwn(data, "kind")) return null;
  const pairs = Object.entries(data).flatMap(([key, raw]): readonly (readonly [string, string])[] => {
    const parsed = value.safeParse(raw);
    // Links within a collection of notes: `[[Jane Doe]]`.
    return parsed.success ? [[key.replaceAll("_", " "), parsed.data.replaceAll(/\[\[|\]\]/gu, "").slice(0, 2000)]] : [];
  });
  const found = foundInPairs(pairs, today);
  const isClipped = found.url !== null || found.authors.length > 0 || found.published !== null;
  return isClipped ? { found, text: "\n".repeat(parts.value.bodyLine - 1) + parts.value.body } : null;
}
