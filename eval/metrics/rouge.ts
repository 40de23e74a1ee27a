import porter from "natural/lib/natural/stemmers/porter_stemmer.js";

/** How much of a summary a reference holds (precision) and how much of a reference the summary holds (recall), 0 to 1. */
export interface Rouge {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** Words of up to this many letters keep their endings, as in ROUGE-1.5.5. */
const UNSTEMMED = 3;

/** The words that ROUGE compares: runs of letters and digits in lower case, stemmed by Porter's algorithm. */
export function rougeWords(text: string): readonly string[] {
  return (
    text
      .normalize("NFKC")
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  ).map((word) => (word.length > UNSTEMMED ? porter.stem(word) : word));
}

/** ROUGE-N (Lin 2004): shared runs of `n` words, each counted as often as both have it. */
export function rougeN(summary: readonly string[], reference: readonly string[], n: number): Rouge {
  const [own, its] = [runsOf(summary, n), runsOf(reference, n)];
  let shared = 0;
  for (const [run, count] of own) shared += Math.min(count, its.get(run) ?? 0);
  return rougeOf(shared, summary.length - n + 1, reference.length - n + 1);
}

/**
 * ROUGE-L of whole summaries (Lin 2004, section 3.2): for each sentence of the reference the words that a longest common
 * subsequence with any sentence of the summary holds, each word counted at most as often as both texts have it.
 *
 * @param summary sentence by sentence
 * @param reference sentence by sentence
 */
export function rougeL(summary: readonly (readonly string[])[], reference: readonly (readonly string[])[]): Rouge {
  const left = runsOf(summary.flat(), 1);
  const leftOfReference = runsOf(reference.flat(), 1);
  let shared = 0;
  for (const sentence of reference) {
    const union = new Set(summary.flatMap((other) => commonSubsequence(sentence, other)));
    for (const place of [...union].toSorted((a, b) => a - b)) {
      const word = sentence[place] ?? "";
      const [own, its] = [left.get(word) ?? 0, leftOfReference.get(word) ?? 0];
      if (own === 0 || its === 0) continue;
      shared += 1;
      left.set(word, own - 1);
      leftOfReference.set(word, its - 1);
    }
  }
  return rougeOf(shared, summary.flat().length, reference.flat().length);
}

function rougeOf(shared: number, inSummary: number, inReference: number): Rouge {
  const precision = inSummary > 0 ? shared / inSummary : 0;
  const recall = inReference > 0 ? shared / inReference : 0;
  return { precision, recall, f1: shared === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

function runsOf(words: readonly string[], n: number): Map<string, number> {
  const runs = new Map<string, number>();
  for (let at = 0; at + n <= words.length; at += 1) {
    const run = words.slice(at, at + n).join(" ");
    runs.set(run, (runs.get(run) ?? 0) + 1);
  }
  return runs;
}

/** Places in `a` of a longest common subsequence of `a` and `b`. */
function commonSubsequence(a: readonly string[], b: readonly string[]): readonly number[] {
  const width = b.length + 1;
  const lengths = new Uint32Array((a.length + 1) * width);
  const at = (row: number, column: number): number => lengths[row * width + column] ?? 0;
  for (const [row, word] of a.entries()) {
    for (const [column, other] of b.entries()) {
      lengths[(row + 1) * width + column + 1] =
        word === other ? at(row, column) + 1 : Math.max(at(row, column + 1), at(row + 1, column));
    }
  }
  const places: number[] = [];
  let [row, column] = [a.length, b.length];
  while (row > 0 && column > 0) {
    if (a[row - 1] === b[column - 1]) {
      places.push(row - 1);
      row -= 1;
      column -= 1;
    } else if (at(row - 1, column) > at(row, column - 1)) row -= 1;
    else column -= 1;
  }
  return places;
}
