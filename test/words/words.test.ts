import { expect } from "chai";
import fc from "fast-check";
import { readCatalogue } from "../../src/words/catalogue.ts";
import { createLanguages } from "../../src/words/create-languages.ts";
import { catalogue, shippedLanguages } from "../fixtures/languages.ts";

const languages = shippedLanguages();
const { english, wordsFor } = languages;

describe("a person's language", () => {
  for (const [locale, language] of [
    ["en-GB", "en"],
    ["de", "de"],
    ["de-AT", "de"],
    ["es-419", "es"],
    ["es-ES", "es"],
    ["SQ_al", "sq"],
    ["pt-BR", "en"],
    ["", "en"],
    ["constructor", "en"],
    ["\u0000-de", "en"],
  ] as const) {
    it(`is ${language} for the locale ${JSON.stringify(locale)}`, () => {
      expect(wordsFor(locale).language).to.equal(language);
    });
  }

  it("is one of those there are, English first", () => {
    expect(languages.all.map(({ language }) => language)).to.deep.equal(["en", "de", "es", "fr", "it", "sq"]);
  });
});

describe("counting", () => {
  it("takes the plural that the language has for the number", () => {
    const said = (locale: string, count: number): string =>
      wordsFor(locale).say("count.articles", { count }).replaceAll(/\s/gu, " ");
    expect([said("en", 1), said("en", 0), said("en", 2_000)]).to.deep.equal([
      "1 article",
      "0 articles",
      "2,000 articles",
    ]);
    expect([said("fr", 0), said("fr", 2), said("fr", 1_000_000)]).to.deep.equal([
      "0 article",
      "2 articles",
      "1 000 000 d’articles",
    ]);
    expect([said("sq", 1), said("sq", 3)]).to.deep.equal(["1 artikull", "3 artikuj"]);
    expect(said("de", 2_000)).to.equal("2.000 Artikel");
  });

  it("never shows a share as more than it is", () => {
    expect(english.percent(0.4999)).to.equal("49%");
    expect(wordsFor("de").percent(0.5).replaceAll(/\s/gu, " ")).to.equal("50 %");
  });
});

describe("dates", () => {
  const rows: readonly (readonly [locale: string, date: string, long: string, short: string])[] = [
    ["en", "2022-09-10", "10 September 2022", "10 Sep 2022"],
    ["en", "2022-09", "September 2022", "Sep 2022"],
    ["en", "2022", "2022", "2022"],
    ["en", "someday", "someday", "someday"],
    ["en", "2022-13-45", "2022-13-45", "2022-13-45"],
    ["de", "2022-09-10", "10. September 2022", "10. Sept. 2022"],
    ["fr", "2022-07-01", "1er juillet 2022", "1er juil. 2022"],
    ["fr", "2022-07-11", "11 juillet 2022", "11 juil. 2022"],
    ["es", "2022-07", "julio de 2022", "jul 2022"],
    ["it", "2022-09-10", "10 settembre 2022", "10 set 2022"],
    ["sq", "2022-09-10", "10 shtator 2022", "10 sht 2022"],
  ];
  for (const [locale, date, long, short] of rows) {
    it(`writes ${date} as precisely as it is known in ${locale}`, () => {
      const words = wordsFor(locale);
      expect([words.date(date, "long"), words.date(date, "short")]).to.deep.equal([long, short]);
    });
  }

  it("puts the small words before them that the language has", () => {
    const said = (locale: string, precision: "day" | "month" | "year", date: string): string =>
      wordsFor(locale).say("condition.after", { precision, date: wordsFor(locale).date(date, "long") });
    expect(said("de", "day", "2022-07-01")).to.equal("ab dem 1. Juli 2022");
    expect(said("de", "month", "2022-07")).to.equal("ab Juli 2022");
    expect(said("it", "year", "2022")).to.equal("dal 2022");
  });
});

describe("lists and names of languages", () => {
  it("are put as the language does", () => {
    expect(english.list(["a", "b", "c"], "or")).to.equal("a, b or c");
    expect(wordsFor("es").list(["uno", "otro"], "or")).to.equal("uno u otro");
    expect(english.list([], "and")).to.equal("");
    expect(wordsFor("de").languageName("sq")).to.equal("Albanisch");
    for (const tag of ["no tag", "**x**"]) expect(english.languageName(tag)).to.equal(tag);
  });
});

describe("what is put into a message", () => {
  it("is never read as a message, in any language", () => {
    const hostile = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.constantFrom("{read}", "'{'", "'", "#", "{n, plural, one {", "<b>", "</b>", "$&", "\\u0000"),
    );
    fc.assert(
      fc.property(fc.constantFrom(...languages.all), hostile, (words, text) => {
        const said = words.say("answer.read-as", { asked: text, read: "x" });
        const plain = words.say("answer.read-as", { asked: "AB", read: "x" });
        expect(said).to.equal(plain.split("AB").join(text));
      }),
    );
  });
});

describe("a catalogue that is not whole", () => {
  const english = catalogue("en", { "answer.silence": "Not there.", "count.articles": "{count, number} articles" });

  it("says in English what it lacks, and what it cannot fill in", () => {
    const own = createLanguages(english, [catalogue("de", { "count.articles": "{number} Artikel" })]).wordsFor("de");
    expect(own.say("answer.silence")).to.equal("Not there.");
    expect(own.say("count.articles", { count: 3 })).to.equal("3 articles");
  });

  it("says what is asked where nobody has words for it", () => {
    const own = createLanguages(english, []).english;
    expect(own.say("question.empty")).to.equal("question.empty");
    expect(own.find("question.empty")).to.equal(null);
    expect(own.find("__proto__")).to.equal(null);
    expect(own.find("count.articles")).to.equal(null);
  });

  for (const [what, json, reason] of [
    ["no JSON", "{", "flat JSON object"],
    ["a list", "[]", "flat JSON object"],
    ["messages within messages", '{"answer": {"silence": "x"}}', "flat JSON object"],
    ["a message that is no ICU message", '{"answer.silence": "{"}', "answer.silence is no ICU message"],
  ] as const) {
    it(`is refused when it is ${what}`, () => {
      const read = readCatalogue("de", json);
      expect(read.ok ? "" : read.error).to.contain(reason);
    });
  }
});
