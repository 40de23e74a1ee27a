import { type Transaction, sql } from "kysely";
import type { Result } from "../domain/result.ts";
import type { Store, StoreFailure } from "../domain/store.ts";
import { noteArticles, readNewArticles } from "./articles-seen.ts";
import type { Database } from "./database.ts";
import { addDigest, changeDigest, listDigests, readDigest, readDigestsAfter, removeDigest } from "./digests.ts";
import { addFeedback, readFeedback } from "./feedback.ts";
import { follow, readFollows, readFollowsAfter, setSeen, unfollow } from "./follows.ts";
import { readLanguage, setLanguage } from "./languages.ts";
import { lease } from "./leases.ts";
import { addLogEntry, readLog } from "./log.ts";
import { exportPerson, forgetPerson } from "./personal-data.ts";
import {
  addPublication,
  changePublication,
  expirePublications,
  listPublications,
  readPublication,
  readPublicationByMessage,
  readPublicationsAfter,
} from "./publications.ts";
import { addQuestion, expireQuestions, readOpenQuestions } from "./questions.ts";
import { readServerSettings, setServerSettings } from "./servers.ts";
import type { Tables } from "./tables.ts";

/** The store over an open database. What goes wrong becomes a value. */
export function createStore(database: Database): Store {
  const { tables, kind } = database;
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
    serverSettings: (server) => stored(() => readServerSettings(tables, server)),
    setServerSettings: (server, change, entry) =>
      written((transaction) => setServerSettings(transaction, kind, server, change, entry)),
    publications: {
      add: (publication, entry) => written((transaction) => addPublication(transaction, kind, publication, entry)),
      get: (id) => stored(() => readPublication(tables, id)),
      byMessage: (server, message) => stored(() => readPublicationByMessage(tables, server, message)),
      change: (...change) => written((transaction) => changePublication(transaction, kind, ...change)),
      list: (page) => stored(() => listPublications(tables, page)),
      after: (id, states, limit) => stored(() => readPublicationsAfter(tables, id, states, limit)),
      expire: (before) => written((transaction) => expirePublications(transaction, before)),
    },
    digests: {
      add: (plan, entry) => written((transaction) => addDigest(transaction, kind, plan, entry)),
      get: (id) => stored(() => readDigest(tables, id)),
      change: (...change) => written((transaction) => changeDigest(transaction, kind, ...change)),
      remove: (id, entry) => written((transaction) => removeDigest(transaction, kind, id, entry)),
      list: (server) => stored(() => listDigests(tables, server)),
      after: (id, limit) => stored(() => readDigestsAfter(tables, id, limit)),
    },
    articlesSeen: {
      note: (event, ids, at) => written((transaction) => noteArticles(transaction, event, ids, at)),
      since: (event, after) => stored(() => readNewArticles(tables, event, after)),
    },
    log: (page) => stored(() => readLog(tables, page)),
    addLogEntry: (entry) => written((transaction) => addLogEntry(transaction, kind, entry)),
    lease: (name, owner, until, now) => written((transaction) => lease(transaction, name, owner, until, now)),
    exportPerson: (person) => stored(() => exportPerson(tables, person)),
    forgetPerson: async (person) => {
      const forgotten = await stored(() => forgetPerson(database, person));
      await database.scrub();
      return forgotten;
    },
    expireQuestions: (before) => written((transaction) => expireQuestions(transaction, before)),
    check: () => stored(async () => void (await sql`select 1`.execute(tables))),
    close: () => database.close(),
  };
}
