import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { deserialize, serialize } from "node:v8";
import { z } from "zod/mini";
import { createStemmer } from "./stemmer.ts";
import { topIds } from "./top-ids.ts";
import type { Peer } from "./peer.ts";

const K1 = 0.9;
const B = 0.4;
const FILE = "index.v8";

const SNAPSHOT = z.object({
  ids: z.map(z.string(), z.array(z.number())),
  frequencies: z.map(z.string(), z.array(z.number())),
  lengths: z.array(z.number()),
});

/**
 * BM25 as a textbook has it (Manning, Raghavan and Schütze, "Introduction to Information Retrieval", 2008, figure 6.14 and
 * section 11.4.3): a map of posting lists, every posting of every word of the question scored, no pruning.
 */
export function createPeer(): Peer {
  const stemmer = createStemmer();
  let ids = new Map<string, number[]>();
  let frequencies = new Map<string, number[]>();
  let lengths: number[] = [];
  let totalLength = 0;

  const addSentence = (id: number, words: string): void => {
    const stems = words === "" ? [] : words.split(" ").map((word) => stemmer.stem(word));
    lengths[id] = stems.length;
    totalLength += stems.length;
    for (const term of stems) {
      const list = ids.get(term);
      const counts = frequencies.get(term);
      if (list === undefined || counts === undefined) {
        ids.set(term, [id]);
        frequencies.set(term, [1]);
      } else if (list.at(-1) === id) counts[counts.length - 1] = (counts.at(-1) ?? 0) + 1;
      else {
        list.push(id);
        counts.push(1);
      }
    }
  };

  return {
    build: ({ words }) => {
      for (const [id, text] of words.entries()) addSentence(id, text);
      stemmer.forget();
    },
    search: ({ words }, limit) => {
      const scores = new Map<number, number>();
      const average = totalLength / lengths.length;
      for (const term of new Set(words.map((word) => stemmer.stem(word)))) {
        const list = ids.get(term) ?? [];
        const counts = frequencies.get(term) ?? [];
        const idf = Math.log(1 + (lengths.length - list.length + 0.5) / (list.length + 0.5));
        for (const [place, id] of list.entries()) {
          const frequency = counts[place] ?? 0;
          const norm = K1 * (1 - B + (B * (lengths[id] ?? 0)) / average);
          scores.set(id, (scores.get(id) ?? 0) + (idf * frequency) / (frequency + norm));
        }
      }
      return topIds(scores, limit);
    },
    save: (folder) => writeFileSync(join(folder, FILE), serialize({ ids, frequencies, lengths })),
    open: (folder) => {
      const snapshot: unknown = deserialize(readFileSync(join(folder, FILE)));
      ({ ids, frequencies, lengths } = SNAPSHOT.parse(snapshot));
      totalLength = lengths.reduce((sum, length) => sum + length, 0);
    },
    add: ({ sentences }) => {
      for (const { id, words } of sentences) addSentence(id, words);
    },
  };
}
