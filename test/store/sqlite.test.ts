import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "chai";
import Connection from "libsql";
import type { Failure } from "../../src/domain/failure.ts";
import type { Store } from "../../src/domain/store.ts";
import { openStore } from "../../src/store/open-store.ts";
import { type Place, TABLES, holdsTheContract } from "./contract.ts";
import { draftOf, entryOf, planOf } from "./desk-samples.ts";
import { done, feedbackOf, followOf } from "./samples.ts";
import { holdsTheUpgradeContract } from "./upgrade-contract.ts";

describe("the store in a file", () => {
  let folder = "";
  let file = "";

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "footnote-store-"));
    file = join(folder, "data", "footnote.db");
  });

  afterEach(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  async function open(): Promise<Store> {
    const opened = await openStore({ url: null, file });
    if (!opened.ok) throw new Error(JSON.stringify(opened.error));
    return opened.value;
  }

  async function refusal(): Promise<Failure | null> {
    const opened = await openStore({ url: null, file });
    if (!opened.ok) return opened.error;
    await opened.value.close();
    return null;
  }

  function run(script: URL, ...args: readonly string[]): ReturnType<typeof spawn> {
    return spawn(process.execPath, [fileURLToPath(script), ...args], { stdio: ["ignore", "pipe", "inherit"] });
  }

  async function newPlace(): Promise<Place> {
    return {
      text: "text",
      open,
      dump: () => {
        const connection = new Connection(file);
        const rows = TABLES.map((table) => connection.prepare(`select * from ${table}`).all([]));
        connection.close();
        return Promise.resolve(JSON.stringify(rows));
      },
      execute: async (statement) => {
        await mkdir(dirname(file), { recursive: true });
        const connection = new Connection(file);
        connection.exec(statement);
        connection.close();
      },
    };
  }

  describe("keeps the contract", () => {
    holdsTheContract(newPlace);
  });

  describe("of an earlier version", () => {
    holdsTheUpgradeContract(newPlace);
  });

  it("is for its owner's eyes only", async () => {
    await (await open()).close();
    expect((await stat(file)).mode & 0o077).to.equal(0);
    for (const name of await readdir(join(folder, "data"))) {
      // SQLite takes its own files away when it likes.
      const stats = await stat(join(folder, "data", name)).catch(() => null);
      expect((stats?.mode ?? 0) & 0o077, name).to.equal(0);
    }
  });

  it("keeps no trace of who was forgotten, not even in what the file no longer uses", async () => {
    const store = await open();
    const bytes = async (): Promise<Buffer> =>
      Buffer.concat(
        await Promise.all((await readdir(join(folder, "data"))).map((name) => readFile(join(folder, "data", name)))),
      );
    for (let place = 0; place < 50; place += 1) {
      await done(store.addFeedback(feedbackOf({ person: "880012345", question: `Question ${place}?` })));
    }
    await done(store.follow(followOf({ person: "880012345" })));
    for (let place = 0; place < 50; place += 1) {
      await done(store.addLogEntry(entryOf({ person: "880012345", detail: String(place) })));
      await done(store.publications.add(draftOf({ author: "880012345", approver: "880012345" }), null));
    }
    await done(store.digests.add(planOf({ author: "880012345" }), null));
    expect((await bytes()).includes("880012345")).to.equal(true);
    await done(store.forgetPerson("880012345"));
    expect((await bytes()).includes("880012345")).to.equal(false);
    await store.close();
  });

  it("has every acknowledged write after its process was killed in the middle of others", async () => {
    let from = 0;
    for (let round = 0; round < 3; round += 1) {
      const writer = run(new URL("./write-loop.js", import.meta.url), file, String(from));
      let said = "";
      for await (const chunk of writer.stdout ?? []) {
        said += String(chunk);
        if (said.split("\n").length > 20 + 13 * round) break;
      }
      writer.kill("SIGKILL");
      if (writer.exitCode === null && writer.signalCode === null) await once(writer, "exit");
      const last = Number(said.split("\n").at(-2));
      const store = await open();
      const follows = await done(store.followsAfter(null, 1_000));
      const persons = new Set(follows.map(({ person }) => person));
      for (let place = 0; place <= last; place += 1) expect(persons.has(String(place)), String(place)).to.equal(true);
      const feedback = await done(store.feedback({ offset: 0, limit: 1_000 }));
      expect(feedback.length).to.be.at.least(persons.size);
      const states = { draft: ["drafted"], posting: ["posted", "drafted"] };
      for (const state of ["draft", "posting"] as const) {
        const page = { server: "7", states: [state], offset: 0, limit: 1_000 };
        for (const publication of await done(store.publications.list(page))) {
          const log = await done(store.log({ ...page, subject: publication.id }));
          expect(log.map(({ deed }) => deed)).to.deep.equal(states[state]);
          expect(publication.revision).to.equal(log.length);
        }
      }
      const posting = await done(store.publications.after(null, ["posting"], 1_000));
      expect(posting.length).to.be.at.least(last + 1 - round);
      await store.close();
      from = last + 1;
    }
  });

  it("has one publication for a slot, however many processes want it at once", async () => {
    await (await open()).close();
    const wanting = ["1", "2", "3"].map((person) => run(new URL("./take-slots.js", import.meta.url), file, person));
    const said = await Promise.all(
      wanting.map(async (one) => {
        let text = "";
        for await (const chunk of one.stdout ?? []) text += String(chunk);
        return text.split("\n").filter((line) => line !== "");
      }),
    );
    expect(said.flat().toSorted()).to.deep.equal(Array.from({ length: 20 }, (_, slot) => String(slot)).toSorted());
    const store = await open();
    expect(await done(store.publications.after(null, ["posting"], 100))).to.have.lengthOf(20);
    expect(await done(store.log({ server: "7", offset: 0, limit: 100 }))).to.have.lengthOf(40);
    await store.close();
  });

  it("is made once by several processes that start at once", async () => {
    const starts = ["1", "2", "3", "4"].map((person) => run(new URL("./open-once.js", import.meta.url), file, person));
    for (const start of starts) {
      const [code]: unknown[] = start.exitCode === null ? await once(start, "exit") : [start.exitCode];
      expect(code).to.equal(0);
    }
    const store = await open();
    for (const person of ["1", "2", "3", "4"]) expect(await done(store.language(person))).to.equal("fr");
    await store.close();
  });

  describe("when the file cannot be used", () => {
    async function sound(): Promise<Buffer> {
      const store = await open();
      for (let place = 0; place < 200; place += 1) {
        await done(store.follow(followOf({ person: String(place), question: "x".repeat(500) })));
      }
      await store.close();
      return await readFile(file);
    }

    const damages: readonly [string, (whole: Buffer) => Buffer][] = [
      ["no database", () => Buffer.from("These are the minutes of the last meeting. ".repeat(100))],
      ["cut in half", (whole) => whole.subarray(0, Math.floor(whole.length / 2))],
      ["cut within a page", (whole) => whole.subarray(0, 5_000)],
      ["overwritten at its head", (whole) => Buffer.concat([Buffer.alloc(100, 0x41), whole.subarray(100)])],
      [
        "overwritten in its middle",
        (whole) => Buffer.concat([whole.subarray(0, 8_192), Buffer.alloc(20_000, 0x41), whole.subarray(28_192)]),
      ],
    ];
    for (const [name, damage] of damages) {
      it(`refuses one that is ${name}, and leaves it as it is`, async () => {
        const damaged = damage(await sound());
        await rm(join(folder, "data"), { recursive: true });
        await mkdir(join(folder, "data"));
        await writeFile(file, damaged);
        const failure = await refusal();
        expect(failure).to.include({ id: "store-unreadable", file, why: "damaged" });
        expect((await readFile(file)).equals(damaged)).to.equal(true);
      });
    }

    it("refuses one of a newer version, and leaves it as it is", async () => {
      await sound();
      const connection = new Connection(file);
      connection.exec("update footnote_schema set version = 999; create table later (word text)");
      connection.pragma("wal_checkpoint(truncate)");
      connection.close();
      const before = await readFile(file);
      expect(await refusal()).to.include({ id: "store-unreadable", file, why: "newer" });
      expect((await readFile(file)).equals(before)).to.equal(true);
    });

    it("refuses another program's, and leaves it as it is", async () => {
      await mkdir(join(folder, "data"));
      const connection = new Connection(file);
      connection.exec("create table recipes (name text)");
      connection.close();
      const before = await readFile(file);
      expect(await refusal()).to.include({ id: "store-unreadable", file, why: "not-ours" });
      expect((await readFile(file)).equals(before)).to.equal(true);
    });

    it("takes an empty one for new", async () => {
      await mkdir(join(folder, "data"));
      await writeFile(file, "");
      expect(await refusal()).to.equal(null);
    });

    it("says so where a folder is in its place, or a file in its folder's", async () => {
      await mkdir(file, { recursive: true });
      expect(await refusal()).to.include({ id: "store-unreadable", file, why: "unusable" });
      await writeFile(join(folder, "notes"), "");
      file = join(folder, "notes", "footnote.db");
      expect(await refusal()).to.include({ id: "store-unreadable", file, why: "unusable" });
    });
  });

  it("says so when another process keeps it to itself, and goes on afterwards", async () => {
    const store = await open();
    const other = new Connection(file);
    other.exec("begin immediate");
    const result = await store.setLanguage("1", "de");
    expect(result.ok ? "" : result.error.reason).to.contain("SQLITE_BUSY");
    other.exec("rollback");
    other.close();
    await done(store.setLanguage("1", "de"));
    await store.close();
  });

  it("is not opened for who does not want it any more", async () => {
    const reason = new Error("stopped");
    const error: unknown = await openStore({ url: null, file, signal: AbortSignal.abort(reason) }).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).to.equal(reason);
  });
});
