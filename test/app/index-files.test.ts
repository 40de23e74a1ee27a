import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdir, mkdtemp, readFile, readdir, rm, truncate, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { expect } from "chai";
import { type OpenedIndex, openIndex, saveIndex } from "../../src/app/index-files.ts";
import type { Article } from "../../src/domain/article.ts";
import type { Corpus } from "../../src/domain/corpus.ts";
import type { IndexEvent } from "../../src/domain/index-event.ts";
import { DEFAULT_BM25F } from "../../src/index/bm25f.ts";
import { buildGeneration } from "../../src/index/build-generation.ts";
import { type Generation, createGeneration } from "../../src/index/generation.ts";
import { buildQuery } from "../../src/search/query.ts";
import { rank } from "../../src/search/rank.ts";
import { createAnalyzer } from "../../src/text/analyzer.ts";
import { article, ferryCorpus } from "../fixtures/articles.ts";
import { largeCorpus } from "./large-corpus.ts";

/** As many as are kept. */
const PLACES = Array.from({ length: 16 }, (_, number) => `place-${number}`);

const corpus = largeCorpus();

describe("the index of a corpus, from start to start", () => {
  let folder = "";
  let events: IndexEvent[] = [];

  beforeEach(async () => {
    folder = join(await mkdtemp(join(tmpdir(), "footnote-index-")), "index");
    events = [];
  });

  afterEach(async () => {
    await chmod(folder, 0o700).catch(() => undefined);
    await rm(join(folder, ".."), { recursive: true, force: true });
  });

  function open(of: Corpus = corpus, paths: readonly string[] = ["corpus"]): Promise<OpenedIndex> {
    return openIndex(of, { folder, paths, vectors: null, onEvent: (event) => events.push(event) });
  }

  /** What happened since the last time this was asked. */
  function happened(): readonly string[] {
    const ids = events.map((event) => (event.id === "index-building" ? `${event.id}: ${event.reason}` : event.id));
    events = [];
    return ids;
  }

  async function start(of?: Corpus, paths?: readonly string[]): Promise<OpenedIndex> {
    const opened = await open(of, paths);
    await opened.save();
    return opened;
  }

  const files = async (): Promise<readonly string[]> => (await readdir(folder)).toSorted();

  async function onlyFile(): Promise<string> {
    const [name = "", ...others] = await files();
    expect(others).to.deep.equal([]);
    return join(folder, name);
  }

  function answers({ index }: OpenedIndex, question = "pilot7"): readonly string[] {
    return rank(index, buildQuery(index, question), { limit: 1 }).hits.map(({ sentence }) => sentence.text);
  }

  const RIGHT = ["The harbour thanked pilot7 for the day."];

  it("is built once and read from then on", async () => {
    expect(answers(await start())).to.deep.equal(RIGHT);
    expect(happened()).to.deep.equal(["index-building: missing", "snapshot-written"]);
    expect(await onlyFile()).to.match(/[\\/]ferry-[0-9a-f]{12}\.index$/u);
    expect(answers(await start())).to.deep.equal(RIGHT);
    expect(happened()).to.deep.equal(["index-read"]);
  });

  it("is not kept before it is asked for: a start comes first", async () => {
    expect(answers(await open())).to.deep.equal(RIGHT);
    expect(happened()).to.deep.equal(["index-building: missing"]);
  });

  it("is not kept for a corpus that is analysed in no time", async () => {
    await start(ferryCorpus());
    expect(happened()).to.deep.equal(["index-building: missing"]);
    await start();
    happened();
    await start({ ...ferryCorpus(), version: "ba9876543210" });
    expect(happened()).to.deep.equal(["index-building: outdated"]);
    expect(await files()).to.deep.equal([]);
  });

  it("is built anew when the articles have changed", async () => {
    await start();
    happened();
    const changed = {
      ...corpus,
      articles: [article({ id: "new", body: "Then pilot7 retired." })],
      version: "ba987654",
    };
    const longer = { ...changed, articles: [...changed.articles, ...corpus.articles] };
    expect(answers(await start(longer), "pilot7 retired")).to.deep.equal(["Then pilot7 retired."]);
    expect(happened()).to.deep.equal(["index-building: outdated", "snapshot-written"]);
    await onlyFile();
    await start(longer);
    expect(happened()).to.deep.equal(["index-read"]);
  });

  it("is built anew when another version of the program wrote it, and nobody is alarmed", async () => {
    await start();
    happened();
    const file = await onlyFile();
    const bytes = await readFile(file);
    bytes[12] = 99;
    await writeFile(file, bytes);
    expect(answers(await start())).to.deep.equal(RIGHT);
    expect(happened()).to.deep.equal(["index-building: outdated", "snapshot-written"]);
  });

  const damages: Readonly<Record<string, (file: string) => Promise<void>>> = {
    "one bit is wrong": async (file) => {
      const bytes = await readFile(file);
      bytes[bytes.length >>> 1] = (bytes[bytes.length >>> 1] ?? 0) ^ 4;
      await writeFile(file, bytes);
    },
    "half of it is missing": (file) => truncate(file, 5_000),
    "it is empty": (file) => truncate(file),
    "it is something else": (file) => writeFile(file, "Dear operator, this is no index.\n"),
  };
  for (const [name, damage] of Object.entries(damages)) {
    it(`is set aside and built anew when ${name}`, async () => {
      await start();
      const file = await onlyFile();
      await damage(file);
      const damaged = await readFile(file);
      events = [];
      expect(answers(await start())).to.deep.equal(RIGHT);
      expect(events[0]).to.deep.equal({ id: "snapshot-damaged", file, aside: `${file}.damaged` });
      expect(happened()).to.deep.equal(["snapshot-damaged", "index-building: unusable", "snapshot-written"]);
      expect(await readFile(`${file}.damaged`)).to.deep.equal(damaged);
      await start();
      expect(happened()).to.deep.equal(["index-read"]);
    });
  }

  it("leaves one damaged file at most", async () => {
    for (const place of ["a", "b", "b"]) {
      await start(corpus, [place]);
      const file = (await files()).find((name) => name.endsWith(".index")) ?? "";
      await truncate(join(folder, file), 100);
      await start(corpus, [place]);
      await rm(join(folder, file));
    }
    expect(await files()).to.have.lengthOf(1);
  });

  it("keeps the indexes of several corpora, but not of any number", async () => {
    for (const place of PLACES) await start(corpus, [place]);
    for (const [age, name] of (await files()).entries()) {
      await utimes(join(folder, name), new Date(), new Date(Date.now() - 60_000 * (age + 1)));
    }
    const oldest = (await files()).at(-1);
    happened();
    for (const place of PLACES) await start(corpus, [place]);
    expect(happened()).to.deep.equal(Array.from({ length: PLACES.length }, () => "index-read"));
    await start({ ...corpus, event: { ...corpus.event, id: "another event" } }, PLACES.slice(0, 1));
    const kept = await files();
    expect(kept).to.have.lengthOf(PLACES.length);
    expect(kept).not.to.include(oldest);
    expect(kept[0]).to.match(/^another-event-/u);
  });

  it("is no hindrance where it cannot be written", async () => {
    await mkdir(join(folder, ".."), { recursive: true });
    await writeFile(folder, "a file where the folder should be");
    expect(answers(await start())).to.deep.equal(RIGHT);
    expect(happened()).to.deep.equal(["snapshot-unreadable", "index-building: unusable", "snapshot-not-written"]);
  });

  it("is no hindrance in a folder that may only be read", async function () {
    if (process.getuid?.() === 0) this.skip();
    await mkdir(folder, { recursive: true });
    await chmod(folder, 0o500);
    expect(answers(await start())).to.deep.equal(RIGHT);
    expect(happened()).to.deep.equal(["index-building: missing", "snapshot-not-written"]);
    expect(events).to.deep.equal([]);
  });

  it("is no hindrance when something else stands in the file's place", async () => {
    await start();
    const file = await onlyFile();
    await rm(file);
    await mkdir(file);
    happened();
    expect(answers(await start())).to.deep.equal(RIGHT);
    expect(happened().at(-1)).to.equal("snapshot-written");
  });

  it("is not written any more once the program is asked to stop", async () => {
    const stop = new AbortController();
    const options = {
      folder,
      paths: ["corpus"],
      vectors: null,
      onEvent: (event: IndexEvent) => events.push(event),
      signal: stop.signal,
    };
    const opened = await openIndex(corpus, options);
    stop.abort();
    await opened.save();
    expect(happened()).to.deep.equal(["index-building: missing"]);
    expect(await files()).to.deep.equal([]);
  });

  /** An index of the same articles in two parts, which hold them in this order. */
  function inTwoParts(articles: readonly Article[]): Generation {
    const analyzer = createAnalyzer([]);
    const half = articles.length >>> 1;
    const parts = [articles.slice(0, half), articles.slice(half)].flatMap(
      (own) => buildGeneration(own, analyzer).parts,
    );
    return createGeneration(analyzer, DEFAULT_BM25F, corpus.articles, parts);
  }

  it("is kept in several parts where it has them", async () => {
    const options = { folder, paths: ["corpus"], vectors: null, onEvent: (event: IndexEvent) => events.push(event) };
    await saveIndex(corpus, inTwoParts(corpus.articles), options);
    happened();
    const opened = await start();
    expect(happened()).to.deep.equal(["index-read"]);
    expect(opened.index.searches).to.have.lengthOf(2);
    expect(answers(opened)).to.deep.equal(RIGHT);
    expect(answers(opened, "pilot39")).to.deep.equal(["The harbour thanked pilot39 for the day."]);
  });

  it("is not kept when it was put together in another order than the articles have", async () => {
    await start();
    happened();
    const options = { folder, paths: ["corpus"], vectors: null, onEvent: (event: IndexEvent) => events.push(event) };
    await saveIndex(corpus, inTwoParts(corpus.articles.toReversed()), options);
    expect(answers(await open())).to.deep.equal(RIGHT);
    expect(happened()).to.deep.equal(["index-building: missing"]);
  });

  it("is whole when two processes write it at once", async () => {
    const [one, two] = await Promise.all([open(), open()]);
    await Promise.all([one.save(), two.save()]);
    happened();
    await onlyFile();
    expect(answers(await start())).to.deep.equal(RIGHT);
    expect(happened()).to.deep.equal(["index-read"]);
  });

  describe("when a writer is killed", () => {
    const writers: ChildProcess[] = [];

    afterEach(() => {
      for (const writer of writers.splice(0)) writer.kill("SIGKILL");
    });

    async function writing(version: string): Promise<ChildProcess> {
      const script = fileURLToPath(new URL("./snapshot-loop.js", import.meta.url));
      const writer = spawn(process.execPath, [script, folder, version], { stdio: ["ignore", "pipe", "inherit"] });
      writers.push(writer);
      await once(writer.stdout, "data");
      return writer;
    }

    it("is the old one or the new one, and what the writer left is swept away", async () => {
      const versions = ["aaaaaaaaaaaa", "bbbbbbbbbbbb"];
      for (let round = 0; round < 3; round += 1) {
        const both = await Promise.all(versions.map((version) => writing(version)));
        await sleep(50 + 30 * round);
        for (const writer of both) {
          writer.kill("SIGKILL");
          await once(writer, "exit");
        }
        const opened = await Promise.all(versions.map((version) => open({ ...corpus, version }, ["loop"])));
        expect(opened.map((one) => answers(one))).to.deep.equal([RIGHT, RIGHT]);
        expect(happened().toSorted()).to.deep.equal(["index-building: outdated", "index-read"]);
      }
      // A writer that dies while it writes leaves this behind.
      await writeFile(join(folder, ".footnote-0f0f0f0f.tmp"), "half an index");
      for (const name of await files()) await utimes(join(folder, name), 1, 1);
      await open(corpus, ["loop"]);
      expect((await files()).filter((name) => name.endsWith(".tmp"))).to.deep.equal([]);
    });
  });
});
