import { expect } from "chai";
import fc from "fast-check";
import { buildQuery } from "../../src/search/query.ts";
import { type Hit, rank } from "../../src/search/rank.ts";
import { type SentenceIndex, buildSentenceIndex } from "../../src/search/sentence-index.ts";
import { readSyntax } from "../../src/search/syntax.ts";
import { createAnalyzer } from "../../src/text/analyzer.ts";
import { article } from "../fixtures/articles.ts";

/** The one place that knows how a hit leads to its sentence. */
function textOf(hit: Hit): string {
  return hit.sentence.text;
}

function found(index: SentenceIndex, asked: string): readonly string[] {
  return rank(index, buildQuery(index, asked), { limit: 100 }).hits.map((hit) => textOf(hit));
}

/** The sentences found, in the order of the articles. */
function foundIn(index: SentenceIndex, asked: string, all: readonly string[]): readonly string[] {
  const texts = found(index, asked);
  return all.filter((text) => texts.includes(text));
}

const MINISTRY = "The foreign ministry spoke on Monday.";
const MINISTER = "A minister met the ministry of foreign trade.";
const MINISTRIES = "Two Foreign Ministries, it said, were hit.";
const UNION = "The Seafarers' Union warned the ministry.";
const SHORT = "The SU left; the ministry stayed.";
const SENTENCES = [MINISTRY, MINISTER, MINISTRIES, UNION, SHORT];

const index = buildSentenceIndex(
  SENTENCES.map((body, number) => article({ id: `s${String(number)}`, title: `Report ${String(number)}`, body })),
  createAnalyzer([{ term: "Seafarers' Union", aliases: ["SU"] }]),
);

describe("what is typed to narrow a search", () => {
  describe("quotes", () => {
    const rows: readonly (readonly [asked: string, sentences: readonly string[]])[] = [
      ['"foreign ministry"', [MINISTRY, MINISTRIES]],
      ["“foreign ministry”", [MINISTRY, MINISTRIES]],
      ["„Foreign Ministry“", [MINISTRY, MINISTRIES]],
      ["«foreign ministry»", [MINISTRY, MINISTRIES]],
      ['ministry "the foreign"', [MINISTRY]],
      ['"ministry of foreign trade"', [MINISTER]],
      ['"ministry foreign trade"', []],
      ['"ministries it said were"', [MINISTRIES]],
      ['"ministry foreign"', []],
      ['"foreign ministry" "it said"', [MINISTRIES]],
      // An unclosed quote, and quotes around nothing, are characters like others.
      ['"foreign ministry', SENTENCES],
      ['ministry "…" ""', SENTENCES],
      // No correction of what was asked word for word, and no other name for it.
      ['"minstry"', []],
      ['"Seafarers\' Union"', [UNION]],
      ['"SU"', [SHORT]],
      ["SU", [UNION, SHORT]],
    ];
    for (const [asked, sentences] of rows) {
      it(`${asked} finds ${String(sentences.length)}`, () => {
        expect(foundIn(index, asked, SENTENCES)).to.deep.equal(sentences);
      });
    }

    it("corrects the words beside them all the same", () => {
      expect(buildQuery(index, 'minstry "foreign"').corrections).to.deep.equal([
        { asked: "minstry", read: "ministry" },
      ]);
    });

    it("says that no article has a word that stands in them", () => {
      expect(buildQuery(index, 'ministry "minstry"').unknownWords).to.deep.equal(["minstry"]);
    });
  });

  describe("a minus", () => {
    const rows: readonly (readonly [asked: string, sentences: readonly string[]])[] = [
      ["ministry -foreign", [UNION, SHORT]],
      ["-foreign ministry", [UNION, SHORT]],
      ["ministry -Foreign, -union", [SHORT]],
      ['ministry -"foreign ministry"', [MINISTER, UNION, SHORT]],
      ["ministry -“foreign ministry”", [MINISTER, UNION, SHORT]],
      ["ministry -foreign-ministry", [MINISTER, UNION, SHORT]],
      ["ministry -the", [MINISTRIES]],
      // The name stays where only its abbreviation is left out.
      ["ministry -SU", [MINISTRY, MINISTER, MINISTRIES, UNION]],
      // No operators: within a word, with a space after it, a dash, before a number.
      ["ministry-foreign", SENTENCES],
      ["ministry - foreign", SENTENCES],
      ["ministry –foreign", SENTENCES],
      ["ministry --foreign", SENTENCES],
      ["ministry -5 degrees", SENTENCES],
    ];
    for (const [asked, sentences] of rows) {
      it(`“${asked}” finds ${String(sentences.length)}`, () => {
        expect(foundIn(index, asked, SENTENCES)).to.deep.equal(sentences);
      });
    }
  });

  describe("publisher, before and after", () => {
    const dated = buildSentenceIndex(
      [
        article({ id: "day", publisher: "VOA News", published: "2022-09-10", body: "Harbour, day." }),
        article({ id: "month", publisher: "KEYT", agency: "AP", published: "2022-09", body: "Harbour, month." }),
        article({ id: "year", publisher: "Télé Lumière", published: "2022", body: "Harbour, year." }),
        article({ id: "old", publisher: "The U.S. Gazette", published: "2021-12-31", body: "Harbour, old." }),
        article({ id: "none", publisher: "Voice Box", published: null, body: "Harbour, none." }),
      ],
      createAnalyzer([]),
    );
    const all = ["day", "month", "year", "old", "none"];
    const rows: readonly (readonly [operators: string, articles: readonly string[]])[] = [
      ["publisher:voa", ["day"]],
      ["Publisher:VOA", ["day"]],
      ['publisher:"news voa"', ["day"]],
      ["publisher:“VOA News”", ["day"]],
      ["publisher:vo", ["day", "none"]],
      ["publisher:oa", []],
      ["publisher:ap", ["month"]],
      ["publisher:tele", ["year"]],
      ["publisher:US", ["old"]],
      ["publisher:voa publisher:ap", ["day", "month"]],
      ["-publisher:voa", ["month", "year", "old", "none"]],
      ["publisher:vo -publisher:box", ["day"]],
      ["before:2022-09-10", ["month", "year", "old"]],
      ["before:2022-09-11", ["day", "month", "year", "old"]],
      ["before:2022-09", ["year", "old"]],
      ["before:2022", ["old"]],
      ["after:2022-09-10", ["day", "month", "year"]],
      ["after:2022-09-11", ["month", "year"]],
      ["after:2022-10", ["year"]],
      ["after:2022", ["day", "month", "year"]],
      ["after:2023", []],
      ["after:2021-12-31 before:2022", ["old"]],
      ["after:2022/9/10, ", ["day", "month", "year"]],
      ["Before: 2022", ["old"]],
      ["-before:2022", ["day", "month", "year"]],
      // Ordinary text.
      ["publisher: voa", all],
      ["publisher:—", all],
      ["note:day", all],
      ["10:30", all],
      ["https://example.com/before:2021", all],
    ];
    for (const [operators, articles] of rows) {
      it(`“${operators}” finds ${articles.join(", ") || "nothing"}`, () => {
        const texts = found(dated, `harbour ${operators}`);
        expect(all.filter((id) => texts.includes(`Harbour, ${id}.`))).to.deep.equal(articles);
      });
    }

    for (const typed of ["yesterday", "2022-13", "2022-02-30", "22", "10.9.2022"]) {
      it(`cannot read a date in before:${typed}`, () => {
        expect(readSyntax(`harbour before:${typed}`).malformed).to.deep.equal({ operator: "before", typed });
      });
    }
  });

  describe("whatever the text", () => {
    const word = fc.constantFrom("harbour", "strike", "sailors", "the", "wage", "of", "mayor");
    const sentence = fc.array(word, { minLength: 1, maxLength: 7 });
    const corpus = fc.array(fc.array(sentence, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 });
    const phrase = fc.array(word, { minLength: 1, maxLength: 3 });
    const analyzer = createAnalyzer([]);
    const holds = (text: string, words: readonly string[]): boolean =>
      ` ${text.toLowerCase().replace(".", "")} `.includes(` ${words.join(" ")} `);

    it("ranks just those that hold every phrase and nothing excluded, as it would without", () => {
      fc.assert(
        fc.property(
          corpus,
          fc.array(word, { minLength: 1, maxLength: 3 }),
          fc.array(phrase, { maxLength: 2 }),
          fc.array(phrase, { maxLength: 2 }),
          (articles, words, phrases, excluded) => {
            const small = buildSentenceIndex(
              articles.map((sentences, number) =>
                article({
                  id: `a${String(number)}`,
                  body: sentences.map((one) => `${one.join(" ")}.`).join("\n\n"),
                }),
              ),
              analyzer,
            );
            const asked = [
              ...words,
              ...phrases.map((one) => `"${one.join(" ")}"`),
              ...excluded.map((one) => `-"${one.join(" ")}"`),
            ].join(" ");
            const query = buildQuery(small, asked);
            const free = rank(small, { ...query, restriction: null }, { limit: 1_000 });
            const expected = free.hits.filter((hit) => {
              const text = textOf(hit);
              return phrases.every((one) => holds(text, one)) && !excluded.some((one) => holds(text, one));
            });
            const { hits, total, totalIsExact } = rank(small, query, { limit: 1_000 });
            expect(hits).to.deep.equal(expected);
            expect([total, totalIsExact]).to.deep.equal([expected.length, true]);
          },
        ),
        { numRuns: 300 },
      );
    });

    it("reads anything, and at most ten operators of it", () => {
      const piece = fc.constantFrom(
        ...'"|“|”|„|«|»|-| |a|5|(|publisher:|before:|after:|2022|\n|é|🤷|\uD800'.split("|"),
      );
      fc.assert(
        fc.property(fc.array(piece, { maxLength: 200 }), (pieces) => {
          const text = pieces.join("");
          const { operators, parts } = readSyntax(text);
          expect(operators.length).to.be.at.most(10);
          let end = 0;
          for (const part of parts) {
            expect(part.start).to.be.at.least(end);
            ({ end } = part);
          }
          expect(end).to.be.at.most(text.length);
        }),
      );
    });

    for (const [name, text] of [
      ["quotes", '"'],
      ["opening quotes", "“"],
      ["spaced quotes", ' "'],
      ["minus signs", "-"],
      ["spaced minus signs", " -"],
      ["excluded words", " -a"],
      ["phrases", ' "a b"'],
      ["quotes in quotes", '“"'],
      ["operators", " publisher:"],
      ["dates", " before:2022"],
      ["malformed dates", " before:x"],
    ] as const) {
      it(`copes with 300,000 ${name}`, () => {
        expect(readSyntax(text.repeat(300_000)).operators.length).to.be.at.most(10);
      });
    }

    it("takes what goes beyond ten operators for ordinary words", () => {
      const excluded = Array.from({ length: 10 }, (_, number) => `-x${String(number)}`).join(" ");
      expect(foundIn(index, `${excluded} -foreign`, SENTENCES)).to.deep.equal([MINISTRY, MINISTER, MINISTRIES]);
    });
  });
});
