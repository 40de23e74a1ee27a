import { expect } from "chai";
import { type SilenceSignal, SILENCE_SIGNALS, confidenceOf, weighedSignals } from "../../src/answer/silence.ts";
import { shippedModels } from "../fixtures/models.ts";
import { signalsOf } from "./compared.ts";

const LONG =
  "why did the union of sailors strike over wages before the ministry offered a mediator, when no ferries left the port";
const LONG_ELSEWHERE =
  "why did bakers, painters, dentists, lawyers, gardeners, plumbers, drummers, archers, welders and tailors buy bitcoin";

/** A signal, a question for which it is higher, and one for which it is lower. */
const CASES: readonly (readonly [signal: SilenceSignal, high: string, low: string])[] = [
  ["score", "how many sailors stopped work", "what is the price of bitcoin"],
  ["margin", "how many sailors stopped work", "zyxwvut"],
  ["lead", "how many sailors stopped work", "zyxwvut"],
  ["said", "who leads the union", "who leads the ministry of fishery"],
  ["worst-unsaid", "who bought bitcoin", "who leads the union"],
  ["worst-unmeant", "who bought bitcoin", "who leads the union"],
  ["worst-name-unsaid", "Did Hungary offer a mediator?", "did the ministry offer a mediator"],
  ["worst-unsaid-apart", "who bought bitcoin", "who leads the union"],
  ["meant-nearby-squared", "who leads the union", "who bought bitcoin"],
  ["kind-said-among-best", "how many sailors stopped work", "how many aeroplanes landed"],
  ["unknown", "who bought bitcoin", "who leads the union"],
  ["said-anywhere", "who leads the union", "who bought bitcoin"],
  ["ideas", "why did the union of the sailors strike over wages", "strike"],
  ["many-ideas", LONG, "strike"],
  ["words-earned-of-many", LONG, LONG_ELSEWHERE],
  ["person-found", "who leads the union", "when did the talks break down"],
  ["time-found", "when did the talks break down", "who leads the union"],
  ["asks-person", "who is the mayor", "when did it begin"],
  ["asks-time", "when did the talks break down", "who is the mayor"],
  ["asks-quantity", "how many sailors stopped work", "who is the mayor"],
  ["asks-reason", "why did the union strike", "who is the mayor"],
];

describe("what tells whether to answer at all", () => {
  for (const [signal, high, low] of CASES) {
    it(`${signal}: more for “${high}” than for “${low}”`, () => {
      expect(signalsOf(high)[signal]).to.be.above(signalsOf(low)[signal]);
    });
  }

  it("is a finite number, whatever is asked", () => {
    for (const question of ["who leads the union", "zyxwvut", "412?", "strike ".repeat(50)]) {
      const signals = signalsOf(question);
      for (const name of SILENCE_SIGNALS) expect(Number.isFinite(signals[name]), name).to.equal(true);
    }
  });

  it("adds up to the confidence, by its effects", () => {
    const effects = weighedSignals(signalsOf("who leads the union"), shippedModels().answers);
    const logit = effects.reduce((sum, { effect }) => sum + effect, 0);
    for (const { value, weight, effect } of effects) expect(effect).to.be.closeTo(value * weight, 1e-9);
    expect(confidenceOf(effects)).to.be.closeTo(1 / (1 + Math.exp(-logit)), 1e-9);
    expect(confidenceOf([])).to.equal(0.5);
  });
});
