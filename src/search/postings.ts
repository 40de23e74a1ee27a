/** Where a term occurs: ids in rising order, each with how often. The two arrays are parallel. */
export interface PostingList {
  readonly ids: Uint32Array;
  readonly frequencies: Uint16Array;
}

/** Most often that an occurrence count is told apart; beyond it, scores no longer differ. */
const MAX_FREQUENCY = 0xffff;

/** Collects occurrences in rising order of ids and packs them into posting lists. */
export class PostingsBuilder {
  readonly #lists = new Map<string, { readonly ids: number[]; readonly frequencies: number[] }>();

  /** Adds the terms of one document. Ids must not fall from one call to the next. */
  add(id: number, terms: Iterable<string>): void {
    for (const term of terms) {
      const list = this.#lists.get(term);
      if (list === undefined) {
        this.#lists.set(term, { ids: [id], frequencies: [1] });
        continue;
      }
      const last = list.ids.length - 1;
      if (list.ids[last] === id) {
        list.frequencies[last] = Math.min((list.frequencies[last] ?? 0) + 1, MAX_FREQUENCY);
      } else {
        list.ids.push(id);
        list.frequencies.push(1);
      }
    }
  }

  build(): ReadonlyMap<string, PostingList> {
    const packed = new Map<string, PostingList>();
    for (const [term, list] of this.#lists) {
      packed.set(term, { ids: Uint32Array.from(list.ids), frequencies: Uint16Array.from(list.frequencies) });
    }
    return packed;
  }
}

/** How often the document `id` occurs in the list, found by bisection; 0 when it does not. */
export function frequencyOf(list: PostingList | undefined, id: number): number {
  if (list === undefined) return 0;
  let low = 0;
  let high = list.ids.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = list.ids[middle] ?? 0;
    if (found === id) return list.frequencies[middle] ?? 0;
    if (found < id) low = middle + 1;
    else high = middle - 1;
  }
  return 0;
}
