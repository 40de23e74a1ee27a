import { setImmediate } from "node:timers/promises";
import { createRandom, shuffle } from "./random.ts";

/** Fitted word vectors: `vectors[row · dimensions …]`, whose length is the word's weight. */
export interface FittedWords {
  readonly dimensions: number;
  readonly vectors: Float32Array;
}

/** Texts as the rows of their known words, end to end, and the vector of each that the sum of its words is to point along. */
export interface FitTexts {
  readonly rows: Uint32Array;
  /** Where each text begins in `rows`; one entry more than texts. */
  readonly starts: Uint32Array;
  /** `targets[text · dimensions …]`. */
  readonly targets: Float32Array;
}

export interface FitOptions {
  readonly epochs: number;
  /** Longest step of a number at first; it falls to a fifth. */
  readonly rate: number;
  readonly seed: number;
  /** Told after each pass: how many are done, and the mean of 1 − cosine in it. */
  readonly onEpoch: (done: number, loss: number) => void;
  readonly signal: AbortSignal;
}

/** What the sum of squared slopes begins with, so that a word met once keeps most of what it began with. */
const FIRST_SQUARES = 1e-3;
/** After so many texts a signal is heard. */
const TEXTS_AT_ONCE = 2048;

/**
 * Moves word vectors so that the sum of a text's words points along the text's own vector: stochastic gradient descent on
 * 1 − cosine with Adagrad's steps (Duchi, Hazan and Singer 2011). Length and direction of a word are learned together, so
 * words that tell little become short. Changes `words` in place.
 *
 * @throws the signal's reason once it fires
 */
export async function fitWords(words: FittedWords, texts: FitTexts, options: FitOptions): Promise<void> {
  const { starts } = texts;
  const step = createStep(words, texts);
  const order = Uint32Array.from({ length: starts.length - 1 }, (_, text) => text);
  const random = createRandom(options.seed);
  for (let epoch = 0; epoch < options.epochs; epoch += 1) {
    shuffle(order, random);
    const rate = options.rate * (1 - (0.8 * epoch) / options.epochs);
    let loss = 0;
    for (const [done, text] of order.entries()) {
      if (done % TEXTS_AT_ONCE === 0) await setImmediate();
      options.signal.throwIfAborted();
      loss += step(text, rate);
    }
    options.onEpoch(epoch + 1, loss / order.length);
  }
}

/** Moves the words of one text; gives 1 − cosine before. A text without words is nothing to learn from. */
function createStep(
  { dimensions, vectors }: FittedWords,
  { rows, starts, targets }: FitTexts,
): (text: number, rate: number) => number {
  const squares = new Float32Array(vectors.length).fill(FIRST_SQUARES);
  const sum = new Float64Array(dimensions);
  const slope = new Float64Array(dimensions);
  return (text, rate) => {
    const own = rows.subarray(starts[text], starts[text + 1]);
    const target = text * dimensions;
    sum.fill(0);
    for (const row of own) {
      for (let at = 0; at < dimensions; at += 1) sum[at] = (sum[at] ?? 0) + (vectors[row * dimensions + at] ?? 0);
    }
    let dot = 0;
    let sumSquares = 0;
    let targetSquares = 0;
    for (let at = 0; at < dimensions; at += 1) {
      const mine = sum[at] ?? 0;
      const wanted = targets[target + at] ?? 0;
      dot += mine * wanted;
      sumSquares += mine * mine;
      targetSquares += wanted * wanted;
    }
    if (sumSquares === 0 || targetSquares === 0) return 0;
    const length = Math.sqrt(sumSquares);
    const wantedLength = Math.sqrt(targetSquares);
    const cosine = dot / (length * wantedLength);
    for (let at = 0; at < dimensions; at += 1) {
      slope[at] = ((cosine * (sum[at] ?? 0)) / length - (targets[target + at] ?? 0) / wantedLength) / length;
    }
    for (const row of own) {
      for (let at = 0; at < dimensions; at += 1) {
        const place = row * dimensions + at;
        const down = slope[at] ?? 0;
        const past = (squares[place] ?? 0) + down * down;
        squares[place] = past;
        vectors[place] = (vectors[place] ?? 0) - (rate * down) / Math.sqrt(past);
      }
    }
    return 1 - cosine;
  };
}
