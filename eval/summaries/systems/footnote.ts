import { choose } from "../../../src/digest/summary/choose.ts";
import { readMaterial } from "../../../src/digest/summary/material.ts";
import { createAnalyzer } from "../../../src/text/analyzer.ts";
import type { Summariser } from "./system.ts";

/** Footnote: what chooses the sentences of a summary of a whole corpus, without a glossary. */
export function footnoteSummariser(signal: AbortSignal): Summariser {
  const analyzer = createAnalyzer([]);
  return {
    name: "footnote",
    title: "Footnote",
    async summarise(documents, budget) {
      const candidates = documents.flatMap(({ sentences }) =>
        sentences.map((sentence) => ({ sentence, relevance: 1 })),
      );
      const chosen = await choose(await readMaterial(analyzer, candidates, signal), budget, signal);
      return chosen.map(({ sentence }) => sentence.text);
    },
  };
}
