import { mkdir, mkdtemp, rename, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "chai";
import { type CorpusWatch, watchCorpus } from "../../src/corpus/watch-corpus.ts";
import { eventually } from "../e2e/moderating.ts";

/** Long enough that whatever is told of one change has been told. */
const QUIET_MS = 400;

describe("a watched corpus folder", () => {
  let folder = "";
  let told = 0;
  let current: CorpusWatch | null = null;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "footnote-watch-"));
    await mkdir(join(folder, "ferry/articles"), { recursive: true });
    await writeFile(join(folder, "ferry/articles/a.md"), "one");
    told = 0;
  });
  afterEach(async () => {
    await current?.close();
    await rm(folder, { recursive: true });
  });

  async function watching(path = folder): Promise<void> {
    current = watchCorpus(
      [path],
      () => {
        told += 1;
      },
      () => {},
      { settledMs: 50, latestMs: 500 },
    );
    await current.ready;
  }

  async function tells(change: () => Promise<unknown>): Promise<void> {
    const before = told;
    await change();
    await eventually(() => (told > before ? true : null), 5_000);
    await sleep(QUIET_MS);
  }

  it("tells of an article that comes, changes and goes, and of an event that is new", async () => {
    await watching();
    await tells(async () => writeFile(join(folder, "ferry/articles/b.md"), "two"));
    await tells(async () => writeFile(join(folder, "ferry/articles/b.md"), "three"));
    await tells(async () => rm(join(folder, "ferry/articles/b.md")));
    await tells(async () => writeFile(join(folder, "ferry/event.yaml"), "name: Ferry"));
    await tells(async () => mkdir(join(folder, "flood/articles"), { recursive: true }));
    await tells(async () => writeFile(join(folder, "flood/articles/c.md"), "four"));
  });

  it("tells once of many files that come at once", async () => {
    await watching(join(folder, "ferry"));
    await tells(async () =>
      Promise.all(Array.from({ length: 100 }, async (_, n) => writeFile(join(folder, `ferry/articles/x${n}.md`), "x"))),
    );
    expect(told).to.be.within(1, 3);
  });

  it("passes over what is kept aside and what is not yet in its place", async () => {
    await mkdir(join(folder, "ferry/history/a"), { recursive: true });
    await mkdir(join(folder, "ferry/withdrawn"));
    await watching();
    await writeFile(join(folder, "ferry/articles/.footnote-1.tmp"), "half");
    await writeFile(join(folder, "ferry/.footnote-lock"), "me");
    await writeFile(join(folder, "ferry/history/a/1.md"), "old");
    await writeFile(join(folder, "ferry/withdrawn/z.md"), "gone");
    await sleep(QUIET_MS);
    expect(told).to.equal(0);
    await tells(async () =>
      rename(join(folder, "ferry/articles/.footnote-1.tmp"), join(folder, "ferry/articles/done.md")),
    );
  });

  it("does not look through links", async () => {
    const elsewhere = await mkdtemp(join(tmpdir(), "footnote-elsewhere-"));
    try {
      await symlink(elsewhere, join(folder, "ferry/linked"));
      await watching();
      await mkdir(join(elsewhere, "articles"));
      await sleep(QUIET_MS);
      told = 0;
      await writeFile(join(elsewhere, "articles/secret.md"), "x");
      await sleep(QUIET_MS);
      expect(told).to.equal(0);
    } finally {
      await rm(elsewhere, { recursive: true });
    }
  });

  it("is quiet once it is closed", async () => {
    await watching();
    await writeFile(join(folder, "ferry/articles/late.md"), "x");
    await current?.close();
    await sleep(QUIET_MS);
    expect(told).to.equal(0);
  });
});
