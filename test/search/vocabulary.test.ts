import { expect } from "chai";
import fc from "fast-check";
import distances from "natural/lib/natural/distance/levenshtein_distance.js";
import { isLikelySlip } from "../../src/search/likely-slip.ts";
import { Vocabulary, vocabularyPart } from "../../src/search/vocabulary.ts";

function vocabularyOf(counts: Readonly<Record<string, number>>): Vocabulary {
  return new Vocabulary([vocabularyPart(new Map(Object.entries(counts)))]);
}

function firstFor(typed: string, counts: Readonly<Record<string, number>>): string | undefined {
  return vocabularyOf(counts).resembling(typed, 3)[0]?.word;
}

const word = fc.string({ unit: fc.constantFrom("a", "b", "é", "7"), minLength: 1, maxLength: 12 });
const typed = fc.string({ unit: fc.constantFrom("a", "b", "é"), minLength: 4, maxLength: 12 });
const counts = fc.dictionary(word, fc.integer({ min: 1, max: 9 }), { maxKeys: 60 });

/** Parts with what is removed from them: some words wholly, some in part, some more often than they occur. */
const parts = fc.array(
  fc.tuple(counts, fc.dictionary(word, fc.integer({ min: 1, max: 9 }), { maxKeys: 9 })).map(([kept, removed]) => {
    const known = new Map(Object.entries(kept));
    const fromKnown = [...known].filter((_, n) => n % 3 === 0).map(([one, count]) => [one, count] as const);
    return { known, removed: new Map([...Object.entries(removed), ...fromKnown]) };
  }),
  { maxLength: 3 },
);

function occurrences(of: string, all: readonly { known: Map<string, number>; removed: Map<string, number> }[]): number {
  const sum = all.reduce((total, { known, removed }) => total + (known.get(of) ?? 0) - (removed.get(of) ?? 0), 0);
  return Math.max(0, sum);
}

describe("the words of a corpus", () => {
  const misspelt: readonly (readonly [typed: string, known: string])[] = [
    ["albnia", "albania"],
    ["goverment", "government"],
    ["minsiter", "minister"],
    ["cyberatack", "cyberattack"],
    ["diplomtic", "diplomatic"],
    ["ambasador", "ambassador"],
    ["comittee", "committee"],
    ["rnasom", "ransom"],
    ["frist", "first"],
    ["relase", "release"],
    ["tehrann", "tehran"],
  ];
  const known = Object.fromEntries([...misspelt.map(([, right]) => [right, 3]), ["married", 5], ["kind", 5]]);
  for (const [wrong, right] of misspelt) {
    it(`are recognised in spite of a slip: ${wrong} is ${right}`, () => {
      expect(firstFor(wrong, known)).to.equal(right);
    });
  }

  for (const other of ["carried", "king", "xylophone", "min1ster", "rel", "r".repeat(40), "", "🤷🤷🤷"]) {
    it(`are not forced on “${other}”`, () => {
      expect(firstFor(other, known)).to.equal(undefined);
    });
  }

  it("come in the order in which they are likely meant", () => {
    const words = { relieve: 9, receive: 1, reprieve: 99, believe: 99 };
    const found = vocabularyOf(words).resembling("recieve", 9);
    // Letters swapped, before a letter changed, before two changes; the first letter is seldom wrong.
    expect(found.map((one) => one.word)).to.deep.equal(["receive", "relieve", "reprieve"]);
    expect(found[0]?.similarity).to.be.closeTo(1 - 1 / 7, 1e-9);
  });

  it("give the commoner of two that are as near", () => {
    expect(firstFor("detertion", { detention: 2, desertion: 5 })).to.equal("desertion");
    expect(firstFor("detertion", { detention: 5, desertion: 2 })).to.equal("detention");
  });

  it("resemble another exactly where a comparison with each of them says so", () => {
    fc.assert(
      fc.property(parts, typed, (all, asked) => {
        const vocabulary = new Vocabulary(
          all.map(({ known: words, removed }) => ({ ...vocabularyPart(words), removed })),
        );
        const tolerated = asked.length < 7 ? 1 : asked.length < 11 ? 2 : 3;
        const expected = [...new Set(all.flatMap(({ known: words }) => [...words.keys()]))]
          .filter((one) => !one.includes("7") && occurrences(one, all) > 0 && isLikelySlip(asked, one))
          .map((one) => ({ one, slips: distances.DamerauLevenshteinDistance(asked, one, { restricted: true }) }))
          .filter(({ slips }) => slips <= tolerated)
          .map(({ one, slips }) => ({ word: one, similarity: 1 - slips / Math.max(one.length, asked.length) }));
        expect(vocabulary.resembling(asked, Infinity)).to.have.deep.members(expected);
      }),
      { numRuns: 1000 },
    );
  });

  it("are counted over all parts, less what was withdrawn", () => {
    fc.assert(
      fc.property(parts, fc.array(word), (all, more) => {
        const vocabulary = new Vocabulary(
          all.map(({ known: words, removed }) => ({ ...vocabularyPart(words), removed })),
        );
        const words = new Set(all.flatMap(({ known: some }) => [...some.keys()]));
        for (const one of [...words, ...more]) expect(vocabulary.count(one), one).to.equal(occurrences(one, all));
        expect(vocabulary.size).to.equal([...words].filter((one) => occurrences(one, all) > 0).length);
      }),
      { numRuns: 500 },
    );
  });
});

describe("a rare word that the corpus knows", () => {
  const meant = (asked: string, words: Readonly<Record<string, number>>): string | undefined =>
    vocabularyOf(words).likelyMeant(asked)[0]?.word;

  it("may be a slip for a very much commoner one", () => {
    expect(meant("goverment", { goverment: 2, government: 100 })).to.equal("government");
  });

  it("is what it is when the other is not so common, or it is itself not rare", () => {
    expect(meant("goverment", { goverment: 2, government: 99 })).to.equal(undefined);
    expect(meant("goverment", { goverment: 3, government: 1000 })).to.equal(undefined);
    expect(meant("goverment", { government: 1000 })).to.equal(undefined);
  });

  it("is no slip for its own plural", () => {
    expect(meant("governments", { governments: 1, government: 100 })).to.equal(undefined);
  });

  it("is no slip for a word two letters away", () => {
    expect(meant("govermant", { govermant: 1, government: 100 })).to.equal(undefined);
  });
});
