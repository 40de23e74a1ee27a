/** Ways in which the gateway can be unwell, for tests. All off at first. */
export class GatewayFaults {
  readonly #now: () => number;
  #refusedUntil = 0;
  /** No acknowledgements and no events, though the connection stands. */
  stalled = false;
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

  clear(): void {
    this.#refusedUntil = 0;
    this.stalled = false;
    this.silentOnResume = false;
  }
}
