import { expect } from "chai";
import { type Told, answeringFigures, figuresByGroup } from "../../train/answers/figures.ts";

const told = (rank: number | null, confidence: number, more: Partial<Told> = {}): Told => ({
  source: "chat",
  setting: "whole",
  unanswerable: false,
  rank,
  isRight: rank === 1,
  confidence,
  ...more,
});
const NOT_THERE = { unanswerable: true } as const;

describe("the figures of a model", () => {
  const all = [
    told(1, 0.9),
    told(2, 0.8),
    told(20, 0.4),
    told(null, 0),
    told(null, 0.7, NOT_THERE),
    told(null, 0.1, NOT_THERE),
    told(1, 0.2, { source: "selqa" }),
  ];

  it("are of each group by itself", () => {
    const figures = figuresByGroup(all);
    expect(Object.keys(figures)).to.deep.equal(["chat/whole", "selqa/whole"]);
    expect(figures["chat/whole"]).to.include({ questions: 6, answerable: 4, success1: 0.25, mrr10: 0.375 });
    expect(figures["selqa/whole"]).to.include({ questions: 1, success1: 1, aurocAnswerable: null });
  });

  it("tell how well answerable and right are told from the rest", () => {
    const figures = figuresByGroup(all)["chat/whole"];
    expect(figures?.aurocAnswerable).to.equal(0.625);
    expect(figures?.aurocRight).to.equal(1);
  });

  it("tell what is answered from a confidence on", () => {
    expect(answeringFigures(all.slice(0, 6), 0.7)).to.include({ precision: 0.3333, recall: 0.25, silence: 0.5 });
    expect(answeringFigures(all.slice(0, 6), 0.95)).to.include({ precision: null, recall: 0, silence: 1 });
  });
});
