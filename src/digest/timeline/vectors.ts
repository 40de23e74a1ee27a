/** What a text is about: how much of each term, by the term's number; its length is 1, or 0 where it holds none. */
export type TermVector = ReadonlyMap<number, number>;

/** TF-IDF over a collection of sentences (Salton and Buckley 1988), with logarithms of both. */
export class TermSpace {
  readonly #numbers = new Map<string, number>();
  readonly #sentencesWith: number[] = [];
  #sentences = 0;

  /** Counts the terms of one sentence of the collection. */
  add(terms: readonly string[]): void {
    this.#sentences += 1;
    for (const term of new Set(terms)) {
      const number = this.#numbers.get(term) ?? this.#numbers.size;
      this.#numbers.set(term, number);
      this.#sentencesWith[number] = (this.#sentencesWith[number] ?? 0) + 1;
    }
  }

  vectorOf(terms: readonly string[]): TermVector {
    const counts = new Map<number, number>();
    for (const term of terms) {
      const number = this.#numbers.get(term);
      if (number !== undefined) counts.set(number, (counts.get(number) ?? 0) + 1);
    }
    for (const [number, count] of counts) {
      const rarity = Math.log(1 + this.#sentences / (this.#sentencesWith[number] ?? 1));
      counts.set(number, (1 + Math.log(count)) * rarity);
    }
    return ofLengthOne(counts);
  }
}

/** The mean of vectors, each as often as its weight says. */
export function centroidOf(weighted: Iterable<readonly [vector: TermVector, weight: number]>): TermVector {
  const sum = new Map<number, number>();
  for (const [vector, weight] of weighted) {
    for (const [number, share] of vector) sum.set(number, (sum.get(number) ?? 0) + share * weight);
  }
  return ofLengthOne(sum);
}

/** 0 to 1; 0 where either is empty. */
export function cosine(a: TermVector, b: TermVector): number {
  const [shorter, longer] = a.size <= b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [number, share] of shorter) sum += share * (longer.get(number) ?? 0);
  return sum;
}

function ofLengthOne(vector: Map<number, number>): TermVector {
  let squares = 0;
  for (const share of vector.values()) squares += share * share;
  const length = Math.sqrt(squares);
  for (const [number, share] of vector) vector.set(number, share / length);
  return vector;
}
