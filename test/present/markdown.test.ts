import { expect } from "chai";
import fc from "fast-check";
import { cleanText } from "../../src/present/text/clean.ts";
import { escapeMarkdown, link, linkTarget } from "../../src/present/text/markdown.ts";

/** What Discord shows of escaped text: a backslash before a character that is no letter, digit or space disappears. */
function shown(markdown: string): string {
  return markdown.replaceAll(/\\([^\p{L}\p{N}\s])/gu, "$1");
}

const hostile = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.string({ unit: "binary" }),
  fc
    .array(
      fc.constantFrom(
        "@everyone",
        "<@123456789012345678>",
        "<#1>",
        "<t:1662768000:R>",
        "[click](https://evil.example)",
        "https://evil.example/a_b_c",
        "**bold**",
        "`code`",
        "```\nblock\n```",
        "||spoiler||",
        "# head",
        "-# small",
        "> quote",
        ">>> quote",
        "1. one",
        "- item",
        "<:emoji:1>",
        "\u202Egnp.exe",
        "a\u200Bb",
        "z\u0301\u0301\u0301\u0301\u0301",
        "\\",
        "\n",
        " ",
      ),
      { maxLength: 6 },
    )
    .map((parts) => parts.join("")),
);

describe("escaping for Discord", () => {
  it("shows the cleaned text and nothing else", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(shown(escapeMarkdown(text))).to.equal(cleanText(text));
      }),
      { numRuns: 2_000 },
    );
  });

  it("leaves no character with a meaning unescaped", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const bare = escapeMarkdown(text).replaceAll(/\\[^\p{L}\p{N}\s]/gu, "x");
        expect(bare).not.to.match(/[\\`*_~|[\]()<>#@:]/u);
        expect(bare).not.to.match(/^\s*(?:[-+]|\d+\.)\s/u);
      }),
      { numRuns: 2_000 },
    );
  });

  it("takes out what cannot be seen and piles of marks", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const cleaned = cleanText(text);
        expect(cleaned).not.to.match(/[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\p{Cc}\p{Cs}]/u);
        expect(cleaned).not.to.match(/\p{M}{4}/u);
        expect(cleaned).not.to.match(/\s\s/u);
      }),
      { numRuns: 2_000 },
    );
  });

  it("keeps the letters of other languages", () => {
    const text = "Durrës, Çuçi, größer, مجاهدین, 東京, क्षि";
    expect(escapeMarkdown(text)).to.equal(text);
  });
});

describe("links", () => {
  it("links a web address under its escaped label", () => {
    expect(link("A [title]", "https://news.example/a_(b)")).to.equal(
      String.raw`[A \[title\]](https://news.example/a%5F%28b%29)`,
    );
  });

  for (const url of [
    "javascript:alert(1)",
    "ftp://a.example",
    "//a.example",
    "https://user:pass@a.example",
    "no url",
  ]) {
    it(`does not link ${url}`, () => {
      expect(linkTarget(url)).to.equal(null);
      expect(link("Title", url)).to.equal("Title");
    });
  }

  it("never lets an address end its link early", () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
        expect(linkTarget(url)).to.match(/^https?:\/\/[^\s()<>[\]`*_~|\\]+$/u);
      }),
    );
  });
});
