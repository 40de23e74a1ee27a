import { expect } from "chai";
import type { FeedEntry } from "../../src/domain/intake.ts";
import { ids, read, refusals } from "./reading.ts";

const rss = (items: string, channel = "", attributes = "") =>
  `<?xml version="1.0"?>\n<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" ` +
  `xmlns:content="http://purl.org/rss/1.0/modules/content/"${attributes}><channel><title>The Quill</title>${channel}${items}` +
  `</channel></rss>`;
const item = (fields: string) => `<item>${fields}</item>`;

/** Entries as a feed from its own address. */
async function entriesOf(feed: string, url = "https://quill.example/feeds/all.xml"): Promise<readonly FeedEntry[]> {
  const reading = await read(url, feed, { url, contentType: "application/xml" });
  expect(refusals(reading)).to.deep.equal([]);
  expect(reading.drafts).to.deep.equal([]);
  return reading.entries;
}

describe("reading a feed", () => {
  it("reads RSS 2.0: page, title without markup, day in the feed's own time zone, authors", async () => {
    const feed = rss(
      item(
        `<title>Ink &lt;b&gt;works&lt;/b&gt; &amp;amp; gates</title><link>https://quill.example/a?x=1&amp;y=2#top</link>` +
          `<pubDate>Sat, 10 Sep 2022 23:30:00 -0500</pubDate><author>desk@quill.example (Bob Roe)</author>` +
          `<dc:creator>Jane Roe</dc:creator><content:encoded><![CDATA[<p>One.</p><p>Two.</p>]]></content:encoded>`,
      ),
    );
    expect(await entriesOf(feed)).to.deep.equal([
      {
        url: "https://quill.example/a?x=1&y=2",
        title: "Ink works & gates",
        published: "2022-09-10",
        authors: ["Bob Roe", "Jane Roe"],
      },
    ]);
  });

  it("reads RSS 0.91 with its document type, RSS 1.0 and RSS 0.90", async () => {
    const old =
      `<?xml version="1.0"?><!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" ` +
      `"http://127.0.0.1:9/rss-0.91.dtd"><rss version="0.91"><channel>${item("<title>A</title><link>https://quill.example/1</link>")}</channel></rss>`;
    const rdf = (namespace: string, extra: string) =>
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="${namespace}" xmlns:dc="http://purl.org/dc/elements/1.1/">` +
      `<channel><title>Q</title></channel><item rdf:about="https://quill.example/1"><title>A</title>${extra}</item></rdf:RDF>`;
    const feeds = [
      old,
      rdf("http://purl.org/rss/1.0/", "<dc:date>2022-09-10T00:10:00+02:00</dc:date>"),
      rdf("http://my.netscape.com/rdf/simple/0.9/", "<link>https://quill.example/1</link>"),
    ];
    const read = await Promise.all(feeds.map(async (feed) => await entriesOf(feed)));
    expect(read.flat().map(({ url, title, published }) => [url, title, published])).to.deep.equal([
      ["https://quill.example/1", "A", null],
      ["https://quill.example/1", "A", "2022-09-10"],
      ["https://quill.example/1", "A", null],
    ]);
  });

  it("reads Atom: the alternate link, relative to xml:base, and the day of publication, not of the last change", async () => {
    const feed =
      `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://quill.example/news/"><author><name>The Desk</name></author>` +
      `<entry xml:base="2022/"><title type="html">Ink &lt;i&gt;works&lt;/i&gt;</title><link rel="self" href="self"/>` +
      `<link rel="alternate" type="text/html" href="one"/><published>2022-09-10T23:00:00-04:00</published>` +
      `<updated>2022-11-01T00:00:00Z</updated><author><name>Jane Roe</name></author></entry>` +
      `<entry><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Two <b>gates</b></div></title>` +
      `<link href="/two"/><updated>2022-11-01T00:00:00Z</updated><content type="html">&lt;p&gt;A&lt;/p&gt;</content></entry></feed>`;
    expect(await entriesOf(feed)).to.deep.equal([
      {
        url: "https://quill.example/news/2022/one",
        title: "Ink works",
        published: "2022-09-10",
        authors: ["Jane Roe"],
      },
      { url: "https://quill.example/two", title: "Two gates", published: null, authors: ["The Desk"] },
    ]);
  });

  it("reads JSON Feed, passing over fields of the wrong type", async () => {
    const feed = {
      version: "https://jsonfeed.org/version/1.1",
      title: "Q",
      items: [
        {
          id: 7,
          url: "/a",
          title: "Ink &amp; <b>gates</b>",
          date_published: "2022-09-10T23:30:00-05:00",
          authors: [{ name: "Jane Roe" }, {}],
        },
        { id: "https://quill.example/b", title: 12, date_published: 5, author: "nobody" },
        "what",
      ],
    };
    const url = "https://quill.example/feed.json";
    const reading = await read(url, JSON.stringify(feed), { url, contentType: "application/json" });
    expect(reading.entries).to.deep.equal([
      { url: "https://quill.example/a", title: "Ink & gates", published: "2022-09-10", authors: ["Jane Roe"] },
      { url: "https://quill.example/b", title: null, published: null, authors: [] },
    ]);
    expect(ids(reading)).to.deep.equal(["warning feed-entries-unusable"]);
  });

  it("mends what is no XML: stray ampersands and angles, elements left open", async () => {
    const feed = `<rss version="2.0"><channel><item><title>Ink & gates < 5</title><link>https://quill.example/1?a=1&b=2</link></item><item><link>/2</link><title>Tw\u0007o`;
    expect((await entriesOf(feed)).map(({ url, title }) => [url, title])).to.deep.equal([
      ["https://quill.example/1?a=1&b=2", "Ink & gates < 5"],
      ["https://quill.example/2", "Two"],
    ]);
  });

  it("names each page once, and at most 500", async () => {
    const items = Array.from({ length: 1200 }, (_, index) =>
      item(`<link>https://quill.example/${index % 600}#p${index}</link>`),
    );
    const reading = await read("feed.xml", rss(items.join("")));
    expect(reading.entries).to.have.lengthOf(500);
    expect(new Set(reading.entries.map(({ url }) => url)).size).to.equal(500);
    expect(reading.problems.map(({ detail }) => detail)).to.deep.equal([
      { id: "feed-too-long", length: 600, limit: 500 },
    ]);
  });

  it("leaves out entries that name no page on the web", async () => {
    const links = [
      "javascript:alert(1)",
      "file:///etc/passwd",
      "ftp://quill.example/a",
      "https://me:secret@quill.example/",
      "",
      `https://quill.example/${"a".repeat(3000)}`,
    ];
    const reading = await read(
      "feed.rss",
      rss(links.map((link) => item(`<title>A</title><link>${link}</link>`)).join("")),
    );
    expect(reading.entries).to.deep.equal([]);
    expect(reading.problems.map(({ detail }) => detail)).to.deep.equal([{ id: "feed-entries-unusable", count: 6 }]);
  });

  it("shows no markup, script or hidden character of a title, and no address for a name", async () => {
    const title =
      "<![CDATA[Ink<script>alert('x')</script> <img src=x onerror=alert(1)>\u202Eworks\u200B <style>b{}</style>&#60;b&#62;]]>";
    const [entry] = await entriesOf(
      rss(item(`<title>${title}</title><link>https://quill.example/1</link><author>desk@quill.example</author>`)),
    );
    expect(entry?.title).to.equal("Ink works <b>");
    expect(entry?.authors).to.deep.equal([]);
  });

  it("takes no day that is none, or has not come yet", async () => {
    const dates = ["2024-13-45", "Sat, 31 Feb 2022 10:00:00 GMT", "2099-01-01T00:00:00Z", "yesterday", ""];
    const feed = rss(dates.map((date, index) => item(`<link>/${index}</link><pubDate>${date}</pubDate>`)).join(""));
    expect((await entriesOf(feed)).map(({ published }) => published)).to.deep.equal([null, null, null, null, null]);
  });

  it("expands no entity bomb and fetches no entity", async () => {
    const bomb = Array.from({ length: 10 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join("");
    const types = `<!DOCTYPE rss [<!ENTITY l0 "lol">${bomb}<!ENTITY file SYSTEM "file:///etc/passwd"><!ENTITY % net SYSTEM "http://127.0.0.1:9/x">%net;]>`;
    const feed = rss(item("<title>&l10; &file; end</title><link>https://quill.example/1</link>")).replace(
      "<rss",
      `${types}<rss`,
    );
    const [entry] = await entriesOf(feed);
    expect(entry?.title?.length).to.be.lessThan(100);
    expect(entry?.title).to.include("end");
    expect(entry?.title).not.to.match(/lollol|root:/u);
  });

  it("is not held up by a hundred thousand nested elements, comments or attributes", async () => {
    const n = 100_000;
    const good = item("<link>https://quill.example/1</link>");
    for (const evil of [
      `${"<a>".repeat(n)}${"</a>".repeat(n)}`,
      "<a>".repeat(n),
      `<a ${"b=1 ".repeat(n)}/>`,
      "<![CDATA[".repeat(n),
    ]) {
      const reading = await read("feed.xml", rss(good + evil));
      expect(reading.entries.length + reading.problems.length, evil.slice(0, 10)).to.be.greaterThan(0);
    }
  }).timeout(20_000);

  it("is not fooled by names that objects have", async () => {
    const feed = rss(
      `<__proto__><polluted>1</polluted></__proto__><constructor>x</constructor>${item("<link>/1</link><__proto__>x</__proto__>")}`,
    );
    expect((await entriesOf(feed)).map(({ url }) => url)).to.deep.equal(["https://quill.example/1"]);
    expect(Object.hasOwn(Object.prototype, "polluted")).to.equal(false);
  });

  it("warns of a feed without entries, refuses what is none and what is too large", async () => {
    expect(ids(await read("feed.xml", rss("")))).to.deep.equal(["warning feed-empty"]);
    expect(refusals(await read("feed.json", '{"version":"https://jsonfeed.org/version/1","items":7}'))).to.deep.equal([
      "feed-invalid",
    ]);
    expect(refusals(await read("feed.rss", "Just words."))).to.deep.equal(["feed-invalid"]);
    expect(refusals(await read("feed.xml", rss(" ".repeat(10 * 1024 * 1024))))).to.deep.equal(["file-too-large"]);
  });
});
