import { expect } from "chai";
import type { CoverageChart } from "../../src/domain/picture.ts";
import { coverageSvg } from "../../src/picture/coverage-svg.ts";
import { createPictures, drawCoverage } from "../../src/picture/create-pictures.ts";
import { type Fonts, openFonts } from "../../src/picture/fonts.ts";
import { localeOf } from "../../src/picture/locale.ts";
import { STYLE } from "../../src/picture/style.ts";
import { weeks } from "./charts.ts";
import { partsOf, textsOf } from "./svg-parts.ts";

const never = new AbortController().signal;

function chart(given: Partial<CoverageChart> = {}): CoverageChart {
  return {
    title: "The ferry strike",
    subtitle: "7 articles",
    unit: "articles a week",
    bars: weeks([1, 0, 4, 2]),
    lists: [
      {
        heading: "Who published",
        rows: [
          { label: "The Harbour Gazette", count: 4 },
          { label: "Le Phare", count: 2 },
        ],
        rest: { label: "5 others", count: 1_200 },
      },
      { heading: "What they mention", rows: [{ label: "Oslo", count: 3 }], rest: null },
    ],
    undrawable: "(other script)",
    language: "en",
    alt: "Seven articles.",
    ...given,
  };
}

function rowsOf(labels: readonly string[]): CoverageChart["lists"] {
  return [{ heading: "Who", rows: labels.map((label) => ({ label, count: 1 })), rest: null }];
}

describe("the drawing of what a corpus covers", () => {
  let fonts: Fonts;
  before(async () => {
    fonts = await openFonts();
  });
  const draw = (given: Partial<CoverageChart> = {}): string => coverageSvg(chart(given), fonts, localeOf("en"));

  it("writes every name with its figure, and who has no line of their own", () => {
    expect(textsOf(draw())).to.include.members([
      "The ferry strike",
      "7 articles",
      "articles a week",
      "The Harbour Gazette",
      "Le Phare",
      "2",
      "5 others",
      "1,200",
      "Oslo",
    ]);
  });

  it("draws bars as long as what they count, those of a list beside each other from the same line", () => {
    const long = partsOf(draw()).filter(({ name, attributes }) => name === "rect" && attributes["height"] === "10");
    const [first, second, other] = long.map(({ attributes }) => ({
      x: Number(attributes["x"]),
      width: Number(attributes["width"]),
    }));
    expect(long).to.have.length(3);
    expect(second?.width).to.be.closeTo((first?.width ?? 0) / 2, 0.2);
    expect(second?.x).to.equal(first?.x);
    expect(other?.x).to.be.greaterThan((first?.x ?? 0) + (first?.width ?? 0));
  });

  it("gives a list alone the whole width", () => {
    const bar = partsOf(draw({ lists: rowsOf(["Alone"]) })).find(({ attributes }) => attributes["height"] === "10");
    expect(Number(bar?.attributes["width"])).to.equal(STYLE.width - 2 * STYLE.margin);
  });

  it("writes no letter smaller than a phone shows", () => {
    const sizes = partsOf(draw()).flatMap(({ name, attributes }) =>
      name === "text" ? Number(attributes["font-size"]) : [],
    );
    expect(Math.min(...sizes) * (350 / STYLE.width)).to.be.at.least(11);
  });

  it("stays sound and within its columns with hostile, endless and foreign names", () => {
    const names = [
      `<script>alert("1")</script> & Co`,
      "W".repeat(5_000),
      "a\u202Eb\u0000c",
      "Новая газета",
      "阿尔巴尼亚日报",
    ];
    const lists = [...rowsOf(names), ...rowsOf(names)];
    const svg = draw({ title: "阿".repeat(400), subtitle: "x".repeat(900), lists });
    const texts = textsOf(svg);
    expect(texts).to.include.members(["ab c", "Новая газета", "(other script)"]);
    expect(texts.join("")).not.to.match(/\p{Script=Han}|\u202E/u);
    const half = (STYLE.width - 2 * STYLE.margin) / 2;
    for (const { name, text, attributes } of partsOf(svg)) {
      if (name !== "text" || !text.startsWith("W")) continue;
      expect(fonts.regular.widthOf(text) * Number(attributes["font-size"])).to.be.at.most(half);
    }
  });

  it("ends below the last line, and needs neither months nor topics", () => {
    for (const given of [{}, { bars: [] }, { lists: [] }, { bars: [], lists: rowsOf(["One"]) }]) {
      const parts = partsOf(draw(given));
      const height = Number(parts[0]?.attributes["height"]);
      const lowest = Math.max(...parts.map(({ attributes }) => Number(attributes["y"] ?? 0)));
      expect(height - lowest).to.be.within(STYLE.margin / 2, 3 * STYLE.margin);
    }
  });

  it("is a PNG with its words, small enough for any channel", async () => {
    const labels = Array.from({ length: 12 }, (_, place) => `The Long-Winded Gazette ${String(place)}`);
    const full = chart({
      bars: weeks(Array.from({ length: 60 }, (_, week) => week)),
      lists: [...rowsOf(labels), ...rowsOf(labels)],
    });
    const drawn = await createPictures().coverage(full, never);
    if (!drawn.ok) throw new Error(drawn.error.reason);
    expect(drawn.value).to.include({ name: "coverage.png", alt: "Seven articles." });
    expect(Array.from(drawn.value.data.subarray(1, 4))).to.deep.equal([0x50, 0x4e, 0x47]);
    expect(drawn.value.data.byteLength).to.be.lessThan(400_000);
  });

  it("tells its words in the SVG, too", async () => {
    const svg = await drawCoverage(chart());
    expect(svg.ok && partsOf(svg.value)[0]?.attributes).to.include({ role: "img", "aria-label": "Seven articles." });
  });

  for (const [what, given] of [
    ["nothing at all", { bars: [], lists: [] }],
    ["more rows than have room", { lists: rowsOf(Array.from({ length: 13 }, () => "x")) }],
    ["more bars than can be told apart", { bars: weeks(Array.from({ length: 61 }, () => 1)) }],
    ["days that there are not", { bars: [{ from: "soon", to: "later", count: 1 }] }],
  ] as const) {
    it(`is a failure, not an exception, for ${what}`, async () => {
      expect(await createPictures().coverage(chart(given), never)).to.deep.include({ ok: false });
      expect(await drawCoverage(chart(given))).to.deep.include({ ok: false });
    });
  }
});
