import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { projectRoot } from "../../src/app/project-root.ts";
import { OWN_LINE, readOwnQuestions } from "../../train/answers/own-questions.ts";

const TEXT = "The Straße is closed. Trams run again on Monday.";
const LINE = {
  id: "a-1",
  question: "when do the trams run",
  set: "selqa",
  docs: ["x"],
  golds: [{ doc: "x", start: 22, end: 48 }],
  unanswerable: false,
  type: "when",
  style: "chat",
  miss: null,
};

const read = (...lines: readonly object[]): ReturnType<typeof readOwnQuestions> =>
  readOwnQuestions("own.jsonl", lines.map((line) => JSON.stringify(line)).join("\n"), (set, doc) =>
    set === "selqa" && doc === "x" ? TEXT : null,
  );

describe("reading our own training questions", () => {
  it("takes the sentences that answer from the articles by their offsets", () => {
    const [question] = read(LINE);
    expect(question?.golds.map(({ text }) => text)).to.deep.equal(["Trams run again on Monday."]);
    expect(question?.text).to.equal("when do the trams run");
  });

  it("names file and line of what is wrong", () => {
    const next = { ...LINE, id: "a-2" };
    const cases: readonly (readonly [object, RegExp])[] = [
      [{ ...next, set: "other" }, /own\.jsonl:2: set/u],
      [{ ...next, id: "a-1" }, /own\.jsonl:2: the id "a-1"/u],
      [{ ...next, golds: [{ doc: "y", start: 0, end: 4 }] }, /own\.jsonl:2: selqa has no article "y"/u],
      [{ ...next, golds: [{ doc: "x", start: 40, end: 49 }] }, /own\.jsonl:2: x has no characters 40 to 49/u],
      [{ ...next, golds: [] }, /own\.jsonl:2: an answerable question/u],
      [{ ...next, unanswerable: true }, /own\.jsonl:2: an answerable question/u],
      [{ ...next, gold: [] }, /own\.jsonl:2:/u],
    ];
    for (const [line, message] of cases) expect(() => read(LINE, line)).to.throw(message);
    expect(() => readOwnQuestions("own.jsonl", "{", () => null)).to.throw(/own\.jsonl:1:/u);
  });
});

describe("our own training questions", () => {
  const file = join(projectRoot(), "train", "questions", "chat.jsonl");
  const lines = readFileSync(file, "utf8").trim().split("\n");
  const questions = lines.map((line) => OWN_LINE.parse(JSON.parse(line)));

  it("are read from first to last, ids once each", () => {
    const text = "x".repeat(1_000_000);
    expect(readOwnQuestions(file, lines.join("\n"), () => text)).to.have.length(questions.length);
  });

  it("hold enough of each style, and of what the articles do not say", () => {
    for (const style of ["plain", "chat", "typos", "paraphrase"]) {
      expect(questions.filter((one) => one.style === style).length, style).to.be.at.least(150);
    }
    expect(questions.filter(({ miss }) => miss === "near").length).to.be.at.least(200);
  });

  it("have their sentences in the articles they are about", () => {
    for (const { id, docs, golds } of questions) {
      for (const { doc } of golds) expect(docs, id).to.include(doc);
    }
  });
});
