import { setImmediate as tick } from "node:timers/promises";

/** How a maximum is looked for. */
export interface AscentOptions {
  readonly steps: number;
  /** Longest step of a number; in the second half of the steps it falls to nothing. */
  readonly rate: number;
  readonly signal: AbortSignal;
}

const FIRST_MOMENT = 0.9;
const SECOND_MOMENT = 0.99;
const TINY = 1e-8;

/**
 * Climbs from 0 along a gradient: Adam (Kingma and Ba, ICLR 2015) with steps that grow shorter.
 *
 * @param gradient of what is to be as large as possible, at a place
 * @throws the signal's reason once it fires
 */
export async function ascend(
  size: number,
  gradient: (at: Float64Array) => Float64Array,
  { steps, rate, signal }: AscentOptions,
): Promise<Float64Array> {
  const at = new Float64Array(size);
  const first = new Float64Array(size);
  const second = new Float64Array(size);
  for (let step = 1; step <= steps; step += 1) {
    await tick();
    signal.throwIfAborted();
    const slope = gradient(at);
    const length = rate * Math.min(1, 2 * (1 - (step - 1) / steps));
    for (let n = 0; n < size; n += 1) {
      const up = slope[n] ?? 0;
      const mean = FIRST_MOMENT * (first[n] ?? 0) + (1 - FIRST_MOMENT) * up;
      const square = SECOND_MOMENT * (second[n] ?? 0) + (1 - SECOND_MOMENT) * up * up;
      first[n] = mean;
      second[n] = square;
      const unbiased = mean / (1 - FIRST_MOMENT ** step);
      at[n] = (at[n] ?? 0) + (length * unbiased) / (Math.sqrt(square / (1 - SECOND_MOMENT ** step)) + TINY);
    }
  }
  return at;
}
