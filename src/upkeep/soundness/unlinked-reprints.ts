import type { Article } from "../../domain/article.ts";
import type { Problem } from "../../domain/problem.ts";
import { fieldDoubt } from "./doubt.ts";
import type { DuplicatePair } from "./near-duplicates.ts";

/**
 * Reprints that name no origin, each told once, with the article at the beginning of its line of reprints. Pairs that are
 * linked, in whichever direction, or by a common origin, are none.
 *
 * @param pairs in the order in which the reprints came
 */
export function unlinkedReprints(articles: readonly Article[], pairs: readonly DuplicatePair[]): readonly Problem[] {
  const origins = new Map(
    articles.flatMap(({ id, reprintOf }) => (reprintOf === null ? [] : [[id, reprintOf] as const])),
  );
  const rootOf = (id: string): string => {
    const seen = new Set<string>();
    let root = id;
    while (!seen.has(root)) {
      seen.add(root);
      root = origins.get(root) ?? root;
    }
    return root;
  };
  const problems: Problem[] = [];
  for (const { origin, reprint, resemblance } of pairs) {
    if (rootOf(origin.id) === rootOf(reprint.id) || origins.has(reprint.id)) continue;
    const root = rootOf(origin.id);
    origins.set(reprint.id, root);
    // Loading has told of texts that are the same letter by letter.
    if (normalised(origin) === normalised(reprint)) continue;
    const share = Math.max(resemblance.jaccard, resemblance.containment);
    problems.push(fieldDoubt(reprint, "reprintOf", { id: "reprint-unlinked", origin: root, share }));
  }
  return problems;
}

function normalised({ body }: Article): string {
  return body.replaceAll(/\s+/gu, " ").trim();
}
