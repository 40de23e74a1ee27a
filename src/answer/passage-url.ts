import type { Sentence } from "../domain/sentence.ts";
import { textFragment } from "../text/text-fragment.ts";

/** Longest body in which a passage is looked for, in characters: in a longer one it would cost more than the link is worth. */
const MAX_BODY = 100_000;

/**
 * The address of the very passage in the article as published. Only for originals, whose words stand there; never where
 * the address has a fragment of its own, which would be lost.
 */
export function passageUrl({ article, start, end }: Sentence): string | null {
  const { kind, url, body } = article;
  if (kind !== "original" || url === null || url.includes("#") || body.length > MAX_BODY) return null;
  const fragment = textFragment(body, { start, end });
  return fragment === null ? null : `${url}#${fragment}`;
}
