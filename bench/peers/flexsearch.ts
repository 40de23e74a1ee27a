import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Index } from "flexsearch";
import type { Peer } from "./peer.ts";
import { createStemmer } from "./stemmer.ts";

/**
 * FlexSearch with whole words ("strict"), the fastest of its tokenisers, stemmed. `suggest` makes it find sentences that
 * hold some of the words, as all the others do.
 */
export function createPeer(): Peer {
  const stemmer = createStemmer();
  const index = new Index({ tokenize: "strict", encode: (text) => text.split(" ").map((word) => stemmer.stem(word)) });
  return {
    build: ({ words }) => {
      for (const [id, text] of words.entries()) index.add(id, text);
      stemmer.forget();
    },
    search: ({ words }, limit) => index.search(words.join(" "), { limit, suggest: true }).map(Number),
    save: (folder) => {
      index.export((key, data) => writeFileSync(join(folder, key), data));
    },
    open: (folder) => {
      for (const key of readdirSync(folder)) index.import(key, readFileSync(join(folder, key), "utf8"));
    },
    add: ({ sentences }) => {
      for (const { id, words } of sentences) index.add(id, words);
    },
  };
}
