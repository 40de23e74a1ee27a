import { expect } from "chai";
import * as fc from "fast-check";
import type { SourceReading } from "../../../src/domain/intake.ts";
import { pageLimits } from "../../../src/intake/page/page-limits.ts";
import { readPage } from "../../../src/intake/page/read-page.ts";

const paragraph =
  "<p>The ferry to Saint Brannoc will not sail before spring, its owner said on Tuesday in Tolmere.</p>";
const article = `<html lang="en"><h1>Ferry stopped until spring</h1>${paragraph.replace("ferry", "old ferry")}${paragraph}</html>`;

async function read(html: string, signal = new AbortController().signal): Promise<SourceReading> {
  return await readPage(html, { name: "page.html", url: null, given: {}, today: "2026-06-30", signal });
}

function idsOf({ problems }: SourceReading): readonly string[] {
  return problems.filter(({ severity }) => severity === "error").map(({ detail }) => detail.id);
}

describe("readPage", () => {
  it("reads a page in a thread of its own", async () => {
    const { drafts } = await read(article);
    expect(drafts[0]?.article.title).to.equal("Ferry stopped until spring");
    expect(drafts[0]?.article.body.split("\n\n")).to.have.length(2);
  });

  it("takes what the person who imports says over what the page says", async () => {
    const given = {
      title: "Ours",
      publisher: "We",
      url: "https://we.example/1",
      published: "2025-01-02",
      language: "de",
      kind: "brief",
    } as const;
    const signal = new AbortController().signal;
    const { drafts, problems } = await readPage(article, { name: "p", url: null, given, today: "2026-06-30", signal });
    expect(drafts[0]?.article).to.deep.include(given);
    expect(problems.map(({ detail }) => detail.id)).to.deep.equal(["text-short"]);
  });

  it("refuses 100,000 elements within each other", async () => {
    const reading = await read("<div>".repeat(100_000) + article);
    expect(reading.problems[0]?.detail).to.deep.equal({
      id: "page-too-complex",
      what: "depth",
      limit: pageLimits.depth,
    });
    expect(reading.drafts).to.deep.equal([]);
  });

  it("refuses 100,000 elements beside each other", async () => {
    const reading = await read(article + "<p>x</p>".repeat(100_000));
    expect(reading.problems[0]?.detail).to.deep.equal({
      id: "page-too-complex",
      what: "elements",
      limit: pageLimits.elements,
    });
  });

  it("reads as many elements as are allowed, or says that it took too long", async () => {
    const paragraphs = Array.from({ length: pageLimits.elements - 10 }, (_, year) =>
      paragraph.replace("spring", `the spring of ${year}`),
    );
    expect(["body-too-long", "source-too-costly"]).to.include(
      idsOf(await read(`<html>${paragraphs.join("")}</html>`))[0],
    );
  }).timeout(30_000);

  it("reads what is nested as deep as is allowed", async () => {
    const depth = pageLimits.depth - 10;
    const reading = await read("<div>".repeat(depth) + article + "</div>".repeat(depth));
    expect(idsOf(reading)).to.deep.equal([]);
  });

  it("refuses a page that is too large, before a thread is started", async () => {
    expect(idsOf(await read(`<p title="${"a".repeat(pageLimits.htmlLength)}`))).to.deep.equal(["file-too-large"]);
  });

  it("finds no article in an attribute that does not end", async () => {
    expect(idsOf(await read(`<p title="${"a".repeat(7 * 1024 * 1024)}`))).to.deep.equal(["no-article"]);
  });

  it("reads past megabytes of attributes", async () => {
    const attributes = Array.from({ length: 200_000 }, (_, number) => `a${number}="${number}"`).join(" ");
    expect(idsOf(await read(`<div ${attributes}>${article}</div>`))).to.deep.equal([]);
  }).timeout(30_000);

  it("decodes entities without end once", async () => {
    const bomb = `<!DOCTYPE html [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>${"&amp;b;".repeat(200_000)}${article}`;
    expect((await read(bomb)).problems.map(({ detail }) => detail.id)).to.not.include("source-too-costly");
  });

  it("leaves NUL and other hidden characters out", async () => {
    const { drafts } = await read(
      article.replace("owner", "ow\u0000n\u202Ee&#8203;r").replace("spring,", "spr&shy;ing,"),
    );
    expect(drafts[0]?.article.body).to.include("before spring, its owner said");
  });

  it("takes no markup from titles and no property from prototypes", async () => {
    const json = `{"__proto__":{"headline":"Wrong"},"@type":"NewsArticle","headline":"A <b>bold</b> &lt;i&gt;ferry&lt;/i&gt; is stopped"}`;
    const { drafts } = await read(
      `<script type="application/ld+json">${json}</script>${article.replace("<h1>", "<h2>")}`,
    );
    expect(drafts[0]?.article.title).to.equal("A bold ferry is stopped");
    expect(Object.keys(Object.prototype)).to.deep.equal([]);
  });

  it("passes over JSON-LD that is nested without end", async () => {
    const json = `<script type="application/ld+json">${'{"@graph":['.repeat(20_000)}</script>`;
    expect(idsOf(await read(json + article))).to.deep.equal([]);
  });

  it("stops when it is told to", async () => {
    const controller = new AbortController();
    const reading = read(`<html>${paragraph.repeat(20_000)}</html>`, controller.signal);
    controller.abort(new Error("not wanted any more"));
    const reason: unknown = await reading.catch((error: unknown) => error);
    expect(reason).to.be.instanceOf(Error).with.property("message", "not wanted any more");
  });

  it("says of every page either what its article is or why it has none", async () => {
    const piece = fc.constantFrom(
      "<p>",
      "</p>",
      "<table><tr><td>",
      "</table>",
      "<h1>",
      "<!--",
      "-->",
      "<script>",
      "&#x",
      "<a href=",
      '"',
      "<article itemprop=articleBody>",
      paragraph,
      "<br>",
      "</div>",
      "<title>",
      "<svg>",
      "<![CDATA[",
      "\u0000",
      "<li>",
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async (pieces) => {
        const reading = await read(pieces.join(""));
        expect(reading.drafts.length === 1 || idsOf(reading).length === 1).to.equal(true);
        expect(idsOf(reading)).to.not.include("page-unreadable");
      }),
      { numRuns: 20 },
    );
  }).timeout(60_000);
});
