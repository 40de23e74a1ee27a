import MiniSearch from "minisearch";
import { type Sentences, typedText } from "./sentences.ts";
import type { System } from "./system.ts";
import { topHits } from "./top-hits.ts";

/** MiniSearch as its introduction recommends it for what people type: beginnings of words and slips count too. */
export function createMiniSearch({ all, stems }: Sentences): System {
  const index = new MiniSearch<{ readonly id: number; readonly words: string }>({
    fields: ["words"],
    tokenize: (text) => text.split(" "),
    searchOptions: { prefix: true, fuzzy: 0.2 },
  });
  index.addAll(all.map(({ text }, id) => ({ id, words: stems(text).join(" ") })));
  return {
    name: "minisearch",
    title: "MiniSearch",
    rank(question, limit, within) {
      const found = index.search(stems(typedText(question)).join(" "));
      const scores = found.map(({ id, score }) => [Number(id), score] as const);
      return topHits(all, scores, limit, within);
    },
  };
}
