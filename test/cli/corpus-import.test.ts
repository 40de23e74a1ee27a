import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, truncate, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "chai";
import { loadCorpus } from "../../src/corpus/load-corpus.ts";
import { HARBOUR, runCli, startCli } from "../e2e/bot-process.ts";
import { runForPerson } from "./person.ts";

/** Times that an import is killed: each takes a second or two to get under way. */
const ROUNDS = 10;

const BODY = [
  "The lighthouse at Lundvik stood dark on Friday for the first time in 104 years.",
  "Keeper Ola Nord said that salt had eaten the cable, and that a new one was on its way.",
  "The harbour office has ordered a new lamp for 90,000 crowns from a works in the capital.",
];
const TEXT = `# Lighthouse dark for the first time\n\n${BODY.join("\n\n")}\n`;
const HTML = `<!doctype html><html lang="en"><head><title>Lighthouse dark</title>
<meta property="og:site_name" content="Coast Radio"><meta property="article:published_time" content="2021-06-05"></head>
<body><nav><a href="/">Home</a></nav><article><h1>Lighthouse dark</h1>${BODY.map((text) => `<p>${text}</p>`).join("")}</article></body></html>`;

describe("footnote corpus import", function () {
  this.timeout(120_000);
  let folder = "";
  let into = "";

  const source = async (name: string, text: string): Promise<string> => {
    await writeFile(join(folder, name), text);
    return join(folder, name);
  };
  const articles = async (): Promise<readonly string[]> => readdir(join(into, "articles")).catch(() => []);
  const command = (...more: readonly string[]): readonly string[] => ["corpus", "import", ...more, "--into", into];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "footnote-import-"));
    into = join(folder, "event");
  });
  afterEach(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  it("shows everything and writes nothing until somebody says yes", async () => {
    const file = await source("lamp.txt", TEXT);
    const shown = await runCli(command(file));
    expect(shown.code).to.equal(19);
    expect(shown.stdout).to.match(/^new {8}lighthouse-dark-for-the-first-time$/mu);
    expect(shown.stdout).to.match(/^ {2}text: +3 sentences/mu);
    expect(shown.stdout).to.match(/\? publisher: not given, so “Unknown publisher” was taken/u);
    expect(shown.stdout).to.match(/left out: +the headline again/u);
    expect(shown.stderr).to.contain("Add --yes");
    const dry = await runCli(command(file, "--dry-run"));
    expect([dry.code, dry.stdout.includes("1 article would be written")]).to.deep.equal([0, true]);
    expect(await readdir(folder)).to.deep.equal(["lamp.txt"]);
  });

  it("asks a person for what is uncertain, refuses what makes no sense, and then writes", async () => {
    const file = await source("lamp.txt", TEXT);
    const answers = ["Coast Radio", "2024-13-45", "2021-06-05", "", "-", "y"];
    const { code, output, left } = await runForPerson(command(file), answers);
    expect([code, left]).to.deep.equal([0, []]);
    expect(output).to.contain("publisher [Unknown publisher]: ");
    expect(output).to.contain("expected a date like 2022-09-10, found “2024-13-45”");
    expect(output).to.contain("Write 1 article? [y/N] ").and.contain("1 article written to");
    const [article] = (await loadCorpus([into])).articles;
    expect(article).to.deep.include({ publisher: "Coast Radio", published: "2021-06-05", language: "en", url: null });
  });

  it("writes nothing for who says no, or goes away", async () => {
    const file = await source("lamp.txt", TEXT);
    for (const answers of [["!", "n"], ["!"], []]) {
      const { code, messages } = await runForPerson(command(file), answers);
      expect([code, messages, await articles()]).to.deep.equal([19, "", []]);
    }
  });

  it("shows what is another in an article that is there, keeps the old one, and knows what is the same", async () => {
    const url = ["--url", "https://coast.example/dark", "--publisher", "Coast Radio", "--yes"];
    const file = await source("lamp.txt", TEXT);
    await runCli(command(file, ...url));
    await source("lamp.txt", TEXT.replace("90,000", "120,000"));
    const { stdout } = await runCli(command(file, ...url));
    expect(stdout).to.match(/^changed {4}lighthouse-dark-for-the-first-time: body$/mu);
    expect(stdout).to.contain("… 2 paragraphs as before\n  - The harbour office has ordered a new lamp for 90,000");
    expect(stdout).to.contain("  + The harbour office has ordered a new lamp for 120,000");
    expect(stdout).to.contain("1 article written to").and.contain("0 new, 1 changed");
    expect(await readdir(join(into, "history/lighthouse-dark-for-the-first-time"))).to.have.length(1);
    const again = await runCli(command(file, ...url));
    expect([again.code, again.stdout]).to.deep.equal([
      0,
      "unchanged  lighthouse-dark-for-the-first-time\n0 articles written, 1 there already\n",
    ]);
    const reprint = await source("again.txt", TEXT.replace("120,000", "90,000"));
    const linked = await runCli(command(reprint, "--url", "https://other.example/dark", "--yes"));
    expect(linked.stdout).to.match(/^reprint {4}\S+ of lighthouse-dark-for-the-first-time \(\d+ % alike\)$/mu);
  });

  it("reads a folder, standard input and JSON Lines, and refuses bad files by name while the rest goes on", async () => {
    const pages = join(folder, "pages");
    await mkdir(join(pages, "deeper"), { recursive: true });
    await cp(join(HARBOUR, "articles/gazette-end.md"), join(pages, "gazette-end.md"));
    await cp(join(HARBOUR, "articles/coast-start.md"), join(pages, "deeper/coast-start.md"));
    await writeFile(join(pages, ".env"), "TOKEN=x");
    await writeFile(join(pages, "empty.txt"), "");
    await writeFile(join(pages, "huge.txt"), "");
    await truncate(join(pages, "huge.txt"), 100 * 1024 * 1024);
    await symlink("/etc/hostname", join(pages, "link.txt"));
    execFileSync("mkfifo", [join(pages, "pipe.txt")]);
    await writeFile(join(pages, "script.md"), "---js\nprocess.exit(1)\n---\n\nHm.\n");
    const fields = "publisher: P\nurl: null\npublished: 2024-13-45\nlanguage: en\nkind: brief";
    await writeFile(join(pages, "proto.md"), `---\n__proto__: {title: x}\n${fields}\n---\n\nIt rained.\n`);
    await writeFile(join(pages, "date.md"), `---\ntitle: T\n${fields}\n---\n\nIt rained.\n`);
    const lines = await source(
      "news.jsonl",
      `${JSON.stringify({ id: "../../.env", title: "T", text: "It rained." })}\n`,
    );
    const cli = startCli(command(pages, lines, "-", "--yes"));
    cli.child.stdin.end(TEXT);
    expect(await cli.ended).to.equal(10);
    expect((await articles()).toSorted()).to.deep.equal([
      "coast-start.md",
      "gazette-end.md",
      "lighthouse-dark-for-the-first-time.md",
    ]);
    const told = cli.stderr().replaceAll(folder, "");
    for (const expected of [
      /pages\/empty\.txt: expected text/u,
      /pages\/huge\.txt: expected at most 20 MiB, found 100 MiB/u,
      /pages\/link\.txt: expected a plain file/u,
      /pages\/pipe\.txt: expected a plain file/u,
      /pages\/script\.md:1: expected YAML .*found “js”/u,
      /pages\/proto\.md:1: title: this field is required/u,
      /pages\/date\.md:\d: published: expected a date like .*“2024-13-45”/u,
      /news\.jsonl:1: id: expected a name such as .*“\.\.\/\.\.\/\.env”/u,
    ]) {
      expect(told).to.match(expected);
    }
    expect(told).not.to.contain(".env:");
    expect(await readdir(folder)).to.have.members(["event", "news.jsonl", "pages"]);
  });

  it("takes a whole event from an archive, and over another one only where that is wanted", async () => {
    const archive = join(folder, "harbour.tar.gz");
    expect((await runCli(["corpus", "export", "--into", HARBOUR, "--to", archive])).code).to.equal(0);
    const shown = await runCli(command(archive));
    expect(shown.code).to.equal(19);
    expect(shown.stdout).to.match(/^“harbour”: 13 articles/u);
    expect(await articles()).to.deep.equal([]);
    expect((await runCli(command(archive, "--yes"))).code).to.equal(0);
    expect((await loadCorpus([into])).version).to.equal((await loadCorpus([HARBOUR])).version);
    const again = await runCli(command(archive, "--yes"));
    expect([again.code, again.stderr.includes("there is an event")]).to.deep.equal([10, true]);
    expect((await runCli(command(archive, "--yes", "--replace"))).code).to.equal(0);
    await truncate(archive, 1_000);
    expect((await runCli(command(archive, "--yes", "--replace"))).code).to.equal(10);
    expect((await loadCorpus([into])).articles).to.have.length(13);
  });

  it("goes into the one event that is configured, and asks which where there are several", async () => {
    const file = await source("lamp.txt", TEXT);
    await cp(HARBOUR, join(folder, "several/bridge"), { recursive: true });
    const environment = { CORPUS: join(folder, "several") };
    const only = await runCli(["corpus", "import", file, "--yes"], "", environment);
    expect(only.code, only.stderr).to.equal(0);
    expect(await readdir(join(folder, "several/bridge/articles"))).to.have.length(14);
    await cp(HARBOUR, join(folder, "several/harbour"), { recursive: true });
    const which = await runCli(["corpus", "import", file, "--yes"], "", environment);
    expect(which.code).to.equal(2);
    expect(which.stderr).to.contain("“bridge”, “harbour”");
    const named = await runCli(["corpus", "import", file, "--yes", "--event", "harbour"], "", environment);
    expect([named.code, (await readdir(join(folder, "several/harbour/articles"))).length]).to.deep.equal([0, 14]);
    const parent = await runCli(["corpus", "import", file, "--yes", "--into", join(folder, "several")]);
    expect([parent.code, await readdir(join(folder, "several"))]).to.deep.equal([2, ["bridge", "harbour"]]);
  });

  describe("from the web", () => {
    let server: Server;
    let host = "";

    beforeEach(async () => {
      server = createServer((request, response) => {
        const pages: Readonly<Record<string, readonly [string, string]>> = {
          "/dark": ["text/html; charset=utf-8", HTML],
          "/feed": [
            "application/rss+xml",
            `<rss version="2.0"><channel><title>C</title><item><title>L</title><link>http://${host}/dark</link></item><item><title>M</title><link>http://${host}/missing</link></item></channel></rss>`,
          ],
        };
        const [type, body] = pages[request.url ?? ""] ?? [];
        if (type === undefined) response.writeHead(404).end();
        else response.writeHead(200, { "content-type": type }).end(body);
      }).listen(0, "127.0.0.1");
      await once(server, "listening");
      const address = server.address();
      host = `127.0.0.1:${typeof address === "object" && address !== null ? String(address.port) : ""}`;
    });
    afterEach(() => {
      server.closeAllConnections();
      server.close();
    });

    it("fetches a page and the entries of a feed, and names those that it cannot", async () => {
      const environment = { FETCH_HOSTS: host };
      const page = await runCli(command(`http://${host}/dark`, "--yes"), "", environment);
      expect(page.code, page.stderr).to.equal(0);
      const [article] = (await loadCorpus([into])).articles;
      expect(article).to.deep.include({
        title: "Lighthouse dark",
        publisher: "Coast Radio",
        published: "2021-06-05",
        url: `http://${host}/dark`,
        body: BODY.join("\n\n"),
      });
      const feed = await runCli(command(`http://${host}/feed`, "--yes"), "", environment);
      expect(feed.code).to.equal(10);
      expect(feed.stdout).to.contain("unchanged  lighthouse-dark");
      expect(feed.stderr).to.contain(`http://${host}/missing: There is no page`);
    });

    it("fetches nothing from this machine that the operator did not allow", async () => {
      const { code, stderr } = await runCli(command(`http://${host}/dark`, "--yes"));
      expect(code).to.equal(10);
      expect(stderr).to.match(/this machine itself|its port is none of/u);
      expect(await articles()).to.deep.equal([]);
    });
  });

  it("lets two imports at once both have their articles", async () => {
    const record = (id: string): string =>
      `${JSON.stringify({ id, title: id, text: `It rained on ${id} all day long.` })}\n`;
    const names = ["a", "b"].map((group) => Array.from({ length: 40 }, (_, place) => `${group}-${String(place)}`));
    const files = await Promise.all(
      names.map(async (ids, place) => source(`${String(place)}.jsonl`, ids.map(record).join(""))),
    );
    const done = await Promise.all(files.map(async (file) => runCli(command(file, "--yes"))));
    expect(done.map(({ code }) => code)).to.deep.equal([0, 0]);
    expect((await loadCorpus([into])).articles.map(({ id }) => id)).to.have.members(names.flat());
  });

  it("leaves a folder that loads without an error, whenever it is killed", async () => {
    const records = Array.from({ length: 150 }, (_, place) =>
      JSON.stringify({
        id: `n-${String(place)}`,
        title: `T ${String(place)}`,
        text: `It rained ${String(place)} days long.`,
      }),
    );
    const file = await source("many.jsonl", `${records.join("\n")}\n`);
    let interrupted = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const cli = startCli(command(file, "--yes"));
      const ended = cli.ended;
      // Most of a run is spent before the first file is there: the moments that count come after that.
      while ((await articles()).length <= round * 14 && cli.child.exitCode === null) await sleep(2);
      await sleep(round % 5);
      cli.child.kill(round % 2 === 0 ? "SIGKILL" : "SIGINT");
      await ended;
      interrupted += (await articles()).filter((name) => name.endsWith(".md")).length < records.length ? 1 : 0;
      const { problems } = await loadCorpus([into]);
      expect(
        problems.filter(({ detail }) => detail.id !== "no-articles" && detail.id !== "folder-missing"),
      ).to.deep.equal([]);
    }
    expect(interrupted).to.be.greaterThan(ROUNDS / 4);
    expect((await runCli(command(file, "--yes"))).code).to.equal(0);
    expect((await loadCorpus([into])).articles).to.have.length(records.length);
    expect((await stat(join(into, "event.yaml"))).size).to.be.greaterThan(0);
    expect(await readFile(join(into, "event.yaml"), "utf8")).to.contain("name:");
  });
});
