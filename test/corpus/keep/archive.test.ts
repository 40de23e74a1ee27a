import { expect } from "chai";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  symlink,
  truncate,
  utimes,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough, Readable, Writable } from "node:stream";
import { gunzipSync, gzipSync } from "node:zlib";
import { packTar, unpackTar, type TarHeader } from "modern-tar";
import { applyPlan } from "../../../src/corpus/keep/apply-plan.ts";
import { exportEvent } from "../../../src/corpus/keep/export-event.ts";
import { importEvent } from "../../../src/corpus/keep/import-event.ts";
import { planImport } from "../../../src/corpus/keep/plan-import.ts";
import { withdrawArticle } from "../../../src/corpus/keep/withdraw-article.ts";
import { loadCorpus } from "../../../src/corpus/load-corpus.ts";
import { article } from "../../fixtures/articles.ts";
import { diskFull, failingFrom, Killed } from "./faults.ts";

const today = "2026-11-23";

interface Entry {
  readonly header: TarHeader;
  readonly body: Uint8Array;
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

describe("an event as an archive", () => {
  let folder = "";
  let event = "";
  let archive = "";
  let into = "";

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "footnote-archive-"));
    [event, archive, into] = [join(folder, "flood"), join(folder, "flood.tar.gz"), join(folder, "new", "moved")];
    for (const body of ["It rained.", "It poured."]) {
      const drafts = ["flood", "fire"].map((id) => ({
        draft: { article: article({ id, body: `${body} (${id})` }), leftOut: [] },
        from: "page.html",
      }));
      const { articles } = await loadCorpus([event], { today });
      await applyPlan(
        event,
        planImport(drafts, articles, () => null),
        { today },
      );
    }
    await withdrawArticle(event, "fire", { on: "2026-11-22", reason: "Wrong" }, { today });
    await writeFile(join(event, "gold.yaml"), "questions: []\n");
  });
  afterEach(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  /** Every file below a folder with its content, hidden ones too. */
  async function contentsOf(where: string): Promise<Readonly<Record<string, string>>> {
    const entries = await readdir(where, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    const texts = await Promise.all(
      files.sort().map(async (file) => [file.slice(where.length + 1), await readFile(file, "latin1")] as const),
    );
    return Object.fromEntries(texts);
  }

  /** What is in the folder an archive is to be unpacked in, hidden names included. */
  const beside = async (): Promise<readonly string[]> => {
    const names: string[] = await readdir(join(folder, "new")).catch(() => []);
    return names.sort();
  };

  describe("exportEvent", () => {
    it("gives the same bytes for the same event, whenever its files were written", async () => {
      const first = await exportEvent(event, archive, { today });
      expect(first.ok && first.value).to.deep.equal({
        event: "flood",
        corpus: (await loadCorpus([event], { today })).version,
        articles: 1,
        files: 7,
        leftOut: [],
      });
      const copy = join(folder, "copy", "flood");
      await cp(event, copy, { recursive: true });
      await utimes(join(copy, "articles/flood.md"), 1, 1);
      const chunks: Buffer[] = [];
      const stream = new Writable({
        write: (chunk: Buffer, _, done) => {
          chunks.push(chunk);
          done();
        },
      });
      expect((await exportEvent(copy, stream, { today })).ok).to.equal(true);
      expect(Buffer.concat(chunks).equals(await readFile(archive))).to.equal(true);
    });

    it("can be read by tar, the manifest first", async () => {
      await exportEvent(event, archive, { today });
      const names = execFileSync("tar", ["-tzf", archive], { encoding: "utf8" }).trim().split("\n");
      expect(names.slice(0, 4)).to.deep.equal(["manifest.json", "articles/flood.md", "event.yaml", "gold.yaml"]);
      expect(names.filter((name) => name.startsWith("history/"))).to.have.lengthOf(3);
      expect(names.at(-1)).to.equal("withdrawn/fire.md");
    });

    it("takes along nothing that is not the event's, and follows no link", async () => {
      await writeFile(join(folder, ".env"), "TOKEN=secret");
      await writeFile(join(event, "notes.txt"), "mine");
      await writeFile(join(event, ".hidden"), "mine");
      await writeFile(join(event, "articles/README.md"), "mine");
      await symlink(join(folder, ".env"), join(event, "articles/env.md"));
      await mkdir(join(event, "articles/deep"));
      execFileSync("mkfifo", [join(event, "articles/pipe.md")]);
      await writeFile(join(event, "withdrawn/huge.md"), "");
      await truncate(join(event, "withdrawn/huge.md"), 5 * 1024 ** 3);
      const result = await exportEvent(event, archive, { today });
      expect(result.ok && [...result.value.leftOut].sort()).to.deep.equal([
        "articles/README.md",
        "articles/deep",
        "articles/env.md",
        "articles/pipe.md",
        "notes.txt",
        "withdrawn/huge.md",
      ]);
      expect(gunzipSync(await readFile(archive)).includes("secret")).to.equal(false);
    });

    it("replaces no file and leaves none half written", async () => {
      await writeFile(archive, "mine");
      const taken = await exportEvent(event, archive, { today });
      expect(!taken.ok && taken.error.id).to.equal("name-taken");
      expect(await readFile(archive, "utf8")).to.equal("mine");
      const stop = new AbortController();
      stop.abort();
      const error: unknown = await exportEvent(event, join(folder, "b.tar.gz"), { today, signal: stop.signal }).catch(
        (error: unknown) => error,
      );
      expect(error).to.have.property("name", "AbortError");
      const nowhere = await exportEvent(event, join(folder, "no/b.tar.gz"), { today });
      expect(!nowhere.ok && nowhere.error.id).to.equal("file-unwritable");
      const none = await exportEvent(join(folder, "none"), join(folder, "b.tar.gz"), { today });
      expect(!none.ok && none.error.id).to.equal("not-an-event-folder");
      expect((await readdir(folder)).sort()).to.deep.equal(["flood", "flood.tar.gz"]);
    });

    it("ends when whoever reads it goes away", async () => {
      const broken = new Writable({
        write: (_chunk, _encoding, done) => {
          done(new Error("gone"));
        },
      });
      expect((await exportEvent(event, broken, { today })).ok).to.equal(false);
    });
  });

  describe("importEvent", () => {
    let entries: readonly Entry[] = [];

    beforeEach(async () => {
      const exported = await exportEvent(event, archive, { today });
      expect(exported.ok).to.equal(true);
      const unpacked = await unpackTar(gunzipSync(await readFile(archive)));
      entries = unpacked.map(({ header, data }) => ({ header, body: data ?? new Uint8Array() }));
    });

    async function take(changed: readonly Entry[]): Promise<string> {
      await writeFile(archive, gzipSync(await packTar([...changed])));
      return await outcome(archive);
    }

    async function outcome(from: string | Readable, options: { readonly replace?: boolean } = {}): Promise<string> {
      const result = await importEvent(from, into, { today, ...options });
      if (result.ok) return "done";
      return result.error.id === "archive-unsound"
        ? `${result.error.why} ${result.error.entry ?? "-"}`
        : result.error.id;
    }

    /** The same archive with one file more, listed in its manifest like the others. */
    function withFile(name: string, body: Uint8Array, header: Partial<TarHeader> = {}): readonly Entry[] {
      const [manifest, ...rest] = entries;
      const told: unknown = JSON.parse(Buffer.from(manifest?.body ?? []).toString());
      const listed = { path: name, bytes: body.length, sha256: sha256(body) };
      const text = Buffer.from(
        JSON.stringify(told, (key, value: unknown) =>
          key === "files" && Array.isArray(value)
            ? [...value, listed]
            : key === "articles" && name.startsWith("articles/")
              ? Number(value) + 1
              : value,
        ),
      );
      const file = { header: { name, size: body.length, type: "file", ...header } as const, body };
      return [{ header: { name: "manifest.json", size: text.length }, body: text }, ...rest, file];
    }

    const manifestOf = (text: string): Entry => {
      const body = Buffer.from(text);
      return { header: { name: "manifest.json", size: body.length }, body };
    };

    it("makes the very same folder of it", async () => {
      const result = await importEvent(archive, into, { today });
      expect(result.ok && result.value).to.deep.include({ event: "flood", articles: 1, files: 7 });
      expect(await contentsOf(into)).to.deep.equal(await contentsOf(event));
      expect(await beside()).to.deep.equal(["moved"]);
      expect(await outcome(archive)).to.equal("event-exists");
    });

    it("takes it from a stream, and from tar itself", async () => {
      const bytes = await readFile(archive);
      expect(await outcome(Readable.from([bytes.subarray(0, 100), bytes.subarray(100)]))).to.equal("done");
      await rm(into, { recursive: true });
      const plain = join(folder, "plain");
      await mkdir(plain);
      execFileSync("tar", ["-xzf", archive, "-C", plain]);
      const names = execFileSync("tar", ["-tzf", archive], { encoding: "utf8" }).trim().split("\n");
      execFileSync("tar", ["-czf", archive, "--format=ustar", "-C", plain, ...names]);
      expect(await outcome(archive)).to.equal("done");
      expect(await contentsOf(into)).to.deep.equal(await contentsOf(event));
    });

    it("takes an event without articles", async () => {
      await rm(archive);
      for (const part of ["articles/flood.md", "history", "withdrawn"]) {
        await rm(join(event, part), { recursive: true });
      }
      await exportEvent(event, archive, { today });
      expect(await outcome(archive)).to.equal("done");
      expect((await readdir(into)).sort()).to.deep.equal(["articles", "event.yaml", "gold.yaml"]);
    });

    it("replaces an event only when it is told to, and then wholly", async () => {
      await mkdir(join(into, "articles"), { recursive: true });
      await writeFile(join(into, "articles/old.md"), "old");
      expect(await outcome(archive)).to.equal("event-exists");
      expect(await outcome(archive, { replace: true })).to.equal("done");
      expect(await contentsOf(into)).to.deep.equal(await contentsOf(event));
      expect(await beside()).to.deep.equal(["moved"]);
    });

    it("refuses what could write elsewhere, or is no file of an event", async () => {
      const evil = Buffer.from("evil");
      const names = [
        "../../evil.md",
        "/tmp/evil.md",
        "articles/../../evil.md",
        "articles//flood2.md",
        "./articles/x.md",
        "articles/x.md/y.md",
        "articles/X.md",
        "articles/x.exe",
        "articles\\x.md",
        "other/x.md",
        ".env",
        "event.yml",
        "history/flood.md",
        "history/flood/latest.md",
        "articles/x\u0000.md",
      ];
      for (const name of names) expect(await take(withFile(name, evil)), name).to.equal(`name-not-ours ${name}`);
      for (const type of ["symlink", "link", "fifo", "character-device", "block-device", "directory"] as const) {
        const linked = withFile("articles/x.md", Buffer.alloc(0), { type, linkname: "../../../.env" });
        expect(await take(linked), type).to.match(/^not-a-file articles\/x\.md/u);
      }
      const renamed = withFile("articles/x.md", evil, { pax: { path: "../../evil.md" } });
      expect(await take(renamed)).to.equal("not-a-file ../../evil.md");
      expect(await beside()).to.deep.equal([]);
      expect((await readdir(folder)).sort()).to.deep.equal(["flood", "flood.tar.gz", "new"]);
    });

    it("refuses what is not as its manifest tells", async () => {
      const [manifest, flood, ...rest] = entries;
      if (!manifest || !flood) throw new Error("no entries");
      const other = Buffer.from(flood.body).fill(0x78, flood.body.length - 5);
      const rows: readonly (readonly [readonly Entry[], string])[] = [
        [[manifest, { ...flood, body: other }, ...rest], "hash-wrong articles/flood.md"],
        [
          [manifest, { header: { ...flood.header, size: 4 }, body: other.subarray(0, 4) }, ...rest],
          "size-wrong articles/flood.md",
        ],
        [[manifest, ...rest], "missing articles/flood.md"],
        [[manifest, flood, flood, ...rest], "twice articles/flood.md"],
        [[...entries, manifest], "twice manifest.json"],
        [
          [...entries, { ...flood, header: { ...flood.header, name: "articles/more.md" } }],
          "unlisted articles/more.md",
        ],
        [[flood, manifest, ...rest], "manifest-missing articles/flood.md"],
        [[], "manifest-missing -"],
        [[manifestOf("{"), ...rest], "manifest-invalid manifest.json"],
        [[manifestOf("[]"), ...rest], "manifest-invalid manifest.json"],
        [
          [manifestOf(Buffer.from(manifest.body).toString().replace('"version": 1', '"version": 2'))],
          "format-unknown manifest.json",
        ],
        [[manifestOf('{"format":"other","version":1}')], "format-unknown manifest.json"],
        [
          withFile(`history/flood/${"0".repeat(12)}.md`, Buffer.from("x")),
          `hash-wrong history/flood/${"0".repeat(12)}.md`,
        ],
        [withFile("articles/flood.md", Buffer.from("x")), "twice articles/flood.md"],
        [withFile("articles/big.md", Buffer.alloc(2 * 1024 * 1024 + 1, "x")), "file-too-large articles/big.md"],
      ];
      for (const [changed, expected] of rows) expect(await take(changed)).to.equal(expected);
      expect(await beside()).to.deep.equal([]);
    });

    it("refuses more files, or more bytes, than an event may have", async () => {
      const base = { format: "footnote-event", version: 1, event: "x", corpus: "0".repeat(12) };
      const listed = (count: number, bytes: number) =>
        Array.from({ length: count }, (_, index) => ({
          path: `articles/a${index}.md`,
          bytes,
          sha256: "0".repeat(64),
        }));
      for (const [count, bytes, expected] of [
        [20_001, 1, "too-many-files"],
        [600, 2 * 1024 * 1024, "too-large"],
      ] as const) {
        const manifest = manifestOf(JSON.stringify({ ...base, articles: count, files: listed(count, bytes) }));
        expect(await take([manifest])).to.equal(`${expected} manifest.json`);
      }
      expect(await take([manifestOf(" ".repeat(9 * 1024 * 1024))])).to.equal("file-too-large manifest.json");
    });

    it("unpacks no bomb", async () => {
      const zeros = Buffer.alloc(60 * 1024 * 1024);
      const tar = Buffer.from(await packTar([...entries]));
      const bombs = [
        gzipSync(zeros),
        gzipSync(Buffer.concat([tar, zeros])),
        // One entry that announces a gigabyte, as its manifest does not.
        gzipSync(
          Buffer.concat([
            tar.subarray(0, -1024),
            Buffer.from(
              await packTar([
                {
                  header: { name: "articles/x.md", size: 40 * 1024 * 1024 },
                  body: zeros.subarray(0, 40 * 1024 * 1024),
                },
              ]),
            ),
          ]),
        ),
        // The manifest itself.
        gzipSync(
          Buffer.from(
            await packTar([
              {
                header: { name: "manifest.json", size: zeros.length },
                body: zeros,
              },
            ]),
          ),
        ),
      ];
      const outcomes: string[] = [];
      for (const bomb of bombs) outcomes.push(await outcome(Readable.from([bomb])));
      expect(outcomes).to.deep.equal([
        "too-large -",
        "too-large -",
        "unlisted articles/x.md",
        "file-too-large manifest.json",
      ]);
      expect(await beside()).to.deep.equal([]);
    });

    it("refuses what is damaged, cut off, empty or no archive at all", async () => {
      const bytes = await readFile(archive);
      const tar = gunzipSync(bytes);
      const damaged = Buffer.from(tar);
      damaged[700] = 0;
      for (const broken of [
        Buffer.alloc(0),
        Buffer.from("no archive"),
        bytes.subarray(0, bytes.length / 2),
        bytes.subarray(0, -1),
        gzipSync(tar.subarray(0, 3000)),
        gzipSync(tar.subarray(0, -1024)),
        gzipSync(damaged),
        gzipSync(Buffer.from("no tar".repeat(1000))),
      ]) {
        expect(await outcome(Readable.from([broken]))).to.match(
          /^(?:not-an-archive|manifest-missing|manifest-invalid) /u,
        );
      }
      expect(await beside()).to.deep.equal([]);
    });

    it("does not wait for a pipe nor follow a link to an archive, and says what it cannot read", async () => {
      execFileSync("mkfifo", [join(folder, "pipe.tar.gz")]);
      await symlink(archive, join(folder, "link.tar.gz"));
      for (const name of ["pipe.tar.gz", "link.tar.gz", "missing.tar.gz", "flood"]) {
        expect(await outcome(join(folder, name)), name).to.equal("file-unreadable");
      }
      const failing = new Readable({
        read() {
          this.destroy(new Error("line cut"));
        },
      });
      expect(await outcome(failing)).to.equal("file-unreadable");
      await symlink(event, join(folder, "new", "linked"));
      const linked = await importEvent(archive, join(folder, "new", "linked"), { today, replace: true });
      expect(!linked.ok && linked.error.id).to.equal("not-an-event-folder");
    });

    it("stops when it is told to, even while nothing comes", async () => {
      const stop = new AbortController();
      const slow = new PassThrough();
      slow.write((await readFile(archive)).subarray(0, 200));
      const waiting = importEvent(slow, into, { today, signal: stop.signal }).catch((error: unknown) => error);
      setTimeout(() => {
        stop.abort();
      }, 50);
      expect(await waiting).to.have.property("name", "AbortError");
      expect(await beside()).to.deep.equal([]);
    });

    it("is as before or as after wherever it is cut off or the disk is full, and mends itself", async () => {
      await rename(event, join(folder, "whole"));
      const old = join(folder, "old");
      await mkdir(join(old, "articles"), { recursive: true });
      await writeFile(join(old, "articles/old.md"), "old");
      const [before, after] = [await contentsOf(old), await contentsOf(join(folder, "whole"))];
      const whole = failingFrom(Infinity, diskFull);
      await cp(old, into, { recursive: true });
      await importEvent(archive, into, { today, replace: true, files: whole });
      for (let step = 0; step < whole.steps(); step++) {
        for (const error of [diskFull, () => new Killed()]) {
          await rm(join(folder, "new"), { recursive: true });
          await cp(old, into, { recursive: true });
          const files = failingFrom(step, error);
          expect((await importEvent(archive, into, { today, replace: true, files })).ok).to.equal(false);
          // The next who comes finds the old one where it waits.
          const other = await importEvent(archive, into, { today });
          expect(!other.ok && other.error.id, `step ${step}`).to.equal("event-exists");
          // A dead process's lock is nobody's.
          await rm(join(into, ".footnote-lock"), { force: true });
          const now = await contentsOf(into);
          expect([JSON.stringify(before), JSON.stringify(after)], `step ${step}`).to.include(JSON.stringify(now));
        }
      }
    });

    it("removes what killed imports left, but not what may be at work", async () => {
      const names = ["00000000-0000-4000-8000-000000000000", "00000000-0000-4000-8000-000000000001"];
      for (const name of names) await mkdir(join(folder, "new", `.footnote-${name}.tmp`), { recursive: true });
      await utimes(join(folder, "new", `.footnote-${names[0] ?? ""}.tmp`), 1, 1);
      expect(await outcome(archive)).to.equal("done");
      expect(await beside()).to.deep.equal([`.footnote-${names[1] ?? ""}.tmp`, "moved"]);
    });
  });
});
