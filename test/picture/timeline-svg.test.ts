import { expect } from "chai";
import * as fc from "fast-check";
import type { TimelineChart } from "../../src/domain/picture.ts";
import { type Fonts, openFonts } from "../../src/picture/fonts.ts";
import { localeOf } from "../../src/picture/locale.ts";
import { STYLE } from "../../src/picture/style.ts";
import { timelineSvg } from "../../src/picture/timeline-svg.ts";
import { shippedTags } from "../fixtures/languages.ts";
import { chart, dayAfter, eventsOn, weeks } from "./charts.ts";
import { type Part, partsOf, textsOf } from "./svg-parts.ts";

describe("the drawing of a timeline", () => {
  let fonts: Fonts;
  before(async () => {
    fonts = await openFonts();
  });
  const draw = (given: Partial<TimelineChart>): string => {
    const wanted = chart(given);
    return timelineSvg(wanted, fonts, localeOf(wanted.language));
  };
  const filled = (svg: string, colour: string): readonly Part[] =>
    partsOf(svg).filter(({ name, attributes }) => name === "rect" && attributes["fill"] === colour);
  const number = (part: Part | undefined, attribute: string): number => Number(part?.attributes[attribute]);
  /** Bars alone: the square of the heading stands beside its text. */
  const barsOf = (svg: string) => filled(svg, STYLE.colours.bar).slice(1);

  it("says what, when and what the bars count, with the highest figure", () => {
    const texts = textsOf(draw({ bars: weeks([0, 1200, 4, 2]) }));
    expect(texts).to.include.members(["Port of Durrës", "articles a week", "1,200", "1", "2"]);
    expect(texts.join("|").replaceAll(/\s/gu, " ")).to.match(/6 Jun ?– ?3 Jul 2022/u);
  });

  it("draws bars as tall as what they count, on one line, side by side in order of time", () => {
    const bars = barsOf(draw({ bars: weeks([0, 1, 4, 2]) }));
    const tall = bars.map((bar) => number(bar, "height"));
    expect(tall[0]).to.equal(0);
    expect(tall[1]).to.be.closeTo((tall[2] ?? 0) / 4, 0.2);
    expect(tall[3]).to.be.closeTo((tall[2] ?? 0) / 2, 0.2);
    expect(tall[2]).to.be.greaterThan(100);
    const feet = new Set(bars.map((bar) => Math.round(number(bar, "y") + number(bar, "height"))));
    expect([...feet]).to.have.length(1);
    for (const [place, bar] of bars.entries()) {
      const before = bars[place - 1];
      expect(number(bar, "x")).to.be.at.least(before === undefined ? 0 : number(before, "x") + number(before, "width"));
    }
  });

  it("writes no letter smaller than a phone shows", () => {
    const sizes = partsOf(draw({})).flatMap(({ name, attributes }) =>
      name === "text" ? Number(attributes["font-size"]) : [],
    );
    expect(Math.min(...sizes) * (350 / STYLE.width)).to.be.at.least(11);
  });

  it("names months and the highest figure in the reader's language", () => {
    const texts = textsOf(draw({ language: "de", bars: weeks([1, 2_000, 4, 2, 1, 1, 1, 1, 1, 1, 1, 1]) }));
    expect(texts).to.include.members(["Jul", "Aug", "2.000"]);
    expect(textsOf(draw({ language: "sq", bars: weeks([1, 1, 1, 1, 1, 1, 1, 1]) }))).to.include("4 korr");
    expect(textsOf(draw({ language: "no language!" }))).to.include("Port of Durrës");
  });

  it("writes dates on any length of time, a day or centuries", () => {
    for (const to of ["2022-06-06", "2022-07-01", "2023-01-01", "2050-01-01", "2700-01-01"]) {
      const svg = draw({ bars: [{ from: "2022-06-06", to, count: 1 }], events: eventsOn([0]) });
      const ticks = partsOf(svg).filter(
        ({ attributes }) => Number(attributes["y"]) === STYLE.height - STYLE.margin - 2,
      );
      expect(ticks.length, to).to.be.within(1, 6);
    }
  });

  it("marks every event by its number, once, alone or together with its neighbours, none over another", () => {
    const days = fc.array(fc.nat({ max: 3_000 }), { minLength: 1, maxLength: 25 });
    fc.assert(
      fc.property(days, fc.constantFrom("", "9 Sep", "30 September 2022"), (given, label) => {
        const events = eventsOn(
          [...given].sort((a, b) => a - b),
          label,
        );
        const svg = draw({ events, bars: weeks([1]) });
        const told = partsOf(svg)
          .filter(({ name, attributes }) => name === "text" && attributes["fill"] === STYLE.colours.onEvent)
          .flatMap(({ text }) => {
            const [first = 0, last = first] = text.split("–").map(Number);
            return range(first, last);
          });
        expect(told.sort((a, b) => a - b)).to.deep.equal(events.map((event) => event.number));
        const marks = filled(svg, STYLE.colours.event).filter(
          ({ attributes }) => Number(attributes["height"]) === STYLE.markHeight,
        );
        for (const [place, mark] of marks.entries()) {
          expect(number(mark, "x")).to.be.at.least(STYLE.margin - 0.1);
          expect(number(mark, "x") + number(mark, "width")).to.be.at.most(STYLE.width - STYLE.margin + 0.1);
          for (const other of marks.slice(place + 1)) {
            const apart =
              number(mark, "y") !== number(other, "y") ||
              number(mark, "x") + number(mark, "width") <= number(other, "x") ||
              number(other, "x") + number(other, "width") <= number(mark, "x");
            expect(apart).to.equal(true);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it("draws what lasts as long as it lasts", () => {
    const month = [{ number: 1, from: "2022-06-13", to: "2022-06-26", label: "" }];
    const stroke = filled(draw({ events: month }), STYLE.colours.event).find((part) => number(part, "height") === 5);
    const week = (STYLE.width - 2 * STYLE.margin) / 4;
    expect(number(stroke, "width")).to.be.closeTo(2 * week, 1);
    expect(number(stroke, "x")).to.be.closeTo(STYLE.margin + week, 1);
  });

  it("labels events where there is room", () => {
    const texts = textsOf(draw({ events: eventsOn([2, 24], "9 Sep"), bars: weeks([1, 2, 3, 4]) }));
    expect(texts.filter((text) => text === "9 Sep")).to.have.length(2);
  });

  for (const [what, hostile, shown] of [
    ["markup", `<script>alert("1")</script>]]>&amp;`, `<script>alert("1")</script>]]>…`],
    ["controls", "a\u0000b\u001B[31m\nc\u202Ed\u200Be\u00AD", "a b [31m cde"],
    ["half a pair", "a\uD83Db", "ab"],
    ["a sign the font lacks", "Port 🚢 burns", "Port  burns"],
    ["letters the font lacks", "阿尔巴尼亚 and Albania", null],
    ["Greek, Cyrillic, Arabic", "Αλβανία Албания ألبانيا", "Αλβανία Албания ألبانيا"],
  ] as const) {
    it(`writes a title with ${what} safely`, () => {
      const texts = textsOf(draw({ title: hostile }));
      if (shown === null) expect(texts.join("")).not.to.match(/\p{Script=Han}|Albania/u);
      else expect(texts[0]).to.satisfy((text: string) => shown.startsWith(text.slice(0, 12)));
    });
  }

  it("keeps endless texts within the picture", () => {
    const endless = "W".repeat(10_000);
    const svg = draw({ title: endless, unit: endless, events: eventsOn([3], endless) });
    expect(svg.length).to.be.lessThan(10_000);
    for (const { name, text, attributes } of partsOf(svg)) {
      if (name !== "text") continue;
      const font = attributes["font-weight"] === "bold" ? fonts.bold : fonts.regular;
      expect(font.widthOf(text) * Number(attributes["font-size"])).to.be.at.most(STYLE.width - 2 * STYLE.margin);
    }
  });

  it("draws no box in place of a letter, in any language it speaks", () => {
    for (const language of shippedTags()) {
      for (const last of [3, 90, 700, 9_000]) {
        const bars = [{ from: dayAfter(0), to: dayAfter(last), count: 12_345 }];
        for (const text of textsOf(draw({ language, bars, events: eventsOn([0, 2, 3], "15 korr – Durrës") }))) {
          const missing = Array.from(text).filter((character) => !fonts.regular.has(character.codePointAt(0) ?? 0));
          expect(missing, `${language}: ${text}`).to.deep.equal([]);
        }
      }
    }
  });
});

function range(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, place) => first + place);
}
