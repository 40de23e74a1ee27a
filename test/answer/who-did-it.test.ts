import { expect } from "chai";
import { article, corpusOf } from "../fixtures/articles.ts";
import { answererOf, shippedModels } from "../fixtures/models.ts";

function first(question: string, told: readonly string[]): string | undefined {
  const articles = told.map((body, number) => article({ id: `a${String(number)}`, title: "News", body }));
  const answer = answererOf(shippedModels(), corpusOf(articles)).ask({ text: question, context: [] });
  return answer.status === "answered" ? answer.points[0]?.evidence.sentence.text : undefined;
}

describe("asking who did it", () => {
  it("sets off who did it, not who says so", () => {
    const told = ["According to Bluewater, Norvik Freight was behind the raid on Lundvik, Ida Brandt said."];
    const articles = told.map((body) => article({ id: "one", title: "News", body }));
    const answer = answererOf(shippedModels(), corpusOf(articles)).ask({
      text: "who was behind the raid on lundvik",
      context: [],
    });
    if (answer.status !== "answered") throw new Error(answer.status);
    const evidence = answer.points[0]?.evidence;
    expect(evidence?.answers.map(({ start, end }) => evidence.sentence.text.slice(start, end))).to.deep.equal([
      "Norvik Freight",
    ]);
  });

  it("puts a statement before a denial and a supposition", () => {
    const told = [
      "Bluewater denied that it had carried out the raid on Lundvik.",
      "Ola Nord might have carried out the raid on Lundvik.",
      "Investigators concluded in May that Norvik Freight had carried out the long planned raid on the port of Lundvik.",
    ];
    expect(first("who raided lundvik", told)).to.contain("Norvik Freight");
  });
});
