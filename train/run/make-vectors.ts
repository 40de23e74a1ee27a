import { tokenize } from "../../src/text/tokens.ts";
import { firstVectors } from "../vectors/first-vectors.ts";
import { type FittedWords, fitWords } from "../vectors/fit.ts";
import { joinSenses } from "../vectors/join-senses.ts";
import { NEWER_WORDS } from "../vectors/newer-words.ts";
import { type ListedWord, listWords } from "../vectors/word-list.ts";
import { type PrincipalAxes, principalAxes, project, withoutFirst } from "./principal-axes.ts";
import { GLOVE_DIMENSIONS, type GloVe, readGloVe, readModelWords, readWordNet } from "./sources.ts";

/** Commonest words taken; with those added some 42,000. */
const COMMON_WORDS = 38_000;
/** Numbers a word has from the model, and from GloVe. */
const MODEL_DIMENSIONS = 160;
const SECOND_DIMENSIONS = 64;
/** First axes of GloVe that are left out: they tell how common a word is and in what kind of text. */
const SKIPPED_AXES = 2;
/** Length of GloVe's part beside the model's. */
const SECOND_SHARE = 0.5;
/** How far axes along which the model tells little are brought up. */
const EVENNESS = 0.5;
const EPOCHS = 4;
const RATE = 0.01;
const SEED = 1;

export interface Workplace {
  /** The folder `node_modules` with the sources. */
  readonly packages: string;
  readonly modelFolder: string;
  embed(what: string, texts: readonly string[]): Promise<Float32Array>;
  readonly modelSize: number;
  readonly show: (message: string) => void;
  readonly signal: AbortSignal;
}

/** Word vectors as they come about, each better than the one before; the last is for shipping. */
export interface MadeVectors {
  readonly words: readonly ListedWord[];
  readonly stages: readonly { readonly name: string; readonly fitted: FittedWords }[];
}

/**
 * Makes word vectors: the model's vector of each word by itself, reduced; fitted so that the words of WordNet's texts add up to
 * the model's vectors of the texts; joined with GloVe's.
 *
 * @throws the signal's reason once it fires
 */
export async function makeVectors(place: Workplace): Promise<MadeVectors> {
  place.show("Reading word lists");
  const glove = await readGloVe(place.packages);
  const added = [...(await readModelWords(place.modelFolder)), ...NEWER_WORDS];
  const words = listWords(glove.words, COMMON_WORDS, added);
  const gloveWords = gloveVectors(glove, words);

  const { definitions, examples } = await readWordNet(place.packages);
  const texts = [...examples, ...definitions];
  const wordVectors = await place.embed(
    "words",
    words.map(({ written }) => written),
  );
  const textVectors = await place.embed("texts", texts);

  place.show("Finding the axes that tell most");
  const axes = principalAxes(textVectors, place.modelSize, MODEL_DIMENSIONS);
  const directions = project(wordVectors, axes, EVENNESS);
  const alone = firstVectors(words, directions);
  const fitted: FittedWords = { dimensions: alone.dimensions, vectors: alone.vectors.slice() };
  await fitWords(fitted, fitTexts(words, texts, directions, project(textVectors, axes, EVENNESS)), {
    epochs: EPOCHS,
    rate: RATE,
    seed: SEED,
    onEpoch: (done, loss) => place.show(`Fitted ${done} of ${EPOCHS} times, 1 − cosine ${loss.toFixed(4)}`),
    signal: place.signal,
  });

  const gloveAxes = principalAxes(gloveWords, GLOVE_DIMENSIONS, GLOVE_DIMENSIONS);
  const second = project(gloveWords, narrow(gloveAxes), 0);
  return {
    words,
    stages: [
      { name: "GloVe 6B, 100 numbers", fitted: firstVectors(words, project(gloveWords, gloveAxes, 0)) },
      { name: "each word by itself", fitted: alone },
      { name: "fitted to WordNet's texts", fitted },
      {
        name: "fitted and joined with GloVe",
        fitted: joinSenses(fitted, { dimensions: SECOND_DIMENSIONS, vectors: second }, SECOND_SHARE),
      },
    ],
  };
}

function narrow(axes: PrincipalAxes): PrincipalAxes {
  const { mean, axes: all, variances } = withoutFirst(axes, SKIPPED_AXES);
  return { mean, axes: all.slice(0, SECOND_DIMENSIONS), variances: variances.slice(0, SECOND_DIMENSIONS) };
}

/** GloVe's numbers of each word; those of a word it lacks are the mean, which says nothing. */
function gloveVectors(glove: GloVe, words: readonly ListedWord[]): Float32Array {
  const vectors = new Float32Array(words.length * GLOVE_DIMENSIONS);
  const mean = new Float64Array(GLOVE_DIMENSIONS);
  const missing: number[] = [];
  for (const [row, { written }] of words.entries()) {
    const vector = glove.vectorOf(written);
    if (vector === null) missing.push(row);
    else {
      vectors.set(vector, row * GLOVE_DIMENSIONS);
      for (const [at, value] of vector.entries()) mean[at] = (mean[at] ?? 0) + value;
    }
  }
  const known = Math.max(1, words.length - missing.length);
  for (const row of missing)
    vectors.set(
      mean.map((sum) => sum / known),
      row * GLOVE_DIMENSIONS,
    );
  return vectors;
}

/** The texts, and every word as a text of its own, so that rare words keep what the model says of them. */
function fitTexts(
  words: readonly ListedWord[],
  texts: readonly string[],
  wordTargets: Float32Array,
  textTargets: Float32Array,
): Parameters<typeof fitWords>[1] {
  const rowOf = new Map(words.map(({ folded }, row) => [folded, row]));
  const rows: number[] = [];
  const starts = [0];
  for (const text of texts) {
    for (const { folded } of tokenize(text)) {
      const row = rowOf.get(folded);
      if (row !== undefined) rows.push(row);
    }
    starts.push(rows.length);
  }
  for (const row of words.keys()) starts.push(rows.push(row));
  const targets = new Float32Array(textTargets.length + wordTargets.length);
  targets.set(textTargets);
  targets.set(wordTargets, textTargets.length);
  return { rows: Uint32Array.from(rows), starts: Uint32Array.from(starts), targets };
}
