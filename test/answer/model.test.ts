import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { RANKING_FEATURES } from "../../src/answer/features.ts";
import { readAnswerModel } from "../../src/answer/model.ts";
import { SILENCE_SIGNALS } from "../../src/answer/silence.ts";
import { shippedFolder } from "../fixtures/models.ts";

interface File {
  readonly ranking: Readonly<Record<string, unknown>>;
  readonly silence: Readonly<Record<string, unknown>>;
  readonly bias: unknown;
  readonly threshold: unknown;
}

/** A file of weights, of all 0, changed. */
function fileWith(change: (file: File) => object = (file) => file): string {
  const zeros = (names: readonly string[]): Readonly<Record<string, number>> =>
    Object.fromEntries(names.map((name) => [name, 0]));
  return JSON.stringify(
    change({ ranking: zeros(RANKING_FEATURES), silence: zeros(SILENCE_SIGNALS), bias: 0, threshold: 0.5 }),
  );
}

describe("the learned weights", () => {
  it("that come with the program can be read", () => {
    for (const file of ["answer-model.json", "answer-model-minilm.json"]) {
      const read = readAnswerModel(readFileSync(join(shippedFolder(), file), "utf8"));
      expect(read.ok ? null : read.error, file).to.equal(null);
    }
  });

  it("are read when every one is there", () => {
    expect(readAnswerModel(fileWith()).ok).to.equal(true);
  });

  const wrong: Readonly<Record<string, readonly [text: string, named: string]>> = {
    "a weight is missing": [
      fileWith((file) => ({ ...file, ranking: { ...file.ranking, said: undefined } })),
      "ranking",
    ],
    "a weight is of nothing known": [
      fileWith((file) => ({ ...file, ranking: { ...file.ranking, magic: 1 } })),
      "ranking",
    ],
    "a weight is out of range": [
      fileWith((file) => ({ ...file, silence: { ...file.silence, score: 1e6 } })),
      "silence.score",
    ],
    "a weight is no number": [
      fileWith((file) => ({ ...file, ranking: { ...file.ranking, said: "1" } })),
      "ranking.said",
    ],
    "the bias is missing": [fileWith((file) => ({ ...file, bias: undefined })), "bias"],
    "the threshold is above 1": [fileWith((file) => ({ ...file, threshold: 1.1 })), "threshold"],
  };
  for (const [name, [text, field]] of Object.entries(wrong)) {
    it(`are refused, naming the field, when ${name}`, () => {
      const read = readAnswerModel(text);
      expect(read.ok).to.equal(false);
      expect(read).to.have.property("error").that.contains(field);
    });
  }

  it("are refused when they are no JSON, or nothing like them", () => {
    for (const text of ["", "{", "[]", "null", "7", "<html>"]) expect(readAnswerModel(text).ok, text).to.equal(false);
  });
});
