import { type Transaction, sql } from "kysely";
import type { Result } from "../domain/result.ts";
import type { Store, StoreFailure } from "../domain/store.ts";
import type { Database } from "./database.ts";
import { addFeedback, readFeedback } from "./feedback.ts";
import { follow, readFollows, readFollowsAfter, setSeen, unfollow } from "./follows.ts";
import { noteArticles, readArticlesSince } from "./articles-seen.ts";
import { addDigest, changeDigest, readDigest, readDigests, readDigestsAfter, removeDigest } from "./digests.ts";
import { readLanguage, setLanguage } from "./languages.ts";
import { lease } from "./leases.ts";
import { readLog, writeLog } from "./log.ts";
import { exportPerson, forgetPerson } from "./personal-data.ts";
import {
  addPublication,
  changePublication,
  expirePublications,
  readPublication,
  readPublications,
  readPublicationsAfter,
} from "./publications.ts";
import { addQuestion, expireQuestions, readOpenQuestions } from "./questions.ts";
import { readServerSettings, setServerSettings } from "./server-settings.ts";
import type { Tables } from "./tables.ts";

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
    serverSettings: (server) => stored(() => readServerSettings(tables, server)),
    setServerSettings: (server, change, entry) => stored(() => setServerSettings(database, server, change, entry)),
    publications: {
      add: (given, entry) => written((transaction) => addPublication(transaction, given, entry)),
      get: (id) => stored(() => readPublication(tables, id)),
      change: (id, revision, change, at, entry) =>
        written((transaction) => changePublication(transaction, id, revision, change, at, entry)),
      list: (page) => stored(() => readPublications(tables, page)),
      after: (id, states, limit) => stored(() => readPublicationsAfter(tables, id, states, limit)),
      expire: (before) => written((transaction) => expirePublications(transaction, before)),
    },
    digests: {
      add: (plan, entry) => stored(() => addDigest(database, plan, entry)),
      get: (id) => stored(() => readDigest(tables, id)),
      change: (id, revision, change, entry) =>
        written((transaction) => changeDigest(transaction, id, revision, change, entry)),
      remove: (id, entry) => written((transaction) => removeDigest(transaction, id, entry)),
      list: (server) => stored(() => readDigests(tables, server)),
      after: (id, limit) => stored(() => readDigestsAfter(tables, id, limit)),
    },
    articlesSeen: {
      note: (event, ids, at) => written((transaction) => noteArticles(transaction, event, ids, at)),
      since: (event, after) => stored(() => readArticlesSince(tables, event, after)),
    },
    log: (page) => stored(() => readLog(tables, page)),
    addLogEntry: (entry) => written((transaction) => writeLog(transaction, entry)),
    lease: (name, owner, until, now) => written((transaction) => lease(transaction, name, owner, until, now)),
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
