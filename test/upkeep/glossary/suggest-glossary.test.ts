import { expect } from "chai";
import * as fc from "fast-check";
import type { Article } from "../../../src/domain/article.ts";
import type { GlossaryEntry } from "../../../src/domain/corpus.ts";
import { abbreviationsIn } from "../../../src/upkeep/glossary/abbreviations.ts";
import type { GlossarySuggestion } from "../../../src/upkeep/glossary/suggestion.ts";
import { suggestGlossary } from "../../../src/upkeep/glossary/suggest-glossary.ts";
import { article, corpusOf } from "../../fixtures/articles.ts";

const { signal } = new AbortController();

async function suggested(
  bodies: readonly string[],
  glossary: readonly GlossaryEntry[] = [],
): Promise<readonly GlossarySuggestion[]> {
  const articles = bodies.map((body, number): Article => article({ id: `n${String(number)}`, body }));
  return suggestGlossary(corpusOf(articles, glossary), signal);
}

const said = (suggestions: readonly GlossarySuggestion[]): readonly string[] =>
  suggestions.map(({ term, aliases, reason }) => `${reason}: ${term} = ${aliases.join(", ")}`);

describe("abbreviations that a sentence explains", () => {
  const cases: readonly (readonly [string, string | null])[] = [
    ["The Ministry of Sea and Transport (MOST) said so.", "MOST: Ministry of Sea and Transport"],
    ["It was the Foundation for Defence of Dykes (FDD) again.", "FDD: Foundation for Defence of Dykes"],
    ["MOST (Ministry of Sea and Transport) said so.", "MOST: Ministry of Sea and Transport"],
    ["They used the remote desktop protocol (RDP).", "RDP: remote desktop protocol"],
    ["The National Seafarers’ Union (NSU, for short) struck.", "NSU: National Seafarers’ Union"],
    ["The Lundvik Harbour Office (LHO; in Norse: Havnekontor) closed.", "LHO: Lundvik Harbour Office"],
    ["The port of Lundvik (NTX) was quiet.", null],
    ["The mayor (who is 60) spoke.", null],
    ["It cost 60 crowns (EUR 5) to sail.", null],
    ["The North Sea (North) is cold.", null],
    ["NSU (NSU) struck.", null],
    ["", null],
  ];
  for (const [sentence, expected] of cases) {
    it(`${expected === null ? "are not" : "are"} in “${sentence}”`, () => {
      const found = abbreviationsIn(sentence).map(({ short, long }) => `${short}: ${long}`);
      expect(found).to.deep.equal(expected === null ? [] : [expected]);
    });
  }

  it("are pieces of the sentence, the letters of the short one in order in the long one, whatever the sentence", () => {
    const piece = fc.constantFrom(
      "the",
      "Ministry",
      "of",
      "Sea",
      "(",
      ")",
      "MS",
      "MOS",
      "(MOS)",
      "(MS)",
      "a",
      "É",
      "(É-S)",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const sentence = pieces.join(" ");
        for (const { short, long } of abbreviationsIn(sentence)) {
          expect(sentence).to.contain(short).and.contain(long);
          const letters = short.toLowerCase().match(/\p{L}/gu) ?? [];
          let at = -1;
          for (const letter of letters)
            expect((at = long.toLowerCase().indexOf(letter, at + 1)), long).not.to.equal(-1);
        }
      }),
    );
  });
});

describe("suggestions for the glossary", () => {
  const explained = "On Monday the Ministry of Sea and Transport (MOST) closed the port of Lundvik.";
  const form = (number: number): string =>
    `On day ${String(number)} the union’s leader Karsten Hoel spoke. Later that day, Hoel went home.`;

  it("are what articles explain, with the sentence, the article and how many there are", async () => {
    const [first, ...rest] = await suggested([explained, "Nothing was said.", explained]);
    expect(rest).to.deep.equal([]);
    expect(first).to.deep.include({
      reason: "abbreviation",
      term: "Ministry of Sea and Transport",
      aliases: ["MOST"],
      isKnown: false,
      articles: 2,
    });
    expect(first?.evidence).to.deep.equal([
      { articleId: "n0", sentence: explained },
      { articleId: "n2", sentence: explained },
    ]);
    expect(first?.score).to.be.within(0, 1);
  });

  it("are what other articles spell otherwise, but not what folding and stems make one", async () => {
    expect(
      said(await suggested(["He said Karsten Hoel came.", "He said Carsten Hoel came.", "So said Karsten Hoel."])),
    ).to.deep.equal(["spelling: Karsten Hoel = Carsten Hoel"]);
    expect(await suggested(["He came to Lündvik.", "She came to Lundvik.", "They came to Lundviks."])).to.deep.equal(
      [],
    );
  });

  it("are no two names that one article tells apart, nor short ones that differ by a letter", async () => {
    const both = "They say Karsten Hoel and Carsten Hoel came.";
    expect(await suggested([both, both])).to.deep.equal([]);
    expect(await suggested(["He came to Iraq.", "He came to Iran."])).to.deep.equal([]);
    expect(await suggested(["He came from Malta today.", "He is a good Maltan today."])).to.deep.equal([]);
  });

  it("are surnames that stand for one person only", async () => {
    expect(said(await suggested([form(1), form(2)]))).to.deep.equal(["form: Karsten Hoel = Hoel"]);
    const other = "On Friday his sister Anna Hoel spoke. Later that day, Hoel went home.";
    expect(await suggested([form(1), form(2), other, other])).to.deep.equal([]);
  });

  it("add to an entry that is there, and never tell what it has, nor what stands for something else", async () => {
    const bodies = [explained, explained];
    const term = "Ministry of Sea and Transport";
    expect(await suggested(bodies, [{ term, aliases: ["MOST"] }])).to.deep.equal([]);
    expect(await suggested(bodies, [{ term, aliases: ["Sea Ministry"] }])).to.have.length(1);
    expect((await suggested(bodies, [{ term, aliases: ["Sea Ministry"] }]))[0]).to.deep.include({
      term,
      isKnown: true,
      aliases: ["MOST"],
    });
    expect((await suggested(bodies, [{ term: "MOST", aliases: ["the ministry"] }]))[0]).to.deep.include({
      term: "MOST",
      isKnown: true,
      aliases: [term],
    });
    expect(
      await suggested(bodies, [
        { term, aliases: ["Sea Ministry"] },
        { term: "Bridge Office", aliases: ["MOST"] },
      ]),
    ).to.deep.equal([]);
  });

  it("are made no longer once that is not wanted", async () => {
    const refused = await suggestGlossary(
      corpusOf([article({ id: "a", body: explained })]),
      AbortSignal.abort(new Error("enough")),
    ).catch((error: unknown) => error);
    expect(refused).to.have.property("message", "enough");
  });
});
