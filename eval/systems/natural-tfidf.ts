import TfIdf from "natural/lib/natural/tfidf/tfidf.js";
import { type Sentences, typedText } from "./sentences.ts";
import type { System } from "./system.ts";
import { topHits } from "./top-hits.ts";

/** natural's TfIdf over stems, stop words left out. */
export function createNaturalTfIdf({ all, stems }: Sentences): System {
  const index = new TfIdf();
  // It looks terms up in plain objects, where "constructor" is always there and makes a score NaN.
  const guarded = (text: string): readonly string[] => stems(text).map((stem) => `t:${stem}`);
  for (const { text } of all) index.addDocument(guarded(text));
  return {
    name: "natural",
    title: "natural TfIdf",
    rank: (question, limit, within) =>
      topHits(all, index.tfidfs(guarded(typedText(question))).entries(), limit, within),
  };
}
