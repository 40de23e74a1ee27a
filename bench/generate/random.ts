/** A source of numbers from 0 (included) to 1 (not), each a whole number of 2⁻³². */
export type Random = () => number;

/**
 * Chris Doty-Humphrey's sfc32 ("small fast counting"), from PractRand: 128 bits of state, a period of 2³² at the very
 * least, the same numbers on every machine. A seed and a stream give a sequence of their own.
 */
export function createRandom(seed: number, stream = 0): Random {
  let a = seed >>> 0;
  let b = stream >>> 0;
  let c = 0x9e3779b9;
  let counter = 1;
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  };
  // The first numbers still show how alike two seeds are.
  for (let round = 0; round < 16; round += 1) next();
  return next;
}

/** A whole number from 0 to `end` − 1. */
export function below(random: Random, end: number): number {
  return Math.floor(random() * end);
}

/** A number from the normal distribution of mean 0 and deviation 1 (Box and Muller, 1958). */
export function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** One of a list that is not empty. */
export function pick<T>(random: Random, list: readonly [T, ...T[]]): T {
  return list[below(random, list.length)] ?? list[0];
}

/** A way to draw places of a list in proportion to its weights: bisection over their running sums. */
export function weighted(weights: readonly number[]): (random: Random) => number {
  const sums = new Float64Array(weights.length);
  let sum = 0;
  for (const [place, weight] of weights.entries()) {
    sum += weight;
    sums[place] = sum;
  }
  return (random) => {
    const wanted = random() * sum;
    let low = 0;
    let high = sums.length - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((sums[middle] ?? 0) <= wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}
