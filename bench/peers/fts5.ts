import { join } from "node:path";
import Database from "libsql";
import { z } from "zod/mini";
import { readLines } from "../run/read-lines.ts";
import type { Peer } from "./peer.ts";

const FILE = "sentences.db";
const ROWS = z.array(z.object({ rowid: z.number() }));

/**
 * SQLite's full-text index through libsql, on disk: a contentless FTS5 table with its Porter stemmer over the words, as
 * its documentation has it for text that is stored elsewhere, and the sentences as written in a table beside it. Queries
 * are a disjunction, ordered by `rank`, which is bm25().
 */
export function createPeer(): Peer {
  let database: Database.Database | null = null;
  const opened = (): Database.Database => {
    if (database === null) throw new Error("not open");
    return database;
  };
  let find: Database.Statement | null = null;
  const open = (folder: string): void => {
    database = new Database(join(folder, FILE));
    database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL");
  };
  const insert = (rows: Iterable<readonly [id: number, words: string, text: string]>): void => {
    const words = opened().prepare("INSERT INTO found(rowid, words) VALUES (?, ?)");
    const texts = opened().prepare("INSERT INTO sentence(id, text) VALUES (?, ?)");
    opened().exec("BEGIN");
    for (const [id, row, text] of rows) {
      words.run(id, row);
      texts.run(id, text);
    }
    opened().exec("COMMIT");
  };
  return {
    build: async ({ words, textFile }, folder) => {
      open(folder);
      opened().exec("CREATE TABLE sentence(id INTEGER PRIMARY KEY, text TEXT NOT NULL)");
      opened().exec("CREATE VIRTUAL TABLE found USING fts5(words, content='', tokenize='porter unicode61')");
      let id = 0;
      let rows: (readonly [number, string, string])[] = [];
      for await (const text of readLines(textFile)) {
        rows.push([id, words[id] ?? "", text]);
        id += 1;
        if (rows.length < 10_000) continue;
        insert(rows);
        rows = [];
      }
      insert(rows);
      opened().exec("INSERT INTO found(found) VALUES ('optimize')");
    },
    search: ({ words }, limit) => {
      find ??= opened().prepare("SELECT rowid FROM found WHERE found MATCH ? ORDER BY rank LIMIT ?");
      return ROWS.parse(find.all(words.map((word) => `"${word}"`).join(" OR "), limit)).map(({ rowid }) => rowid);
    },
    save: () => {
      opened().pragma("wal_checkpoint(TRUNCATE)");
    },
    open,
    add: ({ sentences }) => insert(sentences.map(({ id, words, text }) => [id, words, text] as const)),
    close: () => {
      find = null;
      database?.close();
    },
  };
}
