import { expect } from "chai";
import distances from "natural/lib/natural/distance/levenshtein_distance.js";
import { questionsFrom } from "../../bench/generate/questions.ts";
import { withSlips } from "../../bench/generate/slips.ts";
import { STOP_WORDS } from "../../src/text/stop-words.ts";
import { tokenize } from "../../src/text/tokens.ts";

const SENTENCES = [
  "harbour flooded tuesday mayor ordered evacuation thousands",
  "striking drivers blocked motorway 2019",
  "museum",
  "parliament rejected budget opposition walked chamber protest hours later speaker",
];

describe("the benchmark's questions", () => {
  const questions = questionsFrom(SENTENCES, 200, 7);

  it("are as many as asked for and the same for the same seed", () => {
    expect(questions).to.have.length(200);
    expect(questionsFrom(SENTENCES, 200, 7)).to.deep.equal(questions);
    expect(questionsFrom(SENTENCES, 200, 8)).to.not.deep.equal(questions);
  });

  it("hold three to eight words of one sentence, in their order", () => {
    for (const question of questions) {
      const words = tokenize(question)
        .map(({ folded }) => folded)
        .filter((word) => !STOP_WORDS.has(word));
      expect(words.length, question).to.be.within(3, 8);
      const from = SENTENCES.map((sentence) => sentence.split(" ")).find((sentence) =>
        sentence.includes(words[0] ?? ""),
      );
      expect(
        from?.filter((word) => words.includes(word)),
        question,
      ).to.deep.equal(words);
    }
  });

  it("end where no sentence has enough words", () => {
    expect(questionsFrom(["one two", ""], 5, 1)).to.deep.equal([]);
  });

  it("take one slip in one or two words, never in the first letter or a word that is left out", () => {
    const mistyped = withSlips(questions, (word) => STOP_WORDS.has(word), 7);
    expect(mistyped).to.have.length(questions.length);
    for (const [place, question] of questions.entries()) {
      const before = question.split(" ");
      const after = (mistyped[place] ?? "").split(" ");
      const changed = before.flatMap((word, at) => (word === after[at] ? [] : [[word, after[at] ?? ""] as const]));
      expect(changed.length, question).to.be.within(1, 2);
      for (const [word, typed] of changed) {
        expect(distances.DamerauLevenshteinDistance(word, typed, { restricted: true }), `${word} ${typed}`).to.equal(1);
        expect(typed[0]).to.equal(word[0]);
        expect(STOP_WORDS.has(word)).to.equal(false);
      }
    }
  });
});
