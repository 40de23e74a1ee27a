import { expect } from "chai";
import { type FitTexts, type FittedWords, fitWords } from "../../train/vectors/fit.ts";

/** Three words; the third says nothing, and the targets are those of the first two alone. */
const TEXTS: FitTexts = {
  rows: Uint32Array.of(0, 2, 1, 2, 0, 1, 2),
  starts: Uint32Array.of(0, 2, 4, 7),
  targets: Float32Array.of(1, 0, 0, 1, 1, 1),
};

async function fit(seed: number, signal = new AbortController().signal): Promise<FittedWords & { losses: number[] }> {
  const words: FittedWords = { dimensions: 2, vectors: Float32Array.of(1, 0.4, 0.3, 1, 0.6, -0.9) };
  const losses: number[] = [];
  const onEpoch = (_: number, loss: number): void => void losses.push(loss);
  await fitWords(words, TEXTS, { epochs: 60, rate: 0.05, seed, onEpoch, signal });
  return { ...words, losses };
}

describe("fitting words to texts", () => {
  it("brings sums of words to the texts' directions, and makes words that say nothing short", async () => {
    const { vectors, losses } = await fit(1);
    const lengths = [0, 1, 2].map((row) => Math.hypot(vectors[2 * row] ?? 0, vectors[2 * row + 1] ?? 0));
    expect(losses.at(-1)).to.be.lessThan(0.001);
    expect(losses[0]).to.be.greaterThan(0.05);
    expect(lengths[2]).to.be.lessThan(0.75 * Math.min(lengths[0] ?? 0, lengths[1] ?? 0));
  });

  it("gives the same for the same seed", async () => {
    expect((await fit(7)).vectors).to.deep.equal((await fit(7)).vectors);
    expect((await fit(8)).vectors).to.not.deep.equal((await fit(7)).vectors);
  });

  it("stops when it is told to", async () => {
    const cancel = new AbortController();
    cancel.abort();
    const error = await fit(1, cancel.signal).catch((reason: unknown) => reason);
    expect(error).to.equal(cancel.signal.reason);
  });
});
