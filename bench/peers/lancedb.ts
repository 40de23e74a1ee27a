import { Index, MatchQuery, type Table, connect } from "@lancedb/lancedb";
import { z } from "zod/mini";
import { readLines } from "../run/read-lines.ts";
import type { Ids, Peer } from "./peer.ts";

interface Row extends Record<string, unknown> {
  readonly id: number;
  readonly words: string;
  readonly text: string;
}

const TABLE = "sentences";
const BATCH = 50_000;
const FOUND = z.array(z.object({ id: z.number() }));

/**
 * LanceDB in a local folder, with its full-text index over the words, stemmed, without positions since no phrase is asked
 * for; the sentences as written are stored beside them and not read by a query.
 */
export function createPeer(): Peer {
  let table: Table | null = null;
  const opened = (): Table => {
    if (table === null) throw new Error("not open");
    return table;
  };
  const find = async (words: readonly string[], fuzziness: number, limit: number): Promise<Ids> => {
    const query = new MatchQuery(words.join(" "), "words", { fuzziness });
    // Without "_score" LanceDB writes a warning for every query; all rows are in the index, so none has to be scanned.
    const search = opened().query().fullTextSearch(query).fastSearch().select(["id", "_score"]);
    const rows: unknown = await search.limit(limit).toArray();
    return FOUND.parse(rows).map(({ id }) => id);
  };
  return {
    build: async ({ words, textFile }, folder) => {
      const database = await connect(folder);
      const write = async (rows: Row[]): Promise<void> => {
        if (table === null) table = await database.createTable(TABLE, rows);
        else await table.add(rows);
      };
      let rows: Row[] = [];
      let id = 0;
      for await (const text of readLines(textFile)) {
        rows.push({ id, words: words[id] ?? "", text });
        id += 1;
        if (rows.length < BATCH) continue;
        await write(rows);
        rows = [];
      }
      if (rows.length > 0) await write(rows);
      await opened().optimize();
      await opened().createIndex("words", {
        config: Index.fts({ withPosition: false, language: "English", stem: true, removeStopWords: false }),
      });
      // Every step leaves the state before it on disk.
      await opened().optimize({ cleanupOlderThan: new Date() });
    },
    search: ({ words }, limit) => find(words, 0, limit),
    searchFuzzy: ({ words }, limit) => find(words, 1, limit),
    // All is in the folder already.
    save: () => {},
    open: async (folder) => {
      table = await (await connect(folder)).openTable(TABLE);
    },
    add: async ({ sentences }) => {
      await opened().add(sentences.map(({ id, words, text }) => ({ id, words, text })));
      await opened().optimize();
    },
  };
}
