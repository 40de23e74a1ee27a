import { expect } from "chai";
import { type LogisticFit, fitLogistic, probabilityOf } from "../../train/answers/logistic.ts";

const FIT: Omit<LogisticFit, "targets" | "weights"> = {
  steps: 800,
  rate: 0.05,
  penalty: 1e-3,
  free: [true, true],
  signal: new AbortController().signal,
};

/** A hundred rows: of those whose first number is 1 four fifths came true, of the others a tenth. The second tells nothing. */
const ROWS = Array.from({ length: 100 }, (_, row) => {
  const high = row % 2;
  return { numbers: [high, row % 3], target: high === 1 ? row % 5 !== 0 : row % 10 === 0 };
});
const TABLE = { columns: 2, values: Float32Array.from(ROWS.flatMap(({ numbers }) => numbers)) };
const TARGETS = ROWS.map(({ target }) => target);
const ONCE = new Float64Array(ROWS.length).fill(1);

describe("logistic regression", () => {
  it("tells how likely it is that something comes true", async () => {
    const found = await fitLogistic(TABLE, { ...FIT, targets: TARGETS, weights: ONCE });
    for (const [high, share] of [
      [0, 0.2],
      [1, 0.8],
    ] as const) {
      const rows = ROWS.filter(({ numbers }) => numbers[0] === high);
      const told = rows.reduce((sum, { numbers }) => sum + probabilityOf(found, numbers), 0) / rows.length;
      const true_ = rows.filter(({ target }) => target).length / rows.length;
      expect(true_).to.be.closeTo(share, 1e-9);
      expect(told).to.be.closeTo(true_, 0.01);
    }
  });

  it("counts rows by weight", async () => {
    const weights = Float64Array.from(TARGETS, (target) => (target ? 3 : 1));
    const found = await fitLogistic(TABLE, { ...FIT, free: [false, false], targets: TARGETS, weights });
    const trueOnes = TARGETS.filter(Boolean).length;
    const share = (3 * trueOnes) / (3 * trueOnes + (100 - trueOnes));
    expect([...found.weights]).to.deep.equal([0, 0]);
    expect(probabilityOf(found, [1, 2])).to.be.closeTo(share, 0.01);
  });

  it("makes a column that never varies count nothing", async () => {
    const values = TABLE.values.map((value, place) => (place % 2 === 1 ? 5 : value));
    const found = await fitLogistic({ columns: 2, values }, { ...FIT, targets: TARGETS, weights: ONCE });
    expect(found.weights[1]).to.equal(0);
    expect(found.weights[0]).to.be.greaterThan(1);
  });
});
