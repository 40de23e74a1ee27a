import { GrowingArray } from "./growing-array.ts";

/** Occurrences in order of term, then place: those of term `t` are the entries from `start[t]` up to `start[t + 1]`. */
export interface SortedOccurrences {
  readonly start: Uint32Array;
  readonly place: Uint32Array;
  readonly frequency: Uint16Array;
}

/** Most often that an occurrence is counted in one sentence or title. */
const MAX_FREQUENCY = 0xff_ff;

/** Collects which term stands where and how often, as the texts go by; places must not fall. */
export class Occurrences {
  readonly #terms = new GrowingArray(Uint32Array);
  readonly #places = new GrowingArray(Uint32Array);
  readonly #frequencies = new GrowingArray(Uint16Array);
  /** Term → its latest occurrence, counted from 1; 0 where it has none. */
  readonly #latest = new GrowingArray(Uint32Array);

  add(term: number, place: number): void {
    while (this.#latest.length <= term) this.#latest.push(0);
    const latest = this.#latest.at(term) - 1;
    if (latest >= 0 && this.#places.at(latest) === place) {
      this.#frequencies.set(latest, Math.min(this.#frequencies.at(latest) + 1, MAX_FREQUENCY));
      return;
    }
    this.#terms.push(term);
    this.#places.push(place);
    this.#frequencies.push(1);
    this.#latest.set(term, this.#terms.length);
  }

  /**
   * Sorts by term: a counting sort, which keeps the places of a term in order and takes time in step with what there is.
   *
   * @param rankOf term, as added → its number in the result
   */
  sorted(rankOf: Uint32Array): SortedOccurrences {
    const count = this.#terms.length;
    const start = new Uint32Array(rankOf.length + 1);
    for (let occurrence = 0; occurrence < count; occurrence += 1) {
      const next = (rankOf[this.#terms.at(occurrence)] ?? 0) + 1;
      start[next] = (start[next] ?? 0) + 1;
    }
    for (let rank = 0; rank < rankOf.length; rank += 1) start[rank + 1] = (start[rank + 1] ?? 0) + (start[rank] ?? 0);
    const next = start.slice();
    const place = new Uint32Array(count);
    const frequency = new Uint16Array(count);
    for (let occurrence = 0; occurrence < count; occurrence += 1) {
      const rank = rankOf[this.#terms.at(occurrence)] ?? 0;
      const target = next[rank] ?? 0;
      next[rank] = target + 1;
      place[target] = this.#places.at(occurrence);
      frequency[target] = this.#frequencies.at(occurrence);
    }
    return { start, place, frequency };
  }
}
