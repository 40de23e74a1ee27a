import { type PackedStrings, packStrings } from "./packed-strings.ts";

/** Numbers distinct strings in the order in which they turn up, and sorts them in the end. */
export class TermNumbers {
  readonly #numbers = new Map<string, number>();

  get size(): number {
    return this.#numbers.size;
  }

  numberOf(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    this.#numbers.set(text, number);
    return number;
  }

  /** The strings in rising order, and for each number given the string's place in that order. */
  sorted(): { readonly strings: PackedStrings; readonly rankOf: Uint32Array } {
    const strings = [...this.#numbers.keys()].sort();
    const rankOf = new Uint32Array(strings.length);
    for (const [rank, text] of strings.entries()) rankOf[this.#numbers.get(text) ?? 0] = rank;
    return { strings: packStrings(strings), rankOf };
  }
}
