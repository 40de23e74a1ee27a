import { expect } from "chai";
import { lessonsOf } from "../../train/answers/lessons.ts";
import { SOURCES, type Source } from "../../train/answers/mixture.ts";
import type { TrainingQuestion } from "../../train/answers/training-question.ts";

const question = (source: Source, id: string, ...docs: readonly string[]): TrainingQuestion => ({
  id,
  source,
  set: "selqa",
  text: id,
  docs,
  golds: [],
  unanswerable: true,
});
const OWN = Array.from({ length: 30 }, (_, n) => question("chat", String(n), `article ${String(n % 9)}`));
const QUESTIONS = [...OWN, ...SOURCES.map((source) => question(source, `of ${source}`))];

describe("what is learned, and what it is tried on", () => {
  const lessons = lessonsOf(QUESTIONS);
  const heldBack = (purpose: string): readonly (readonly TrainingQuestion[])[] =>
    lessons
      .filter((lesson) => lesson.purpose === purpose)
      .map(({ isHeldBack }) => QUESTIONS.filter((one) => isHeldBack(one)));

  it("holds nothing back from the model that ships", () => {
    expect(heldBack("ship")).to.deep.equal([[]]);
    expect(lessons[0]?.purpose).to.equal("ship");
  });

  it("tries every question once by a model that knows nothing of its source", () => {
    const parts = heldBack("held-out");
    expect(parts.flat()).to.have.members(QUESTIONS);
    for (const part of parts) expect(new Set(part.map(({ source }) => source)).size).to.equal(1);
  });

  it("tries our own questions once by a model that knows nothing of their articles", () => {
    const parts = heldBack("cross-validation");
    expect(parts.flat()).to.have.members(QUESTIONS.filter(({ source }) => source === "chat"));
    for (const doc of OWN.flatMap(({ docs }) => docs)) {
      expect(
        parts.filter((part) => part.some(({ docs }) => docs.includes(doc))),
        doc,
      ).to.have.length(1);
    }
  });
});
