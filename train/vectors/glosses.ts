/** What WordNet says of its words: `definitions` as "word, word: gloss", and the examples of use. */
export interface WordNetTexts {
  readonly definitions: readonly string[];
  readonly examples: readonly string[];
}

/** Most words of a synset that stand before its gloss. */
const MAX_LEMMAS = 3;
/** Shortest example taken, in words: two are a phrase at best. */
const MIN_EXAMPLE_WORDS = 3;

/**
 * Reads a data file of WordNet 3 (`wndb(5)`): `offset file type count word id word id … | gloss; "example"; "example"`, the
 * count in hexadecimal. Lines that begin with a blank are its licence.
 */
export function readSynsets(data: string): WordNetTexts {
  const definitions: string[] = [];
  const examples: string[] = [];
  for (const line of data.split("\n")) {
    const [synset = "", text] = line.split(" | ", 2);
    if (line.startsWith(" ") || text === undefined) continue;
    const fields = synset.split(" ");
    const count = Math.min(MAX_LEMMAS, Number.parseInt(fields[3] ?? "0", 16));
    const lemmas = Array.from({ length: count }, (_, n) => readLemma(fields[4 + 2 * n] ?? ""));
    const gloss = text.replace(/;?\s*".*$/su, "").trim();
    definitions.push(`${lemmas.join(", ")}: ${gloss}`);
    const quoted = [...text.matchAll(/"([^"]+)"/gu)].map((match) => match[1] ?? "");
    examples.push(...quoted.filter((example) => example.split(" ").length >= MIN_EXAMPLE_WORDS));
  }
  return { definitions, examples };
}

/** "sever_(p)" → "sever": an adjective's place is told in brackets. */
function readLemma(field: string): string {
  return field.replace(/\(\w+\)$/u, "").replaceAll("_", " ");
}
