import { fail } from "node:assert/strict";
import { expect } from "chai";
import type { Failure } from "../../src/domain/failure.ts";
import type { Store } from "../../src/domain/store.ts";
import { openStore } from "../../src/store/open-store.ts";
import { type Place, TABLES, holdsTheContract } from "./contract.ts";
import { type Cluster, type Line, PASSWORD, findPostgres, lineTo, startCluster } from "./postgres-cluster.ts";
import { done, feedbackOf } from "./samples.ts";
import { holdsTheUpgradeContract } from "./upgrade-contract.ts";

const programs = findPostgres();
const NONE = programs === null ? " (not tested here: no PostgreSQL is installed)" : "";

(programs === null ? describe.skip : describe)(`the store in PostgreSQL${NONE}`, () => {
  let cluster: Cluster;
  let stopped = false;

  before(async function start() {
    this.timeout(60_000);
    cluster = await startCluster(programs ?? "");
  });

  after(async () => {
    if (!stopped) await cluster.stop();
  });

  async function open(url: string): Promise<Store> {
    const opened = await openStore({ url, file: "/nowhere/footnote.db" });
    return opened.ok ? opened.value : fail(JSON.stringify(opened.error));
  }

  async function refusal(url: string): Promise<Failure> {
    const opened = await openStore({ url, file: "/nowhere/footnote.db" });
    if (!opened.ok) return opened.error;
    await opened.value.close();
    return fail("it was opened");
  }

  async function newPlace(): Promise<Place> {
    const database = await cluster.create();
    return {
      text: 'text collate "C"',
      open: () => open(cluster.url(database)),
      dump: async () => {
        const rows = TABLES.map((table) => cluster.query(database, `select * from ${table}`));
        return JSON.stringify(await Promise.all(rows));
      },
      execute: async (statement) => void (await cluster.query(database, statement)),
    };
  }

  describe("keeps the contract", () => {
    holdsTheContract(newPlace);
  });

  describe("of an earlier version", () => {
    holdsTheUpgradeContract(newPlace);
  });

  it("is made once by several that start at once", async () => {
    const url = cluster.url(await cluster.create());
    const stores = await Promise.all([1, 2, 3, 4, 5].map(() => open(url)));
    for (const store of stores) await done(store.check());
    for (const store of stores) await store.close();
  });

  it("refuses a database of a newer version, and leaves it as it is", async () => {
    const database = await cluster.create();
    await (await open(cluster.url(database))).close();
    await cluster.query(database, "update footnote_schema set version = 999");
    expect(await refusal(cluster.url(database))).to.include({ id: "store-unreadable", file: null, why: "newer" });
    expect(await cluster.query(database, "select version from footnote_schema")).to.deep.equal([{ version: 999 }]);
  });

  it("refuses one with tables of ours that are another program's, and stands beside others", async () => {
    const database = await cluster.create();
    await cluster.query(database, "create table recipes (name text)");
    await (await open(cluster.url(database))).close();
    const taken = await cluster.create();
    await cluster.query(taken, "create table people (name text)");
    expect(await refusal(cluster.url(taken))).to.include({ id: "store-unreadable", file: null, why: "not-ours" });
    expect(await cluster.query(taken, "select * from pg_tables where tablename = 'feedback'")).to.deep.equal([]);
  });

  it("says that it may not make tables", async () => {
    const database = await cluster.create();
    await cluster.query(database, `create role reader_${database} login password 'reading'`);
    const url = cluster.url(database).replace(/footnote:[^@]*@/u, `reader_${database}:reading@`);
    const failure = await refusal(url);
    expect(failure).to.include({ id: "store-unreadable", file: null, why: "unusable" });
    expect(JSON.stringify(failure)).to.contain("permission denied").and.not.contain("reading@");
  });

  it("never tells the password", async () => {
    const wrong = "wr0ng%2Fsecret";
    const urls = [
      cluster.url("footnote").replace(encodeURIComponent(PASSWORD), wrong),
      `postgresql://footnote:${wrong}@127.0.0.1:1/footnote`,
      `postgresql://footnote:${wrong}@127.0.0.1:99999/footnote`,
      `postgresql://footnote:${wrong}@no-such-host.invalid/footnote`,
      `postgresql://footnote:${wrong}@:::/footnote`,
      cluster.url("no_such_database"),
    ];
    for (const url of urls) {
      const failure = await refusal(url);
      expect(failure.id, url).to.equal("store-unreachable");
      const told = JSON.stringify(failure);
      for (const secret of [wrong, decodeURIComponent(wrong), PASSWORD, encodeURIComponent(PASSWORD)]) {
        expect(told).not.to.contain(secret);
      }
    }
  });

  describe("behind a line that goes dead", () => {
    let line: Line;

    beforeEach(async () => {
      line = await lineTo(cluster.port);
    });

    afterEach(() => {
      line.close();
    });

    it("cannot be reached", async () => {
      line.freeze();
      const url = cluster.url("postgres").replace(String(cluster.port), String(line.port));
      expect((await refusal(url)).id).to.equal("store-unreachable");
    });

    it("says within seconds that it does not answer, and closes all the same", async () => {
      const url = cluster.url(await cluster.create()).replace(String(cluster.port), String(line.port));
      const store = await open(url);
      await done(store.addFeedback(feedbackOf()));
      line.freeze();
      const results = await Promise.all([store.check(), store.addFeedback(feedbackOf()), store.forgetPerson("100")]);
      for (const result of results) expect(result.ok ? "ok" : result.error.id).to.equal("store-unavailable");
      await store.close();
    });
  });

  it("outlives connections that the server ends", async () => {
    const database = await cluster.create();
    const store = await open(cluster.url(database));
    await done(store.addFeedback(feedbackOf()));
    await cluster.query(
      "postgres",
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${database}'`,
    );
    // The first calls may find out that their connection is gone.
    for (let tries = 0; tries < 5; tries += 1) await store.check();
    expect(await done(store.feedback({ offset: 0, limit: 5 }))).to.deep.equal([feedbackOf()]);
    await store.close();
  });

  describe("whose server is gone", () => {
    it("says so", async () => {
      const store = await open(cluster.url(await cluster.create()));
      await cluster.stop();
      stopped = true;
      const result = await store.setLanguage("1", "de");
      expect(result.ok ? "ok" : result.error.id).to.equal("store-unavailable");
      await store.close();
    });
  });
});
