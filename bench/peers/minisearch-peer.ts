import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import MiniSearch, { type Options } from "minisearch";
import type { Ids, Peer, Question } from "./peer.ts";
import { createStemmer } from "./stemmer.ts";

interface Document {
  readonly id: number;
  readonly words: string;
}

const FILE = "index.json";

export function createMiniSearchPeer(search: { readonly prefix: boolean; readonly fuzzy: number | false }): Peer {
  const stemmer = createStemmer();
  const options: Options<Document> = {
    fields: ["words"],
    tokenize: (text) => text.split(" "),
    processTerm: (term) => stemmer.stem(term),
    searchOptions: { ...search, combineWith: "OR", bm25: { k: 0.9, b: 0.4, d: 0.5 } },
  };
  let index = new MiniSearch<Document>(options);
  const find = ({ words }: Question, limit: number): Ids =>
    index
      .search(words.join(" "))
      .slice(0, limit)
      .map(({ id }) => Number(id));
  return {
    build: ({ words }) => {
      index.addAll(words.map((text, id) => ({ id, words: text })));
      stemmer.forget();
    },
    search: find,
    ...(search.fuzzy === false ? {} : { searchFuzzy: find }),
    save: (folder) => writeFileSync(join(folder, FILE), JSON.stringify(index)),
    open: (folder) => {
      index = MiniSearch.loadJSON<Document>(readFileSync(join(folder, FILE), "utf8"), options);
    },
    add: ({ sentences }) => index.addAll(sentences.map(({ id, words }) => ({ id, words }))),
  };
}
