import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Fuse, { type IFuseOptions } from "fuse.js";
import { z } from "zod/mini";
import type { Ids, Peer, Question } from "./peer.ts";

const FILE = "index.json";
const SNAPSHOT = z.object({ words: z.array(z.string()) });

/** As its documentation has it for questions of several words: each is searched for, anywhere, and weighed by TF-IDF. */
const OPTIONS: IFuseOptions<string> = {
  useTokenSearch: true,
  tokenMatch: "any",
  ignoreLocation: true,
  threshold: 0.3,
  minMatchCharLength: 2,
};

/** fuse.js over the sentences themselves. Every search of it is a fuzzy one. */
export function createPeer(): Peer {
  let words: string[] = [];
  let index = new Fuse<string>([], OPTIONS);
  const search = (question: Question, limit: number): Ids =>
    index.search(question.words.join(" "), { limit }).map(({ refIndex }) => refIndex);
  return {
    build: (corpus) => {
      words = [...corpus.words];
      index = new Fuse(words, OPTIONS, Fuse.createIndex([], words));
    },
    search,
    searchFuzzy: search,
    save: (folder) => {
      writeFileSync(join(folder, FILE), JSON.stringify({ words, index: index.getIndex() }));
    },
    open: (folder) => {
      const snapshot: unknown = JSON.parse(readFileSync(join(folder, FILE), "utf8"));
      ({ words } = SNAPSHOT.parse(snapshot));
      index = new Fuse(words, OPTIONS);
    },
    add: ({ sentences }) => {
      for (const added of sentences) index.add(added.words);
    },
  };
}
