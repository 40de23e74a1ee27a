import { expect } from "chai";
import { type Lists, type RankingFit, fitConditionalLogit } from "../../train/answers/conditional-logit.ts";

const FIT: RankingFit = {
  steps: 2000,
  rate: 0.05,
  penalty: 1e-2,
  weights: Float64Array.of(1, 1, 2, 1),
  free: [true, true, true],
  signal: new AbortController().signal,
};

/** Four questions; the first feature tells mostly, the second nothing, the third never varies. */
const LISTS: Lists = {
  columns: 3,
  values: Float32Array.from(
    [
      [0.9, 0.2, 1],
      [0.1, 0.3, 1],
      [0.8, 0.1, 1],
      [0.3, 0.7, 1],
      [0.2, 0.2, 1],
      [0.7, 0.9, 1],
      [0.6, 0.4, 1],
      [0.5, 0.9, 1],
      [0.4, 0.5, 1],
      [0.6, 0.1, 1],
    ].flat(),
  ),
  starts: Uint32Array.of(0, 2, 5, 8, 10),
  right: Uint8Array.of(1, 0, 1, 0, 1, 1, 0, 0, 0, 1),
};

/** What is to be as large as possible, written down once more as plainly as can be. */
function worth(
  { columns, values, starts, right }: Lists,
  { weights, penalty }: RankingFit,
  at: readonly number[],
): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let sum = 0;
  for (const [list, weight] of weights.entries()) {
    const rows = Array.from(right.keys()).slice(starts[list], starts[list + 1]);
    const odds = rows.map((row) =>
      Math.exp(at.reduce((score, one, n) => score + one * (values[row * columns + n] ?? 0), 0)),
    );
    const of = (which: readonly number[]): number => which.reduce((all, one) => all + one, 0);
    sum += (weight / total) * Math.log(of(odds.filter((_, place) => right[rows[place] ?? 0] === 1)) / of(odds));
  }
  const cost = at.reduce((squares, one, n) => squares + (one * deviation(values, columns, n)) ** 2, 0);
  return sum - (penalty / 2) * cost;
}

function deviation(values: Float32Array, columns: number, column: number): number {
  const own = [...values].filter((_, place) => place % columns === column);
  const mean = own.reduce((sum, value) => sum + value, 0) / own.length;
  return Math.sqrt(own.reduce((sum, value) => sum + (value - mean) ** 2, 0) / own.length);
}

describe("the conditional logit", () => {
  it("finds the weights under which right candidates are the likeliest to come first", async () => {
    const found = [...(await fitConditionalLogit(LISTS, FIT))];
    const best = worth(LISTS, FIT, found);
    for (const column of [0, 1]) {
      for (const step of [-0.05, 0.05]) {
        const beside = found.map((weight, n) => (n === column ? weight + step : weight));
        expect(worth(LISTS, FIT, beside), `feature ${column}`).to.be.lessThan(best);
      }
    }
    expect(found[0]).to.be.greaterThan(0.5);
  });

  it("gives a feature that never varies, or is left out, no weight", async () => {
    const found = await fitConditionalLogit(LISTS, { ...FIT, free: [false, true, true] });
    expect([found[0], found[2]]).to.deep.equal([0, 0]);
    expect(found[1]).to.not.equal(0);
  });

  it("does not mind in which unit a feature is measured", async () => {
    const values = LISTS.values.map((value, place) => (place % 3 === 0 ? 100 * value : value));
    const plain = await fitConditionalLogit(LISTS, FIT);
    const scaled = await fitConditionalLogit({ ...LISTS, values }, FIT);
    expect(100 * (scaled[0] ?? 0)).to.be.closeTo(plain[0] ?? 0, 1e-4);
    expect(scaled[1]).to.be.closeTo(plain[1] ?? 0, 1e-4);
  });

  it("learns nothing from questions that do not count", async () => {
    const some = { ...FIT, weights: Float64Array.of(1, 1, 0, 0) };
    const values = LISTS.values.map((value, place) => (place >= 15 ? 7 - value : value));
    const found = await fitConditionalLogit(LISTS, some);
    expect(await fitConditionalLogit({ ...LISTS, values }, some)).to.deep.equal(found);
    expect(await fitConditionalLogit({ ...LISTS, values }, FIT)).to.not.deep.equal(found);
  });

  it("stops when it is told to", async () => {
    const cancel = new AbortController();
    cancel.abort();
    const error = await fitConditionalLogit(LISTS, { ...FIT, signal: cancel.signal }).catch(
      (reason: unknown) => reason,
    );
    expect(error).to.equal(cancel.signal.reason);
  });
});
