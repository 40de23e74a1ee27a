import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import TfIdf from "natural/lib/natural/tfidf/tfidf.js";
import { z } from "zod/mini";
import { createStemmer } from "./stemmer.ts";
import { topIds } from "./top-ids.ts";
import type { Peer } from "./peer.ts";

const FILE = "index.json";
const SNAPSHOT = z.object({ documents: z.array(z.record(z.string(), z.number())) });

/** natural's TfIdf over stemmed words. It measures every sentence; the ten best are picked from all. */
export function createPeer(): Peer {
  const stemmer = createStemmer();
  let index = new TfIdf();
  const add = (words: string): void => index.addDocument(words.split(" ").map((word) => stemmer.stem(word)));
  return {
    build: ({ words }) => {
      for (const text of words) add(text);
      stemmer.forget();
    },
    search: ({ words }, limit) => topIds(index.tfidfs(words.map((word) => stemmer.stem(word))).entries(), limit),
    save: (folder) => writeFileSync(join(folder, FILE), JSON.stringify(index)),
    open: (folder) => {
      const snapshot: unknown = JSON.parse(readFileSync(join(folder, FILE), "utf8"));
      index = new TfIdf(SNAPSHOT.parse(snapshot));
    },
    add: ({ sentences }) => {
      for (const { words } of sentences) add(words);
    },
  };
}
