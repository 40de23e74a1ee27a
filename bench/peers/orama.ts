import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { create, insert, load, save, search } from "@orama/orama";
import type { Ids, Peer, Question } from "./peer.ts";

const FILE = "index.json";

function createDatabase() {
  return create({
    schema: { words: "string" },
    components: { tokenizer: { language: "english", stemming: true, stopWords: false } },
  });
}

/** Orama with its own stemmer. It finds words by their beginnings, as it does unless told otherwise. */
export function createPeer(): Peer {
  const database = createDatabase();
  const add = async (id: number, words: string): Promise<void> => {
    await insert(database, { id: String(id), words });
  };
  const find = async ({ words }: Question, limit: number, tolerance: number): Promise<Ids> => {
    const { hits } = await search(database, { term: words.join(" "), limit, threshold: 1, tolerance });
    return hits.map(({ id }) => Number(id));
  };
  return {
    build: async ({ words }) => {
      for (const [id, text] of words.entries()) await add(id, text);
    },
    search: (question, limit) => find(question, limit, 0),
    searchFuzzy: (question, limit) => find(question, limit, 1),
    save: (folder) => writeFileSync(join(folder, FILE), JSON.stringify(save(database))),
    open: (folder) => {
      load(database, JSON.parse(readFileSync(join(folder, FILE), "utf8")));
    },
    add: async ({ sentences }) => {
      for (const { id, words } of sentences) await add(id, words);
    },
  };
}
