import { expect } from "chai";
import { findJsonLdArticle, type JsonLdArticle } from "../../../src/intake/page/json-ld-article.ts";
import { readJsonLd } from "../../../src/intake/page/json-ld.ts";
import { readTree } from "../../../src/intake/page/read-tree.ts";

function articleIn(json: string, shown: readonly string[] = []): JsonLdArticle | null {
  const tree = readTree(`<script type="application/ld+json">${json}</script>`);
  if (!tree.ok) throw new Error(tree.error.id);
  return findJsonLdArticle(readJsonLd(tree.value), shown);
}

describe("an article in JSON-LD", () => {
  const mended: readonly (readonly [string, string])[] = [
    ["a comma before a bracket", `{"@type":"NewsArticle","headline":"Ferry, stopped",}`],
    ["a line break within a text", `{"@type":"NewsArticle","headline":"Ferry,\nstopped"}`],
    ["a comment", `/* ours */ {"@type":"NewsArticle", // type\n"headline":"Ferry, stopped"}`],
    ["a semicolon at the end", `{"@type":"NewsArticle","headline":"Ferry, stopped"};`],
    ["an HTML comment around it", `<!-- {"@type":"NewsArticle","headline":"Ferry, stopped"} -->`],
    ["several types", `{"@type":["Thing","OpinionNewsArticle"],"headline":"Ferry, stopped"}`],
    ["a type written as an address", `{"@type":"http://schema.org/NewsArticle","headline":"Ferry, stopped"}`],
    ["a list", `[{"@type":"Person","name":"X"},{"@type":"Article","headline":"Ferry, stopped"}]`],
    [
      "a page whose main thing it is",
      `{"@type":"WebPage","mainEntity":{"@type":"Article","headline":"Ferry, stopped"}}`,
    ],
    ["a text with its language", `{"@type":"Article","headline":{"@value":"Ferry, stopped","@language":"en"}}`],
    ["entities encoded twice", `{"@type":"Article","headline":"Ferry&amp;#44; <i>stopped</i>"}`],
  ];
  for (const [what, json] of mended) {
    it(`is read despite ${what}`, () => {
      expect(articleIn(json)?.headline).to.equal("Ferry, stopped");
    });
  }

  it("keeps addresses whole when commas and comments are mended", () => {
    const { urls } = articleIn(`{"@type":"Article","url":"https://a.example/b,}/*c*/",}`) ?? { urls: [] };
    expect(urls).to.deep.equal(["https://a.example/b,}/*c*/"]);
  });

  it("is the one that the page shows, of several", () => {
    const json = `[{"@type":"Article","headline":"Other"},{"@type":"Article","headline":"Ferry: stopped"}]`;
    expect(articleIn(json, ["Ferry – stopped"])?.headline).to.equal("Ferry: stopped");
  });

  it("is none of those that a list mentions", () => {
    const json = `{"@type":"ItemList","itemListElement":[{"@type":"NewsArticle","headline":"Elsewhere"}]}`;
    expect(articleIn(json)).to.equal(null);
  });

  it("is none where JSON is something else, or nothing", () => {
    for (const json of ["", "null", "7", "[]", `"NewsArticle"`, `{"@type":7}`, `{"@type":`, "{}}"]) {
      expect(articleIn(json), json).to.equal(null);
    }
  });

  it("refers to itself without harm", () => {
    const json = `{"@id":"#a","@type":"Article","headline":"H","author":{"@id":"#a"},"publisher":{"@id":"#gone"}}`;
    expect(articleIn(json)).to.deep.include({ headline: "H", publisher: "" });
  });
});
