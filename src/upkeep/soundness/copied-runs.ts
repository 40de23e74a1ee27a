import { canonicalUrl } from "../../corpus/keep/canonical-url.ts";
import type { Article } from "../../domain/article.ts";
import type { Problem } from "../../domain/problem.ts";
import type { Turns } from "../turns.ts";
import { bodyDoubt } from "./doubt.ts";
import type { DuplicatePair } from "./near-duplicates.ts";
import { repeatedRuns } from "./repeated-runs.ts";
import { wordSpansOf } from "./word-hashes.ts";

/** Words in a row from which on a brief is rather copied than told: half as many again as corpus/README.md allows. */
const COPIED_WORDS = 12;
/** Of these so many begin with a small letter, or it is a list of names, which nobody can tell otherwise. */
const MIN_SMALL = 6;

/**
 * Briefs that share a run of twelve words or more with an original, or with another brief of another source. What is told
 * already as a reprint is left out.
 */
export async function copiedRuns(
  articles: readonly Article[],
  reprints: readonly DuplicatePair[],
  turns: Turns,
): Promise<readonly Problem[]> {
  // Originals first, so that it is the brief which is found to share.
  const inOrder = articles.toSorted((a, b) => Number(a.kind === "brief") - Number(b.kind === "brief"));
  const told = new Set(reprints.map(({ origin, reprint }) => pairKey(origin, reprint)));
  const runs = await repeatedRuns(inOrder, COPIED_WORDS, turns);
  return runs.flatMap(({ earlier, later, start, length }) => {
    if (later.kind !== "brief" || told.has(pairKey(earlier, later)) || isOneSource(earlier, later)) return [];
    const spans = wordSpansOf(later.body).slice(start, start + length);
    const [from, to] = [spans[0]?.start ?? 0, spans.at(-1)?.end ?? 0];
    const words = spans.map((span) => later.body.slice(span.start, span.end));
    if (words.filter((word) => /^\p{Ll}/u.test(word)).length < MIN_SMALL) return [];
    const text = later.body.slice(from, to).replaceAll(/\s+/gu, " ");
    return [bodyDoubt(later, from, { id: "brief-copies", other: earlier.source.file, words: length, text })];
  });
}

function isOneSource(a: Article, b: Article): boolean {
  if (a.reprintOf === b.id || b.reprintOf === a.id) return true;
  return a.kind === "brief" && a.url !== null && b.url !== null && canonicalUrl(a.url) === canonicalUrl(b.url);
}

function pairKey(a: Article, b: Article): string {
  return [a.id, b.id].toSorted().join("\n");
}
