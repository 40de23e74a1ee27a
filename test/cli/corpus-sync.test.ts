import { createHash } from "node:crypto";
import { readdir, readFile, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { runCli } from "../e2e/bot-process.ts";

/** What is at an address; its validator is made of it. */
type Pages = Map<string, string>;

function page(title: string, day: string, ...paragraphs: readonly string[]): string {
  return `<!doctype html><html lang="en"><head><title>${title}</title>
<meta property="og:title" content="${title}"><meta property="og:site_name" content="Coast Radio">
<meta property="article:published_time" content="${day}"></head>
<body><article><h1>${title}</h1>${paragraphs.map((text) => `<p>${text}</p>`).join("\n")}</article></body></html>`;
}

const STRIKE = [
  "The dockers of Lundvik stopped work on Monday morning and nobody could say for how long.",
  "Karsten Hoel, who leads the union, said that no ship would be unloaded before the talks had begun.",
  "The harbour office asked all ships to wait outside the bay until it was told otherwise.",
];
const LAMP = [
  "The lighthouse at Lundvik stood dark on Friday for the first time in 104 years.",
  "Keeper Ola Nord said that salt had eaten the cable, and that a new one was on its way.",
  "The harbour office has ordered a new lamp for 90,000 crowns from a works in the capital.",
];
const FERRY = [
  "The ferry to the islands will leave an hour later from June on, its company said on Tuesday.",
  "Fishermen had asked for that since the spring, because the early ferry crossed their nets.",
  "A second boat is to follow in July if the council pays half of what it costs, it added.",
];

describe("footnote corpus sync", function () {
  this.timeout(90_000);
  const pages: Pages = new Map();
  const asked: string[] = [];
  let server: Server;
  let base = "";
  let folder = "";
  let event = "";

  function answer(request: IncomingMessage, response: ServerResponse): void {
    const path = request.url ?? "";
    const body = pages.get(path);
    if (path !== "/robots.txt") asked.push(path);
    if (body === undefined) {
      response.writeHead(404).end("nothing here");
      return;
    }
    const etag = `"${createHash("sha256").update(body).digest("hex").slice(0, 16)}"`;
    if (request.headers["if-none-match"] === etag) {
      response.writeHead(304, { etag }).end();
      return;
    }
    const type = path.endsWith(".xml") ? "application/rss+xml" : "text/html; charset=utf-8";
    response.writeHead(200, { "content-type": type, etag }).end(body);
  }

  function feed(...items: readonly (readonly [path: string, title: string])[]): void {
    const told = items.map(([path, title]) => `<item><title>${title}</title><link>${base}${path}</link></item>`);
    pages.set(
      "/feed.xml",
      `<?xml version="1.0"?><rss version="2.0"><channel><title>Coast</title>${told.join("")}</channel></rss>`,
    );
  }

  const sync = async (...more: readonly string[]) =>
    runCli(["corpus", "sync", "--into", event, ...more], "", {
      FETCH_HOSTS: base.replace("http://", ""),
      DATA: join(folder, "data"),
    });
  const article = async (id: string): Promise<string> => readFile(join(event, "articles", `${id}.md`), "utf8");

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "footnote-sync-"));
    event = join(folder, "strike");
    server = createServer(answer).listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    base = `http://127.0.0.1:${typeof address === "object" && address !== null ? String(address.port) : ""}`;
    pages.clear();
    asked.length = 0;
    await mkdir(join(event, "articles"), { recursive: true });
    await writeFile(
      join(event, "event.yaml"),
      `name: Strike\ndescription: A strike.\nlanguages: [en]\ntimeZone: UTC\nsources:\n  - url: ${base}/feed.xml\n`,
    );
    pages.set("/strike", page("Dockers of Lundvik stop work", "2021-05-10", ...STRIKE));
    pages.set("/lamp", page("Lighthouse dark for the first time", "2021-05-14", ...LAMP));
    feed(["/lamp", "Lighthouse"], ["/strike", "Dockers"]);
  });

  afterEach(async () => {
    server.closeAllConnections();
    server.close();
    await rm(folder, { recursive: true });
  });

  it("tells on the second time what is new, changed and gone, asks only for that, and keeps what was before", async () => {
    const first = await sync("--yes");
    expect(first.code, first.stderr).to.equal(0);
    expect(first.stdout).to.contain(`${base}/feed.xml: 2 new, 0 changed, 0 unchanged`);
    expect(await readdir(join(event, "articles"))).to.have.length(2);
    const ids = (await readdir(join(event, "articles"))).map((name) => name.replace(".md", ""));
    const [strike = "", lamp = ""] = ["dockers", "lighthouse"].map((start) => ids.find((id) => id.startsWith(start)));
    await writeFile(
      join(event, "gold.yaml"),
      `- id: who-leads\n  question: who leads the union\n  expect: answered\n  article: ${strike}\n`,
    );

    asked.length = 0;
    const same = await sync("--yes");
    expect(same.code, same.stderr).to.equal(0);
    expect(same.stdout).to.contain("not modified; 0 new, 0 changed, 2 unchanged (2 by the server's word)");
    expect(same.stdout).to.contain("0 articles written");
    expect(asked.sort()).to.deep.equal(["/feed.xml", "/lamp", "/strike"]);

    pages.set(
      "/strike",
      page("Dockers of Lundvik stop work", "2021-05-10", ...STRIKE, "On Wednesday the talks began."),
    );
    pages.set("/ferry", page("Ferry to leave an hour later", "2021-05-18", ...FERRY));
    pages.delete("/lamp");
    feed(["/ferry", "Ferry"], ["/strike", "Dockers"]);
    const before = await article(strike);
    const second = await sync("--yes");
    expect(second.code, second.stderr).to.equal(0);
    expect(second.stdout).to.contain(`${base}/feed.xml: 1 new, 1 changed, 0 unchanged, 1 gone`);
    expect(second.stdout).to.contain("+ On Wednesday the talks began.").and.contain("… 3 paragraphs as before");
    expect(second.stdout).to.contain(`gone: ${base}/lamp. ${lamp} stays`);
    expect(second.stdout).to.contain(`${strike} is used by 1 gold question (“who-leads”)`);
    expect(await readdir(join(event, "articles"))).to.have.length(3);
    expect(await article(strike)).to.contain("On Wednesday the talks began.");
    const [old = ""] = await readdir(join(event, "history", strike));
    expect(await readFile(join(event, "history", strike, old), "utf8")).to.equal(before);

    const third = await sync("--yes");
    expect(third.stdout).to.contain("0 new, 0 changed, 2 unchanged").and.not.contain("gone");
  });

  it("writes and remembers nothing until somebody says yes", async () => {
    const shown = await sync();
    expect(shown.code).to.equal(19);
    expect(shown.stderr).to.contain("--yes");
    const dry = await sync("--dry-run");
    expect([dry.code, dry.stdout.includes("2 articles would be written")]).to.deep.equal([0, true]);
    expect(await readdir(join(event, "articles"))).to.deep.equal([]);
    expect((await sync("--yes")).stdout).to.contain("2 new");
  });

  it("tries again what failed, names it, and lets robots.txt keep pages from it", async () => {
    pages.set("/robots.txt", "User-agent: *\nDisallow: /lamp\n");
    feed(["/lamp", "Lighthouse"], ["/late", "Late"], ["/strike", "Dockers"]);
    const first = await sync("--yes");
    expect(first.code).to.equal(10);
    expect(first.stdout).to.contain("1 new, 0 changed, 0 unchanged, 2 failed, to be tried again");
    expect(first.stderr).to.contain(`${base}/late`).and.contain("robots.txt does not allow");
    expect(asked).not.to.include("/lamp");

    pages.set("/late", page("Ferry to leave an hour later", "2021-05-18", ...FERRY));
    pages.delete("/robots.txt");
    const second = await sync("--yes");
    expect(second.code, second.stderr).to.equal(0);
    expect(second.stdout).to.contain("2 new, 0 changed, 1 unchanged");
  });

  it("does not bring back what somebody took out", async () => {
    await sync("--yes");
    const [first = ""] = await readdir(join(event, "articles"));
    const id = first.replace(".md", "");
    const { code } = await runCli(["corpus", "withdraw", id, "--reason", "Printed in error", "--into", event]);
    expect(code).to.equal(0);
    await rm(join(folder, "data/sync"), { recursive: true });
    const again = await sync("--yes");
    expect(again.stdout).to.contain("0 new, 0 changed, 1 unchanged, 1 passed over");
    expect(await readdir(join(event, "articles"))).to.have.length(1);
    expect((await sync("--yes")).stdout).to.contain("0 new");
  });

  it("passes over what is not about its words, and begins anew where what it knew is damaged", async () => {
    const file = join(event, "event.yaml");
    await writeFile(file, `${await readFile(file, "utf8")}    include: docker\n    publisher: The Coast\n`);
    const first = await sync("--yes");
    expect(first.stdout).to.contain("1 new, 0 changed, 0 unchanged, 1 passed over");
    expect(asked).not.to.include("/lamp");
    const [name = ""] = await readdir(join(event, "articles"));
    expect(await readFile(join(event, "articles", name), "utf8")).to.contain("publisher: The Coast");

    const [state = ""] = await readdir(join(folder, "data/sync"));
    await writeFile(join(folder, "data/sync", state), "{");
    const again = await sync("--yes");
    expect([again.code, again.stderr.includes(".damaged")]).to.deep.equal([0, true]);
    expect(again.stdout).to.contain("0 new, 0 changed, 1 unchanged");
  });

  it("says with its line what is wrong with a source, and fetches nothing then", async () => {
    const file = join(event, "event.yaml");
    await writeFile(file, `${await readFile(file, "utf8")}  - url: file:///etc/passwd\n    limit: 0\n`);
    const { code, stderr } = await sync("--yes");
    expect(code).to.equal(10);
    expect(stderr).to.contain("event.yaml:7: sources[1].url: expected an address");
    expect(stderr).to.contain("event.yaml:8: sources[1].limit: expected a whole number from 1 to 500");
    expect(asked).to.deep.equal([]);
  });

  it("never fetches from this machine unless the operator allowed it", async () => {
    const { code, stderr } = await runCli(["corpus", "sync", "--into", event, "--yes"]);
    expect(code).to.equal(10);
    expect(stderr).to.match(/this machine itself|its port is none of/u);
    expect(asked).to.deep.equal([]);
  });
});
