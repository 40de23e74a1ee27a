import type { Article } from "../../domain/article.ts";
import { Turns } from "../turns.ts";
import { NearDuplicates } from "./near-duplicates.ts";

/** Tells of a new text whether an article has it already, nearly word for word. */
export interface ReprintFinder {
  /** The article most like it, with their Jaccard similarity over shingles of five words (0 to 1); null where none is. */
  closest(body: string): { readonly article: Article; readonly similarity: number } | null;
}

/** Reads the articles at once: about a millisecond each. {@link openReprintFinder} does it without keeping others waiting. */
export function createReprintFinder(articles: readonly Article[]): ReprintFinder {
  const known = new NearDuplicates();
  for (const article of articles) known.add(article);
  return finderOver(known);
}

/** @throws (rejects with) the signal's reason, once it fires */
export async function openReprintFinder(articles: readonly Article[], signal: AbortSignal): Promise<ReprintFinder> {
  const turns = new Turns(signal);
  const known = new NearDuplicates();
  for (const article of articles) {
    await turns.next();
    known.add(article);
  }
  return finderOver(known);
}

function finderOver(known: NearDuplicates): ReprintFinder {
  return {
    closest(body) {
      const [best] = known.of(body);
      return best === undefined ? null : { article: best.article, similarity: best.resemblance.jaccard };
    },
  };
}
