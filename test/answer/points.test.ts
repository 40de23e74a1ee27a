import { expect } from "chai";
import fc from "fast-check";
import { groupPoints } from "../../src/answer/points.ts";
import { supports } from "../../src/answer/same-point.ts";
import { readStatement } from "../../src/answer/statement.ts";
import type { Evidence } from "../../src/domain/answer.ts";
import { createAnalyzer } from "../../src/text/analyzer.ts";
import { answerFrom, answered, evidenceOf, textOf } from "./told.ts";

const analyzer = createAnalyzer([{ term: "Seafarers' Union", aliases: ["SU"] }]);
const same = (other: string, quoted: string): boolean =>
  supports(
    readStatement(analyzer, evidenceOf(other, { id: "other" })),
    readStatement(analyzer, evidenceOf(quoted, { id: "quoted" })),
  );

const QUOTED = "Firefighters put out the blaze at the Lundvik paper mill after nine hours.";

describe("a footnote to a point", () => {
  const SAME: readonly (readonly [other: string, quoted: string])[] = [
    [QUOTED, QUOTED],
    ["Firefighters put out the blaze at the Lundvik paper mill after nine hours, NTX reported on Monday.", QUOTED],
    ["NTX reported on Monday that firefighters put out the blaze at the Lundvik paper mill after nine hours.", QUOTED],
    [
      "Firefighters put out the blaze at the Lundvik paper mill after nine hours, Al Noor reported on 10 May 2021.",
      QUOTED,
    ],
    ["Firefighters put out the blaze at the Lundvik paper mill after nine hours, NTX said in May 2021.", QUOTED],
    ["Firefighters have put out the blaze at Lundvik's paper mill after nine hours.", QUOTED],
    ["Firefighters put out the blaze at the Lundvik paper mill after nine hours, according to Coast Radio.", QUOTED],
    ["The SU said 412 sailors had stopped work.", "The Seafarers' Union said that 412 sailors had stopped work."],
    ["About 3,000 people marched through the old town.", "Some 3,016 people marched through the old town."],
    ["The dam broke on 3 May 2021 above the village of Aas.", "The dam broke in May 2021 above the village of Aas."],
  ];
  for (const [other, quoted] of SAME) {
    it(`is: ${other}`, () => {
      expect(same(other, quoted)).to.equal(true);
    });
  }

  const ANOTHER: readonly (readonly [other: string, quoted: string])[] = [
    ["Firefighters put out the blaze at the Lundvik paper mill after two hours.", QUOTED],
    ["Firefighters did not put out the blaze at the Lundvik paper mill after nine hours.", QUOTED],
    ["Firefighters put out the blaze at the Holm paper mill after nine hours.", QUOTED],
    ["Firefighters put out the blaze.", QUOTED],
    [
      "Norvik bought Bluewater for an undisclosed price in cash.",
      "Bluewater bought Norvik for an undisclosed price in cash.",
    ],
    ["Shares of the shipping company rose sharply in Oslo.", "Shares of the shipping company fell sharply in Oslo."],
    ["The dam broke on 3 May 2021 above the village of Aas.", "The dam broke on 4 May 2021 above the village of Aas."],
    [
      "The mayor denied that the port had paid the strikers.",
      "The mayor confirmed that the port had paid the strikers.",
    ],
    ["The union said 412 sailors had stopped work.", "The company said 412 sailors had stopped work."],
    [
      "The dam broke above the village of Aas in spring.",
      "The dam broke on 4 May 2021 above the village of Aas in spring.",
    ],
    ["The second dam above the village of Aas broke.", "The first dam above the village of Aas broke."],
  ];
  for (const [other, quoted] of ANOTHER) {
    it(`is not: ${other}`, () => {
      expect(same(other, quoted)).to.equal(false);
    });
  }

  it("never comes from the same article, and only the same sentence of it counts for the same point", () => {
    const word = fc.constantFrom("the", "union", "sailors", "said", "412", "390", "not", "Lundvik", "port", "stopped");
    const sentence = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => `${words.join(" ")}.`);
    const told = fc.array(fc.tuple(sentence, fc.constantFrom("a", "b", "c")), { maxLength: 12 });
    fc.assert(
      fc.property(told, (sentences) => {
        const ranked: readonly Evidence[] = sentences.map(([text, id]) => evidenceOf(text, { id }));
        const points = groupPoints(ranked.map((one) => readStatement(analyzer, one)));
        for (const { point } of points) {
          const articles = [point.evidence, ...point.also].map((one) => one.sentence.article.id);
          expect(new Set(articles).size).to.equal(articles.length);
        }
        // Nothing is lost: each sentence's article has a point with it, or the very sentence is quoted or named.
        const texts = new Set(
          points.flatMap(({ point }) => [point.evidence, ...point.also].map((one) => one.sentence.text)),
        );
        for (const id of ["a", "b", "c"]) {
          const own = sentences.filter(([, of]) => of === id).map(([text]) => text);
          if (sentences.every(([, of]) => of === id)) expect(own.every((text) => texts.has(text))).to.equal(true);
        }
      }),
    );
  });
});

describe("the points of an answer", () => {
  const wire = "Firefighters put out the blaze at the Lundvik paper mill after nine hours";

  it("are told once, with all who tell them", () => {
    const answer = answered(
      answerFrom(
        [`${wire}.`, `${wire}, NTX reported on Monday.`, `${wire}.`],
        "who put out the blaze at the paper mill",
      ),
    );
    expect(answer.points.map((point) => [textOf(point), point.also.length])).to.deep.equal([[`${wire}.`, 2]]);
    expect(answer.disagreements).to.deep.equal([]);
  });

  it("quote the newest of those that are as good, and name at most four others", () => {
    const told = Array.from({ length: 8 }, (_, day) => ({ body: `${wire}.`, published: `2021-05-1${String(day)}` }));
    const [point] = answered(answerFrom(told, "who put out the blaze at the paper mill")).points;
    expect(point?.evidence.sentence.article.published).to.equal("2021-05-17");
    expect(point?.also).to.have.length(4);
  });

  it("are at most three", () => {
    const told = ["a river", "a road", "a school", "a bank", "a shop"].map((what) => `Norvik owns ${what} near Aas.`);
    expect(answered(answerFrom(told, "what does norvik own near aas", 0)).points).to.have.length(3);
  });

  it("tell who says it and how", () => {
    const [point] = answered(
      answerFrom(["The mayor denied that the port paid strikers."], "did the port pay strikers"),
    ).points;
    const { how, speaker } = point?.stance ?? {};
    expect(how).to.equal("denied");
    expect(
      point === undefined || speaker === undefined || speaker === null
        ? null
        : textOf(point).slice(speaker.start, speaker.end),
    ).to.equal("The mayor");
  });
});
