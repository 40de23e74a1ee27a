const mostHeld = 10_000;

/** Ways in which the gateway can be unwell, for tests. All off at first. */
export class GatewayFaults {
  readonly #now: () => number;
  #refusedUntil = 0;
  #held: (() => void)[] = [];
  #stalled = false;
  /** A Resume is read and never answered. */
  silentOnResume = false;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Whether new connections are refused at the moment. */
  get refusing(): boolean {
    return this.#now() < this.#refusedUntil;
  }

  refuseFor(ms: number): void {
    this.#refusedUntil = this.#now() + ms;
  }

  /** From now on nothing is sent, though connections stand. */
  stall(): void {
    this.#stalled = true;
  }

  /** Sends now, or once the stall is over. */
  send(act: () => void): void {
    if (!this.#stalled) act();
    else if (this.#held.length < mostHeld) this.#held.push(act);
  }

  /** Ends the stall: what was held is sent, as a network does that comes back. */
  flow(): void {
    this.#stalled = false;
    const held = this.#held;
    this.#held = [];
    for (const act of held) act();
  }

  clear(): void {
    this.#refusedUntil = 0;
    this.flow();
    this.silentOnResume = false;
  }
}
