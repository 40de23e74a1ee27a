import { expect } from "chai";
import * as fc from "fast-check";
import { plainSegmentStarts } from "../../src/text/plain-segments.ts";
import { createSegmentation } from "../../src/text/segmentation.ts";

const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });
const segmentStarts = createSegmentation();

const byIntl = (text: string): readonly number[] =>
  Array.from(segmenter.segment(text), (segment) => segment.index).slice(1);

const PLAIN = Array.from("aZéÉßıſ09.!?.!?,:;–—-'\"’”‘“„‚«»‹›()[]{}/@#&%€£$+=<>|~^_`* \t\u00a0");
const WORDS = [
  ". ",
  "? ",
  ".” ",
  "U.S. ",
  "Mr. ",
  "3.5",
  "e.g. ",
  "No. 3",
  "The ",
  "the ",
  "“Why?” he ",
  "a.m. ",
  ".\u00a0",
];
const OTHERS = [
  "…",
  "。",
  "\u0085",
  "\u0301",
  "\u200b",
  "Привет. ",
  "سلام؟ ",
  "👍",
  "\ud83d",
  "․",
  "．",
  "१",
  "ª",
  "°",
];

const textOf = (pieces: readonly string[]): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join(""));

describe("segmentation", () => {
  it("starts sentences in plain texts where Unicode's rules do", () => {
    fc.assert(
      fc.property(textOf([...PLAIN, ...WORDS]), (text) => {
        const starts = plainSegmentStarts(text);
        if (starts !== null) expect(starts).to.deep.equal(byIntl(text));
      }),
      { numRuns: 10_000 },
    );
  }).timeout(15_000);

  it("takes news for plain, and what depends on the version of Unicode not", () => {
    expect(plainSegmentStarts("“We go,” said Durrës’s mayor; $3.5bn went. They left!")).to.deep.equal([43]);
    expect(plainSegmentStarts("He left.” ; she stayed")).to.equal(null);
    expect(plainSegmentStarts("終。")).to.equal(null);
  });

  it("starts sentences in any text where Unicode's rules do", () => {
    fc.assert(
      fc.property(textOf([...PLAIN, ...WORDS, ...OTHERS]), (text) => {
        expect(segmentStarts(text)).to.deep.equal(byIntl(text));
      }),
      { numRuns: 3000 },
    );
  }).timeout(15_000);

  it("starts the same sentences in a long text", () => {
    const sentence = "The ministry said on Sept. 8 that “nobody (not one) left. Nobody!” and went on. ";
    for (const text of [sentence.repeat(200), `${sentence}終。`.repeat(200)]) {
      expect(segmentStarts(text)).to.deep.equal(byIntl(text));
    }
  });
});
