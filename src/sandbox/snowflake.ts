const discordEpoch = 1_420_070_400_000n;

/** Makes Discord's ids: milliseconds since 2015 in the upper 42 bits, a counter below, each larger than the last. */
export class Snowflakes {
  readonly #now: () => number;
  #last = 0n;

  constructor(now: () => number) {
    this.#now = now;
  }

  next(): string {
    const fresh = (BigInt(this.#now()) - discordEpoch) << 22n;
    this.#last = fresh > this.#last ? fresh : this.#last + 1n;
    return this.#last.toString();
  }
}
