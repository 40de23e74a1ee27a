import { cp, mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { openCurator } from "../../src/app/open-curator.ts";
import { openCorpora } from "../../src/app/open-corpora.ts";
import { Reloading } from "../../src/app/reload-corpus.ts";
import { ServedEvents } from "../../src/app/served-events.ts";
import type { Curator, CuratingStep, Preview, Watching } from "../../src/domain/curator.ts";
import type { Fetcher } from "../../src/domain/fetching.ts";
import type { Result } from "../../src/domain/result.ts";
import { recordingLogger } from "../discord/fakes.ts";
import { HARBOUR } from "../e2e/bot-process.ts";
import { shippedModels } from "../fixtures/models.ts";

const MOE = "Frida Moe will run the port of Lundvik from June, the town council said on Thursday.";
const PAGE = (paragraph: string): string =>
  `<!doctype html><html lang="en"><head><title>New head of the port</title>
<meta property="og:site_name" content="Pier Post"><link rel="canonical" href="https://pier.example/moe">
<meta property="article:published_time" content="2021-05-21T08:00:00+02:00"></head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><article><h1>New head of the port</h1>
<p>${paragraph}</p><p>She has led the harbour of a smaller town for nine years and knows the ferry company well.</p>
<p>The council chose her among eleven people who had asked for the post, after two long meetings.</p></article>
<footer>About us</footer></body></html>`;

/** A web of a few pages. */
function web(pages: Readonly<Record<string, string>>): Fetcher {
  return {
    async get(url) {
      const text = pages[url];
      if (text === undefined) return { ok: false, error: { id: "http-status", url, status: 404, retryAfter: null } };
      const contentType = url.endsWith(".xml") ? "application/rss+xml" : "text/html; charset=utf-8";
      const source = { name: url, url, contentType, bytes: new TextEncoder().encode(text) };
      return { ok: true, value: { type: "page", source, etag: null, lastModified: null, permanentUrl: null } };
    },
    close: async () => {},
  };
}

function given<T, E>(result: Result<T, E>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

describe("a curator", () => {
  let folder = "";
  let pages: Record<string, string> = {};
  let events: ServedEvents;
  let curator: Curator;
  const steps: CuratingStep[] = [];
  const watching: Watching = { signal: new AbortController().signal, onStep: (step) => void steps.push(step) };

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "footnote-curator-"));
    await cp(HARBOUR, folder, { recursive: true });
    pages = { "https://pier.example/moe": PAGE(MOE) };
    steps.length = 0;
    curator = await open([folder]);
  });
  afterEach(async () => {
    await rm(folder, { recursive: true });
  });

  async function open(paths: readonly string[]): Promise<Curator> {
    events = new ServedEvents({
      softwareVersion: "test",
      answers: { model: shippedModels().answers },
      index: { folder: join(folder, "index"), vectors: null, onEvent: () => {} },
      encodingFor: () => null,
    });
    for (const one of await openCorpora(paths)) {
      if (one.opened.ok) await events.open(one.opened.value, one.paths);
    }
    const { logger } = recordingLogger();
    const host = { say: () => {}, complain: () => {}, signal: watching.signal };
    const reloading = new Reloading({ events, paths, host, logger, served: () => {} });
    const gapsOf = async () => ({ ok: true, value: [] }) as const;
    const fetcher: Fetcher = { get: async (url, request) => web(pages).get(url, request), close: async () => {} };
    return openCurator({ events, reloading, fetcher, gapsOf });
  }

  async function preview(url = "https://pier.example/moe"): Promise<Preview> {
    return given(await curator.preview(null, { type: "link", url }, {}, watching));
  }

  async function answer(question: string): Promise<string> {
    const found = await events.choose(null).ask({ text: question, context: [] });
    return found.status === "answered" ? (found.points[0]?.evidence.sentence.text ?? "") : found.status;
  }

  it("shows what a link would become and writes nothing", async () => {
    const before = await readdir(join(folder, "articles"));
    const { planned, problems } = await preview();
    const [only, ...others] = planned;
    expect(others).to.deep.equal([]);
    expect(only?.outcome).to.deep.equal({ type: "new" });
    expect(only?.draft.article).to.deep.include({
      title: "New head of the port",
      publisher: "Pier Post",
      url: "https://pier.example/moe",
      published: "2021-05-21",
    });
    expect(only?.draft.article.body.split("\n\n")).to.have.length(3);
    expect(problems.filter(({ severity }) => severity === "error")).to.deep.equal([]);
    expect(await readdir(join(folder, "articles"))).to.deep.equal(before);
  });

  it("writes what was confirmed, once, and serves it", async () => {
    const { id } = await preview();
    const [first, second] = await Promise.all([curator.confirm(id, watching), curator.confirm(id, watching)]);
    expect(second).to.deep.equal({ ok: false, error: { id: "preview-gone" } });
    const { kept, reload } = given(first);
    expect(kept.map(({ article, outcome }) => [article.id, outcome])).to.deep.equal([
      ["new-head-of-the-port", "added"],
    ]);
    expect(reload).to.deep.include({ type: "served", added: ["new-head-of-the-port"], changed: [], withdrawn: [] });
    expect(await answer("who will run the port of Lundvik")).to.equal(MOE);
    expect(steps.map(({ id: step }) => step)).to.include.members([
      "fetching",
      "reading",
      "comparing",
      "writing",
      "loading",
    ]);
  });

  it("keeps the old version of an article that changed, and tells what changed", async () => {
    given(await curator.confirm((await preview()).id, watching));
    const unchanged = await preview();
    expect(unchanged.planned.map(({ outcome }) => outcome.type)).to.deep.equal(["unchanged"]);
    const later = MOE.replace("June", "July");
    pages["https://pier.example/moe"] = PAGE(later);
    const { id, planned } = await preview();
    const [outcome] = planned.map((one) => one.outcome);
    if (outcome?.type !== "changed") throw new Error(JSON.stringify(outcome));
    expect(outcome.fields).to.deep.equal(["body"]);
    expect(outcome.body.filter(({ type }) => type !== "same")).to.deep.equal([
      { type: "removed", text: MOE },
      { type: "added", text: later },
    ]);
    const { kept } = given(await curator.confirm(id, watching));
    expect(await answer("who will run the port of Lundvik")).to.equal(later);
    const [version] = await readdir(join(folder, "history/new-head-of-the-port"));
    expect(version).to.equal(`${kept[0]?.replaced ?? ""}.md`);
    expect(await readFile(join(folder, "history/new-head-of-the-port", version ?? ""), "utf8")).to.contain(MOE);
  });

  it("takes the maintainer's word for what the page says otherwise", async () => {
    const { id } = await preview();
    const amended = given(await curator.amend(id, { publisher: "The Pier Post", published: "2021-05-20" }));
    expect(amended.id).to.equal(id);
    expect(amended.planned[0]?.draft.article).to.deep.include({ publisher: "The Pier Post", published: "2021-05-20" });
    given(await curator.confirm(id, watching));
    expect(events.choose(null).article("new-head-of-the-port")?.publisher).to.equal("The Pier Post");
  });

  it("fetches the pages that a feed tells of, and names those that it cannot", async () => {
    pages["https://pier.example/feed.xml"] =
      `<rss version="2.0"><channel><title>Pier Post</title>` +
      `<item><title>New head</title><link>https://pier.example/moe</link></item>` +
      `<item><title>Lost</title><link>https://pier.example/lost</link></item></channel></rss>`;
    const { planned, problems } = await preview("https://pier.example/feed.xml");
    expect(planned.map(({ from, outcome }) => [from, outcome.type])).to.deep.equal([
      ["https://pier.example/moe", "new"],
    ]);
    const errors = problems.filter(({ severity }) => severity === "error");
    expect(errors.map(({ file, detail }) => [file, detail.id])).to.deep.equal([
      ["https://pier.example/lost", "not-fetched"],
    ]);
  });

  it("takes an article out and puts it back, and warns of one that was taken out", async () => {
    given(await curator.confirm((await preview()).id, watching));
    given(await curator.withdraw(null, "new-head-of-the-port", "It was a hoax.", watching));
    expect(await answer("who will run the port of Lundvik")).to.not.equal(MOE);
    const warned = (await preview()).problems.find(({ detail }) => detail.id === "withdrawn-before");
    expect(warned?.detail).to.deep.include({ article: "new-head-of-the-port", reason: "It was a hoax." });
    given(await curator.restore(null, "new-head-of-the-port", watching));
    expect(await answer("who will run the port of Lundvik")).to.equal(MOE);
    const missing = await curator.withdraw(null, "../../.env", "x", watching);
    expect(missing).to.deep.include({ ok: false });
    expect(JSON.stringify(missing)).to.contain("article-id-invalid");
  });

  it("keeps gold questions, and tells how the corpus stands", async () => {
    const asked = {
      question: "who leads the union",
      expect: "answered",
      articles: [],
      contains: ["Hoel"],
      note: null,
    } as const;
    const { id } = given(await curator.addGold(null, asked));
    expect(await curator.addGold(null, asked)).to.deep.equal({
      ok: false,
      error: { id: "gold-refused", why: "taken" },
    });
    expect(given(await curator.gold(null, watching)).map(({ failure }) => failure)).to.deep.equal([null]);
    const state = given(await curator.status(null, watching.signal));
    expect(state).to.deep.include({ name: "The ferry strike", isWritable: true });
    expect(state.stats.articles).to.equal(13);
    expect(state.gold).to.deep.equal({ failed: [], of: 1 });
    given(await curator.removeGold(null, id));
    expect(given(await curator.status(null, watching.signal)).gold).to.equal(null);
  });

  it("changes nothing of a corpus that is only read", async () => {
    await cp(join(HARBOUR, "articles/coast-start.md"), join(folder, "one.md"));
    curator = await open([folder, join(folder, "none.jsonl")]);
    const refused = await curator.preview(null, { type: "link", url: "https://pier.example/moe" }, {}, watching);
    expect(refused).to.deep.equal({ ok: false, error: { id: "read-only", event: "The ferry strike" } });
  });

  it("says why nothing came of a link", async () => {
    const lost = await curator.preview(null, { type: "link", url: "https://pier.example/lost" }, {}, watching);
    expect(lost).to.deep.include({ ok: false });
    expect(JSON.stringify(lost)).to.contain("http-status");
    pages["https://pier.example/moe"] = "<html><body><p></p></body></html>";
    const empty = await curator.preview(null, { type: "link", url: "https://pier.example/moe" }, {}, watching);
    if (empty.ok || empty.error.id !== "nothing-found") throw new Error(JSON.stringify(empty));
    expect(empty.error.problems.some(({ severity }) => severity === "error")).to.equal(true);
    expect(await curator.amend("AAAA", {})).to.deep.equal({ ok: false, error: { id: "preview-gone" } });
  });
});
