const ONSETS = ["b", "c", "d", "f", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "z"] as const;
const CLUSTERS = ["br", "cl", "cr", "dr", "fl", "gr", "pl", "pr", "sh", "st", "tr", "th"] as const;
const NUCLEI = ["a", "e", "i", "o", "u", "ai", "ea", "ou"] as const;
const CODAS = ["", "l", "m", "n", "r", "t", "x", "nd", "rk", "nt"] as const;

const STARTS: readonly string[] = [...ONSETS, ...CLUSTERS];
const SYLLABLES = STARTS.length * NUCLEI.length;
/** Inner syllables are simpler, as they are in English. */
const INNER = ONSETS.length * 5;
const SHORT_WORDS = SYLLABLES * INNER * CODAS.length;
const LONG_WORDS = SHORT_WORDS * INNER;
/** Primes larger than any factor of the counts above, so that neighbouring numbers give words that look unrelated. */
const STRIDE = 7_368_787;

/** How many distinct words there are. */
export const PSEUDO_WORDS = SHORT_WORDS + LONG_WORDS;

/**
 * A pronounceable word for each number from 0 to {@link PSEUDO_WORDS} − 1, no two the same: syllables of a consonant and a
 * vowel, which can be told apart again, and an ending. Low numbers, the common words, are short.
 */
export function pseudoWord(n: number): string {
  return n < SHORT_WORDS
    ? spell(Number((BigInt(n) * BigInt(STRIDE)) % BigInt(SHORT_WORDS)), 1)
    : spell(Number((BigInt(n - SHORT_WORDS) * BigInt(STRIDE)) % BigInt(LONG_WORDS)), 2);
}

function spell(code: number, inner: number): string {
  const syllable = code % SYLLABLES;
  let rest = Math.floor(code / SYLLABLES);
  let word = `${STARTS[syllable % STARTS.length] ?? ""}${NUCLEI[Math.floor(syllable / STARTS.length)] ?? ""}`;
  for (let count = 0; count < inner; count += 1) {
    const part = rest % INNER;
    rest = Math.floor(rest / INNER);
    word += `${ONSETS[part % ONSETS.length] ?? ""}${NUCLEI[Math.floor(part / ONSETS.length)] ?? ""}`;
  }
  return word + (CODAS[rest % CODAS.length] ?? "");
}
