/** A place in the ranking. */
export interface Ranked {
  /** Number of the part of the index. */
  readonly part: number;
  readonly slot: number;
  readonly score: number;
}

/**
 * The best so many of what is offered, by score; among equals what comes first in the corpus. A binary heap with the worst
 * on top, in arrays, so that offering allocates nothing.
 */
export class TopK {
  readonly #limit: number;
  readonly #scores: Float64Array;
  /** Place in the corpus: article, then sentence, in one number. */
  readonly #orders: Float64Array;
  readonly #parts: Uint16Array;
  readonly #slots: Uint32Array;
  #size = 0;

  constructor(limit: number) {
    this.#limit = limit;
    this.#scores = new Float64Array(limit);
    this.#orders = new Float64Array(limit);
    this.#parts = new Uint16Array(limit);
    this.#slots = new Uint32Array(limit);
  }

  /** The score that something must reach to be kept: nothing below it matters any more. 0 while there is room. */
  get threshold(): number {
    return this.#size < this.#limit ? 0 : (this.#scores[0] ?? Number.POSITIVE_INFINITY);
  }

  /** Whether something with this score and place would be kept. */
  accepts(score: number, order: number): boolean {
    if (this.#size < this.#limit) return true;
    if (this.#limit === 0) return false;
    const worst = this.#scores[0] ?? 0;
    return score > worst || (score === worst && order < (this.#orders[0] ?? 0));
  }

  /** Keeps something that was accepted, in place of the worst where there is no room. */
  add(score: number, order: number, part: number, slot: number): void {
    if (this.#size < this.#limit) {
      this.#put(this.#size, score, order, part, slot);
      this.#size += 1;
      this.#rise(this.#size - 1);
    } else {
      this.#put(0, score, order, part, slot);
      this.#sink();
    }
  }

  /** What was kept, best first. */
  ranked(): readonly Ranked[] {
    const places = Array.from({ length: this.#size }, (_, place) => place);
    places.sort((a, b) => (this.#isWorse(a, b) ? 1 : -1));
    return places.map((place) => ({
      part: this.#parts[place] ?? 0,
      slot: this.#slots[place] ?? 0,
      score: this.#scores[place] ?? 0,
    }));
  }

  #put(place: number, score: number, order: number, part: number, slot: number): void {
    this.#scores[place] = score;
    this.#orders[place] = order;
    this.#parts[place] = part;
    this.#slots[place] = slot;
  }

  #isWorse(a: number, b: number): boolean {
    const [scoreA = 0, scoreB = 0] = [this.#scores[a], this.#scores[b]];
    return scoreA < scoreB || (scoreA === scoreB && (this.#orders[a] ?? 0) > (this.#orders[b] ?? 0));
  }

  #swap(a: number, b: number): void {
    for (const values of [this.#scores, this.#orders, this.#parts, this.#slots]) {
      const value = values[a] ?? 0;
      values[a] = values[b] ?? 0;
      values[b] = value;
    }
  }

  #rise(from: number): void {
    let place = from;
    while (place > 0) {
      const parent = (place - 1) >>> 1;
      if (!this.#isWorse(place, parent)) return;
      this.#swap(place, parent);
      place = parent;
    }
  }

  #sink(): void {
    let place = 0;
    for (;;) {
      const left = 2 * place + 1;
      const right = left + 1;
      let worst = place;
      if (left < this.#size && this.#isWorse(left, worst)) worst = left;
      if (right < this.#size && this.#isWorse(right, worst)) worst = right;
      if (worst === place) return;
      this.#swap(place, worst);
      place = worst;
    }
  }
}
