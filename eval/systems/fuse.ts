import Fuse from "fuse.js";
import { type Sentences, typedText } from "./sentences.ts";
import type { System } from "./system.ts";
import { topHits } from "./top-hits.ts";

/** fuse.js over the sentences themselves, as its documentation has it for questions of several words. */
export function createFuse({ all, stems }: Sentences): System {
  const index = new Fuse(
    all.map(({ text }) => stems(text).join(" ")),
    {
      useTokenSearch: true,
      tokenMatch: "any",
      ignoreLocation: true,
      threshold: 0.3,
      ignoreDiacritics: true,
      includeScore: true,
    },
  );
  // It looks at every sentence, and a question with candidates is put twice in a row.
  let latest = { words: "", found: index.search("") };
  return {
    name: "fuse",
    title: "fuse.js",
    rank(question, limit, within) {
      const words = stems(typedText(question)).join(" ");
      if (words !== latest.words) latest = { words, found: index.search(words) };
      const { found } = latest;
      // Its score is a distance: 0 is best.
      const scores = found.map(({ refIndex, score }) => [refIndex, 1 - (score ?? 1)] as const);
      return topHits(all, scores, limit, within);
    },
  };
}
