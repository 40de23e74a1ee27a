import { type Transaction, sql } from "kysely";
import type { Result } from "../domain/result.ts";
import type { Store, StoreFailure } from "../domain/store.ts";
import type { Database } from "./database.ts";
import { addFeedback, readFeedback } from "./feedback.ts";
import { follow, readFollows, readFollowsAfter, setSeen, unfollow } from "./follows.ts";
import { readLanguage, readServerLanguage, setLanguage, setServerLanguage } from "./languages.ts";
import { exportPerson, forgetPerson } from "./personal-data.ts";
import { addQuestion, expireQuestions, readOpenQuestions } from "./questions.ts";
import type { Tables } from "./tables.ts";

const notYet = async (): Promise<Result<never, StoreFailure>> => ({
  ok: false,
  error: { id: "store-unavailable", reason: "not yet" },
});

/** The store over an open database. What goes wrong becomes a value. */
export function createStore(database: Database): Store {
  const { tables } = database;
  async function stored<T>(work: () => Promise<T>): Promise<Result<T, StoreFailure>> {
    try {
      return { ok: true, value: await database.run(work) };
    } catch (error) {
      return { ok: false, error: { id: "store-unavailable", reason: database.reasonOf(error) } };
    }
  }
  /** What writes is a transaction even where it is one statement: see the driver of SQLite. */
  async function written<T>(work: (transaction: Transaction<Tables>) => Promise<T>): Promise<Result<T, StoreFailure>> {
    return await stored(() => tables.transaction().execute(work));
  }
  return {
    addFeedback: (feedback) => written((transaction) => addFeedback(transaction, feedback)),
    feedback: (page) => stored(() => readFeedback(tables, page)),
    addQuestion: (question) => written((transaction) => addQuestion(transaction, question)),
    openQuestions: (page) => stored(() => readOpenQuestions(tables, page)),
    follow: (wanted) => stored(() => follow(database, wanted)),
    unfollow: (person, id) => written((transaction) => unfollow(transaction, person, id)),
    follows: (person) => stored(() => readFollows(tables, person)),
    followsAfter: (id, limit) => stored(() => readFollowsAfter(tables, id, limit)),
    setSeen: (id, seen) => written((transaction) => setSeen(transaction, id, seen)),
    language: (person) => stored(() => readLanguage(tables, person)),
    setLanguage: (person, language) => written((transaction) => setLanguage(transaction, person, language)),
    serverSettings: (server) =>
      stored(async () => ({
        language: await readServerLanguage(tables, server),
        moderatorRoles: [],
        publicChannels: [],
        privacy: "public",
        approval: false,
        timeZone: null,
        event: null,
      })),
    setServerSettings: (server, { language = null }) =>
      written((transaction) => setServerLanguage(transaction, server, language)),
    publications: { add: notYet, get: notYet, change: notYet, list: notYet, after: notYet, expire: notYet },
    digests: { add: notYet, get: notYet, change: notYet, remove: notYet, list: notYet, after: notYet },
    articlesSeen: { note: notYet, since: notYet },
    log: notYet,
    addLogEntry: notYet,
    lease: notYet,
    exportPerson: (person) => stored(() => exportPerson(tables, person)),
    forgetPerson: async (person) => {
      const forgotten = await stored(() => forgetPerson(tables, person));
      await database.scrub();
      return forgotten;
    },
    expireQuestions: (before) => written((transaction) => expireQuestions(transaction, before)),
    check: () => stored(async () => void (await sql`select 1`.execute(tables))),
    close: () => database.close(),
  };
}
