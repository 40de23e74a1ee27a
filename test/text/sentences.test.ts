import { expect } from "chai";
import * as fc from "fast-check";
import type { Article } from "../../src/domain/article.ts";
import { sentencesOf } from "../../src/text/sentences-of.ts";
import { splitSentences } from "../../src/text/sentences.ts";

const PIECES = [
  ...Array.from("aB é.!?…,;:\"'“”‘’«»„()[]{}-–—•*/@&#\n\r\t 　\u00a0\u0085\u2028\u200b\u200f"),
  "\r\n",
  "\n\n",
  ". ",
  "U.S. ",
  "Mr. ",
  "No. 3",
  "1. ",
  "e\u0301",
  "\u0301",
  "👩‍💻",
  "🇦🇱",
  "\ud83d",
  "\ude00",
  "שלום. ",
  "سلام؟ ",
  "今天。",
  "https://a.al/?B",
  "The ",
  "said",
];

const nastyText = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join("")),
  fc.string({ unit: "binary", maxLength: 200 }),
);

function expectSound(body: string): void {
  let covered = "";
  let last = 0;
  let paragraph = 0;
  for (const span of splitSentences(body)) {
    const text = body.slice(span.start, span.end);
    expect(text).to.equal(text.trim());
    expect(text).to.not.equal("");
    expect(text.length).to.be.at.most(4000);
    expect(span.start).to.be.at.least(last);
    expect(span.paragraph).to.be.at.least(paragraph);
    covered += text;
    last = span.end;
    paragraph = span.paragraph;
  }
  expect(covered.replaceAll(/\s/gu, "")).to.equal(body.replaceAll(/\s/gu, ""));
}

describe("splitSentences", () => {
  it("puts every character but white space into exactly one sentence, whatever the text", () => {
    fc.assert(fc.property(nastyText, expectSound), { numRuns: 2000 });
  });

  it("numbers paragraphs, which blank lines part", () => {
    const paragraphs = splitSentences("\n\nOne. Two.\n \t\nThree\nfour.\r\n\r\nFive.").map((span) => span.paragraph);
    expect(paragraphs).to.deep.equal([0, 0, 1, 2]);
  });

  it("has no sentence for an empty text", () => {
    expect(splitSentences("")).to.deep.equal([]);
    expect(splitSentences(" \n\r\n\t\u00a0")).to.deep.equal([]);
  });

  for (const [name, unit] of [
    ["sentences", "The ministry said so on Sept. 8. "],
    ["words without an end", "word "],
    ["one endless word", "x"],
    ["surrogate pairs", "👍"],
    ["initials", "A. "],
    ["full stops", "."],
    ["quotes", "“"],
    ["closing quotes", "x.” "],
    ["spaces", " "],
  ] as const) {
    it(`copes with 200,000 characters of ${name} on one line`, () => {
      expectSound(unit.repeat(200_000 / unit.length));
    }).timeout(15_000);
  }
});

describe("sentencesOf", () => {
  it("gives sentences that are exactly the article's text where they say", () => {
    const article: Article = {
      id: "a",
      title: "A",
      publisher: "P",
      agency: null,
      authors: [],
      url: null,
      published: null,
      language: "en",
      kind: "brief",
      note: null,
      reprintOf: null,
      body: "The U.S. acted.  Iran protested!\n\nDurrës slept.",
      source: { file: "a.md", bodyLine: 1 },
    };
    const sentences = sentencesOf(article);
    expect(sentences.map(({ text }) => text)).to.deep.equal(["The U.S. acted.", "Iran protested!", "Durrës slept."]);
    expect(sentences.map(({ position, paragraph }) => [position, paragraph])).to.deep.equal([
      [0, 0],
      [1, 0],
      [2, 1],
    ]);
    for (const { start, end, text } of sentences) expect(article.body.slice(start, end)).to.equal(text);
  });
});
