import { COSINE_PER_DOT, sentenceVector } from "../../src/meaning/sentence-vector.ts";
import type { WordVectors } from "../../src/meaning/word-vectors.ts";
import { tokenize } from "../../src/text/tokens.ts";
import type { Meaning } from "./measure.ts";

/** What a table of word vectors makes of texts, just as the program does. */
export function tableMeaning(name: string, table: WordVectors): Meaning {
  const scale = Math.sqrt(COSINE_PER_DOT);
  return {
    name,
    vectorsOf: (texts) =>
      Promise.resolve(
        texts.map((text) => {
          const rows = tokenize(text).map(({ folded }) => table.row(folded));
          return Float32Array.from(sentenceVector(table, rows), (value) => scale * value);
        }),
      ),
  };
}
