import { expect } from "chai";
import * as fc from "fast-check";
import type { Coverage, CoverageChart, Pictures } from "../../src/domain/picture.ts";
import { coverageChart } from "../../src/present/corpus/coverage-chart.ts";
import { coveragePicture } from "../../src/present/corpus/coverage-picture.ts";
import { monthStretches } from "../../src/present/text/month-stretches.ts";
import { statsText } from "../../src/present/corpus/stats-text.ts";
import { corpusStats } from "../../src/corpus/keep/corpus-stats.ts";
import { article } from "../fixtures/articles.ts";
import { noPictures } from "../fixtures/desk.ts";
import { english, shippedLanguages } from "../fixtures/languages.ts";

const words = english();

function coverage(given: Partial<Coverage> = {}): Coverage {
  return {
    articles: 45,
    months: [
      { name: "2022-07", articles: 4 },
      { name: "2022-09", articles: 30 },
      { name: "2023-01", articles: 9 },
    ],
    undated: 2,
    publishers: [
      { name: "The Harbour Gazette", articles: 20 },
      { name: "Le Phare", articles: 5 },
    ],
    others: { publishers: 8, articles: 20 },
    topics: [{ name: "Harbour Union", articles: 31 }],
    ...given,
  };
}

describe("the chart of what a corpus covers", () => {
  it("has the months from the first to the last, with none left out", () => {
    const { bars, unit, subtitle, title } = coverageChart(words, "The ferry strike", coverage());
    expect(bars.map(({ from, count }) => [from.slice(0, 7), count])).to.deep.equal([
      ["2022-07", 4],
      ["2022-08", 0],
      ["2022-09", 30],
      ["2022-10", 0],
      ["2022-11", 0],
      ["2022-12", 0],
      ["2023-01", 9],
    ]);
    expect([title, unit, subtitle]).to.deep.equal([
      "The ferry strike",
      "articles a month",
      "45 articles · Jul 2022 to Jan 2023, 2 undated",
    ]);
  });

  it("says in words every number that it shows", () => {
    const { alt } = coverageChart(words, "The ferry strike", coverage());
    expect(alt).to.equal(
      "Picture: 45 articles · July 2022 to January 2023, 2 undated. Most appeared in this time: September 2022, 30 articles. " +
        "Articles by publisher: The Harbour Gazette 20, Le Phare 5, 8 others 20. Articles that mention: Harbour Union 31.",
    );
    const german = coverageChart(shippedLanguages().wordsFor("de"), "x", coverage()).alt;
    expect(german)
      .to.match(/^Bild: 45 Artikel/u)
      .and.to.contain("8 weitere 20");
  });

  it("keeps to what Discord takes, whatever names there are", () => {
    const long = Array.from({ length: 12 }, () => ({ name: "\u202E<b>@everyone ".repeat(90), articles: 1 }));
    const chart = coverageChart(words, "W".repeat(3_000), coverage({ publishers: long, topics: long }));
    expect(chart.alt.length).to.be.at.most(1_024);
    expect(JSON.stringify(chart)).not.to.contain("\u202E");
  });

  it("parts any time into at most 60 stretches that follow each other and lose no article", () => {
    const month = fc
      .tuple(fc.integer({ min: 1, max: 9_999 }), fc.integer({ min: 1, max: 12 }))
      .map(([year, inYear]) => `${String(year).padStart(4, "0")}-${String(inYear).padStart(2, "0")}`);
    const near = fc
      .integer({ min: 0, max: 400 })
      .map((after) => new Date(Date.UTC(1990, after)).toISOString().slice(0, 7));
    const months = fc.oneof(fc.uniqueArray(month, { maxLength: 9 }), fc.uniqueArray(near, { maxLength: 30 }));
    fc.assert(
      fc.property(months, (names) => {
        const counted = names.toSorted().map((name, place) => ({ name, articles: place + 1 }));
        const { stretches } = monthStretches(counted, 60);
        expect(stretches.length).to.be.at.most(60);
        expect(stretches.reduce((sum, { count }) => sum + count, 0)).to.equal(
          counted.reduce((sum, { articles }) => sum + articles, 0),
        );
        for (const [place, { from, to }] of stretches.entries()) {
          expect(from < to && /^\d{4}-\d\d-01$/u.test(from) && /^\d{4}-\d\d-\d\d$/u.test(to), `${from} ${to}`).to.equal(
            true,
          );
          const before = stretches[place - 1];
          if (before !== undefined) expect(Date.parse(from) - Date.parse(before.to)).to.equal(86_400_000);
        }
      }),
    );
  });

  it("names what its bars count", () => {
    const unitOf = (last: string): string =>
      coverageChart(
        words,
        "x",
        coverage({
          months: [
            { name: "2000-01", articles: 1 },
            { name: last, articles: 1 },
          ],
        }),
      ).unit;
    expect(["2003-01", "2010-01", "2040-01", "2300-01"].map(unitOf)).to.deep.equal([
      "articles a month",
      "articles a quarter",
      "articles a year",
      "articles in 6 years",
    ]);
  });
});

describe("the picture of what a corpus covers", () => {
  const never = new AbortController().signal;

  it("is null for an empty corpus and where it cannot be drawn", async () => {
    const charts: CoverageChart[] = [];
    const pictures: Pictures = {
      ...noPictures(),
      coverage: async (chart) => {
        charts.push(chart);
        return { ok: true, value: { name: "coverage.png", data: new Uint8Array([1]), alt: chart.alt } };
      },
    };
    expect(await coveragePicture(words, "x", coverage({ articles: 0 }), pictures, never)).to.equal(null);
    expect(await coveragePicture(words, "x", coverage(), noPictures(), never)).to.equal(null);
    expect((await coveragePicture(words, "x", coverage(), pictures, never))?.alt).to.match(/^Picture: 45 articles/u);
    expect(charts).to.have.length(1);
  });
});

describe("a corpus in numbers on a terminal", () => {
  it("tells what it counts, and nothing that moves the cursor", () => {
    const articles = [
      article({ id: "a", body: "x", publisher: "Evil\u001B[2J Paper\u202E" }),
      article({ id: "b", body: "x", published: null, reprintOf: "a", url: null }),
    ];
    const text = statsText({
      name: "The ferry strike",
      version: "0123456789ab",
      stats: corpusStats({ articles }, 3),
      coverage: coverage({ articles: 2 }),
    });
    expect(text).to.contain("2 articles, 3 withdrawn, 1 reprint, 1 undated, 1 without an address");
    expect(text).to.contain("20  8 others").and.to.contain("31  Harbour Union").and.to.contain("1  2021-05");
    expect(text).not.to.match(/\p{Cc}(?<!\n)|\p{Cf}/u);
  });

  it("counts by year where there are many months", () => {
    const articles = Array.from({ length: 60 }, (_, place) =>
      article({
        id: `a${String(place)}`,
        body: "x",
        published: new Date(Date.UTC(2000, place)).toISOString().slice(0, 7),
      }),
    );
    const text = statsText({ name: "x", version: "0", stats: corpusStats({ articles }, 0), coverage: coverage() });
    expect(text).to.contain("12  2004").and.not.to.contain("2004-01");
  });
});
