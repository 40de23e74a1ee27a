import { expect } from "chai";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm, symlink, utimes, writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { withFolderLock } from "../../../src/corpus/keep/folder-lock.ts";

const token = "6d0b1d6e-0b0f-4a53-9a55-0c8b6a3d4c11";

describe("withFolderLock", () => {
  let folder = "";
  let lock = "";

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "footnote-lock-"));
    lock = join(folder, ".footnote-lock");
  });
  afterEach(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  const done = async () => await Promise.resolve({ ok: true, value: "done" } as const);
  const held = (holder: object) =>
    JSON.stringify({ pid: process.pid, host: hostname(), since: new Date().toISOString(), token, ...holder });

  it("lets one in at a time, and leaves nothing behind", async () => {
    let [inside, most] = [0, 0];
    const work = async () => {
      most = Math.max(most, ++inside);
      await new Promise((resolve) => setTimeout(resolve, 20));
      inside--;
      return { ok: true, value: null } as const;
    };
    const results = await Promise.all(Array.from({ length: 5 }, async () => await withFolderLock(folder, {}, work)));
    expect(results.every(({ ok }) => ok)).to.equal(true);
    expect(most).to.equal(1);
    expect(await readdir(folder)).to.deep.equal([]);
  });

  it("is given back by an action that throws", async () => {
    const error: unknown = await withFolderLock(folder, {}, async () => {
      await Promise.resolve();
      throw new Error("mine");
    }).catch((error: unknown) => error);
    expect(error).to.have.property("message", "mine");
    expect(await readdir(folder)).to.deep.equal([]);
  });

  it("names who holds it once the wait is over", async () => {
    const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
    await once(child, "spawn");
    try {
      await writeFile(lock, held({ pid: child.pid }));
      const result = await withFolderLock(folder, { wait: 150 }, done);
      const holder = !result.ok && result.error.id === "folder-busy" ? result.error.holder : null;
      expect(holder).to.deep.include({ pid: child.pid, host: hostname() });
      expect(holder).not.to.have.property("token");
      expect(await readdir(folder)).to.deep.equal([".footnote-lock"]);
    } finally {
      child.kill();
    }
  });

  it("stops waiting when it is told to", async () => {
    await writeFile(lock, held({ host: "elsewhere" }));
    const stop = new AbortController();
    const waiting = withFolderLock(folder, { signal: stop.signal }, done).catch((error: unknown) => error);
    stop.abort();
    expect(await waiting).to.have.property("name", "AbortError");
  });

  it("takes over from a holder that has ended, at once", async () => {
    const { pid } = spawnSync(process.execPath, ["-e", ""]);
    await writeFile(lock, held({ pid }));
    expect(await withFolderLock(folder, { wait: 0 }, done)).to.deep.equal({ ok: true, value: "done" });
    // One that had our number, before this process began.
    await writeFile(lock, held({ since: "2020-01-01T00:00:00.000Z" }));
    expect(await withFolderLock(folder, { wait: 0 }, done)).to.deep.equal({ ok: true, value: "done" });
    expect(await readdir(folder)).to.deep.equal([]);
  });

  it("takes over where nothing was heard for minutes, wherever the holder is and whatever the lock says", async () => {
    for (const text of [held({ host: "elsewhere" }), "", "{", "x".repeat(5000), held({ pid: -1 })]) {
      await writeFile(lock, text);
      const young = await withFolderLock(folder, { wait: 0 }, done);
      expect(young.ok, text).to.equal(false);
      const old = new Date(Date.now() - 180_000);
      await utimes(lock, old, old);
      expect((await withFolderLock(folder, { wait: 0 }, done)).ok, text).to.equal(true);
    }
  });

  it("reads nothing through a link in the lock's place", async () => {
    await writeFile(join(folder, "secret"), held({ host: "secret" }));
    await symlink(join(folder, "secret"), lock);
    const result = await withFolderLock(folder, { wait: 0 }, done);
    expect(result).to.deep.equal({ ok: false, error: { id: "folder-busy", folder, holder: null } });
  });

  it("keeps two processes apart, also when both find a dead one's lock", async function () {
    this.timeout(60_000);
    const { pid } = spawnSync(process.execPath, ["-e", ""]);
    await writeFile(lock, held({ pid }));
    const module = new URL("../../../src/corpus/keep/folder-lock.js", import.meta.url).href;
    const script = `
      import { openSync, closeSync, rmSync } from "node:fs";
      import { withFolderLock } from ${JSON.stringify(module)};
      const [folder, inside] = process.argv.slice(1);
      let turns = 0;
      while (turns < 25) {
        const result = await withFolderLock(folder, {}, async () => {
          closeSync(openSync(inside, "wx"));
          await new Promise((resolve) => setTimeout(resolve, 2));
          rmSync(inside);
          turns++;
          return { ok: true, value: null };
        });
        if (!result.ok) throw new Error(JSON.stringify(result));
      }`;
    const children = Array.from({ length: 3 }, () =>
      spawn(process.execPath, ["--input-type=module", "-e", script, folder, join(folder, "inside")]),
    );
    const ends = await Promise.all(
      children.map(async (child) => {
        let complaints = "";
        child.stderr.on("data", (text) => (complaints += String(text)));
        await once(child, "close");
        return `${child.exitCode ?? "-"}${complaints}`;
      }),
    );
    expect(ends).to.deep.equal(["0", "0", "0"]);
    expect(await readdir(folder)).to.deep.equal([]);
  });
});
