import { expect } from "chai";
import * as fc from "fast-check";
import { createAnalyzer } from "../../src/text/analyzer.ts";
import { oddText } from "./odd-text.ts";
import { plainTerms } from "./plain-terms.ts";

const GLOSSARY = [
  { term: "Ministry of Intelligence and Security", aliases: ["MOIS", "Intelligence Ministry"] },
  { term: "cyberattack", aliases: ["cyber attack"] },
  { term: "Nasser Kanaani", aliases: ["Kenani", "Ka'nani"] },
  { term: "United States", aliases: ["US", "USA"] },
  { term: "Durrës", aliases: [] },
  { term: "🎉", aliases: ["!!!"] },
];

const analyzer = createAnalyzer(GLOSSARY);

const aliases = (text: string): readonly string[] =>
  analyzer
    .analyze(text)
    .filter((term) => term.kind === "alias")
    .map((term) => `${term.surface} ${term.term}`);

describe("analyzer", () => {
  it("gives a word's stem, its place, and whether it carries content", () => {
    expect(analyzer.analyze("The attacks")).to.deep.equal([
      { term: "the", surface: "The", folded: "the", start: 0, end: 3, kind: "word", stop: true },
      { term: "attack", surface: "attacks", folded: "attacks", start: 4, end: 11, kind: "word", stop: false },
    ]);
  });

  it("finds one thing under all its names", () => {
    const ministry = "=ministry of intelligence and security";
    expect(aliases("Iran’s Ministry of Intelligence and Security (MOIS)")).to.deep.equal([
      `Ministry of Intelligence and Security ${ministry}`,
      `MOIS ${ministry}`,
    ]);
    expect(aliases("mois")).to.deep.equal([`mois ${ministry}`]);
  });

  it("takes a compound written as one word, two or with a hyphen for the same, in the plural too", () => {
    for (const written of ["cyberattack", "cyber attack", "Cyber-attacks", "cyber\nattacks"]) {
      expect(aliases(written)).to.deep.equal([`${written} =cyberattack`]);
    }
  });

  it("keeps the words of a name as terms after it", () => {
    const terms = analyzer.analyze("US cyber attack").map((term) => term.term);
    expect(terms).to.deep.equal(["=united states", "u.s", "=cyberattack", "cyber", "attack"]);
  });

  it("takes a surname for the person only where the glossary lists it", () => {
    expect(aliases("Kanani, Kenani and Ka’nani; Nasser")).to.deep.equal([
      "Kanani =nasser kanaani",
      "Kenani =nasser kanaani",
      "Ka’nani =nasser kanaani",
    ]);
    expect(aliases("Kanaani")).to.deep.equal([]);
  });

  it("tells the country from the pronoun", () => {
    expect(aliases("They told us that the US acts.")).to.deep.equal(["US =united states"]);
    expect(aliases("did the us sanction iran")).to.deep.equal(["us =united states"]);
  });

  it("does not look for a name across what stands between", () => {
    expect(aliases("cyber … (yes) attack")).to.deep.equal([]);
    expect(aliases("cyber. . . . attack")).to.deep.equal([]);
  });

  it("gives the longest name, and the first entry where two share one", () => {
    const other = createAnalyzer([
      { term: "Iran", aliases: [] },
      { term: "Embassy of Iran", aliases: [] },
      { term: "Persia", aliases: ["Iran"] },
    ]);
    const found = other.analyze("embassy of Iran in Iran").filter((term) => term.kind === "alias");
    expect(found.map((term) => term.term)).to.deep.equal(["=embassy of iran", "=iran"]);
  });

  it("survives words that are names of JavaScript's own", () => {
    const own = createAnalyzer([{ term: "constructor", aliases: ["__proto__"] }]);
    expect(own.analyze("toString constructor").map((term) => term.term)).to.include("=constructor");
  });

  it("gives every term as written where it says, in order, whatever the text", () => {
    const pieces = [
      "cyber",
      "attack",
      "MOIS",
      "US",
      "us",
      " ",
      "-",
      ".",
      "’s",
      "Ministry of Intelligence ",
      "\ud83d",
      "é",
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 40 }), (parts) => {
        const text = parts.join("");
        let last = 0;
        for (const term of analyzer.analyze(text)) {
          expect(text.slice(term.start, term.end)).to.equal(term.surface);
          expect(term.start).to.be.at.least(last);
          last = term.start;
        }
      }),
    );
  });

  it("gives what the definition says, whatever the text and whatever it remembers", () => {
    const bare = createAnalyzer([]);
    const expected = plainTerms(GLOSSARY);
    const expectedBare = plainTerms([]);
    fc.assert(
      fc.property(oddText, (text) => {
        expect(analyzer.analyze(text)).to.deep.equal(expected(text));
        expect(bare.analyze(text)).to.deep.equal(expectedBare(text));
      }),
      { numRuns: 3000 },
    );
  }).timeout(15_000);

  it("visits for the index the terms with content, in order", () => {
    fc.assert(
      fc.property(oddText, (text) => {
        const visited: (readonly string[])[] = [];
        analyzer.eachTerm(text, (term, folded, kind) => visited.push([term, folded, kind]));
        const terms = analyzer.analyze(text).filter((term) => !term.stop);
        expect(visited).to.deep.equal(terms.map(({ term, folded, kind }) => [term, folded, kind]));
      }),
      { numRuns: 3000 },
    );
  }).timeout(15_000);

  it("gives every word numbers of its own", () => {
    const wordOf = new Map<number, string>();
    fc.assert(
      fc.property(oddText, (text) => {
        analyzer.eachTerm(text, (term, folded, kind, id) => {
          expect(id === null).to.equal(kind === "alias");
          if (id === null) return;
          const word = `${term} ${folded}`;
          expect(wordOf.get(id) ?? word).to.equal(word);
          wordOf.set(id, word);
        });
      }),
      { numRuns: 1000 },
    );
    expect(wordOf.size).to.be.greaterThan(100);
  }).timeout(15_000);

  it("reads a word the same after more words than it remembers", () => {
    const before = analyzer.analyze("Iran’s cyber-attacks, $50m");
    for (let word = 0; word < 200_001; word += 1) analyzer.eachTerm(`w${word}`, () => {});
    expect(analyzer.analyze("Iran’s cyber-attacks, $50m")).to.deep.equal(before);
  }).timeout(15_000);
});
