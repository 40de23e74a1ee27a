import { expect } from "chai";
import { answerFrom, textOf, unanswered } from "./told.ts";

const TOLD = [
  "The ministry offered a mediator to the seafarers on 8 May 2021.",
  "The shipping company denied that it had refused wages.",
  "Karsten Hoel leads the union of seafarers at Lundvik.",
  "The union said 412 sailors had stopped work at the port.",
  "The lighthouse was not sold to Norvik.",
  "Bluewater denied the accusation in its letter of 10 September 2022.",
];

function contradiction(question: string): string | null {
  const { contradiction, closest } = unanswered(answerFrom(TOLD, question, 1));
  if (contradiction !== null) expect(closest.map((point) => textOf(point))).not.to.include(textOf(contradiction));
  return contradiction === null ? null : textOf(contradiction);
}

describe("what a question takes for granted", () => {
  const rows: readonly (readonly [question: string, place: number | null])[] = [
    ["why did the ministry offer the seafarers a mediator on 9 May 2021", 0],
    ["why did the shipping company refuse wages", 1],
    ["when did Ida Brandt lead the union of seafarers", null],
    ["when did Brandt lead the union of seafarers at lundvik", 2],
    ["why did 500 sailors stop work at the port", 3],
    ["when was the lighthouse sold to norvik", 4],
    // Nothing is contradicted.
    ["why did the ministry offer the seafarers a mediator on 8 May 2021", null],
    ["why did the ministry offer the seafarers a mediator in May 2021", null],
    ["did the shipping company deny that it refused wages", null],
    ["what happened in sept 2022", null],
    ["did the ferries burn in september 2022", null],
    ["who paid the ministry", null],
    ["why did the union buy a lighthouse", null],
    ["why did about 400 sailors stop work at the port", null],
  ];
  for (const [question, place] of rows) {
    it(`${place === null ? "is left alone" : "is contradicted"}: ${question}`, () => {
      expect(contradiction(question)).to.equal(place === null ? null : TOLD[place]);
    });
  }
});
