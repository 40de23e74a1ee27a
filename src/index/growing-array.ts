type Numbers = Uint8Array | Uint16Array | Uint32Array;

/** A typed array that grows as it is filled: what an array of numbers is, at a fraction of its size. */
export class GrowingArray<A extends Numbers> {
  readonly #type: new (length: number) => A;
  #values: A;
  #length = 0;

  constructor(type: new (length: number) => A) {
    this.#type = type;
    this.#values = new type(256);
  }

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const larger = new this.#type(2 * this.#length);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#length] = value;
    this.#length += 1;
  }

  at(index: number): number {
    return this.#values[index] ?? 0;
  }

  set(index: number, value: number): void {
    this.#values[index] = value;
  }

  /** A copy of what was pushed, with so many zeros before and after it. */
  toArray(padding = 0): A {
    const copy = new this.#type(this.#length + 2 * padding);
    copy.set(this.#values.subarray(0, this.#length), padding);
    return copy;
  }
}
