import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import lunr from "lunr";
import type { Ids, Peer, Question } from "./peer.ts";

const FILE = "index.json";

/** lunr with its own stemmer. Its index is never changed once built, so nothing can be added. */
export function createPeer(): Peer {
  let index: lunr.Index | null = null;
  const find = ({ words }: Question, limit: number, editDistance: number): Ids =>
    (index?.query((query) => words.forEach((word) => query.term(word, { editDistance }))) ?? [])
      .slice(0, limit)
      .map(({ ref }) => Number(ref));
  return {
    build: ({ words }) => {
      const builder = new lunr.Builder();
      builder.pipeline.add(lunr.trimmer, lunr.stemmer);
      builder.searchPipeline.add(lunr.stemmer);
      builder.k1(0.9);
      builder.b(0.4);
      builder.ref("id");
      builder.field("words");
      for (const [id, text] of words.entries()) builder.add({ id, words: text });
      index = builder.build();
    },
    search: (question, limit) => find(question, limit, 0),
    searchFuzzy: (question, limit) => find(question, limit, 1),
    save: (folder) => writeFileSync(join(folder, FILE), JSON.stringify(index)),
    open: (folder) => {
      index = lunr.Index.load(JSON.parse(readFileSync(join(folder, FILE), "utf8")));
    },
  };
}
