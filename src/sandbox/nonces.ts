/** Which message each author posted with which nonce, for a while. */
export class Nonces {
  readonly #known = new Map<string, { readonly messageId: string; readonly at: number }>();
  readonly #now: () => number;
  readonly #keptMs: number;

  constructor(now: () => number, keptMs: number) {
    this.#now = now;
    this.#keptMs = keptMs;
  }

  /** Id of the message, or undefined where there is none that is remembered. */
  find(authorId: string, nonce: string): string | undefined {
    this.#forgetOld();
    return this.#known.get(keyOf(authorId, nonce))?.messageId;
  }

  remember(authorId: string, nonce: string, messageId: string): void {
    this.#forgetOld();
    this.#known.set(keyOf(authorId, nonce), { messageId, at: this.#now() });
  }

  /** As Discord does after minutes: what is posted with one of them again is posted again. */
  forget(): void {
    this.#known.clear();
  }

  #forgetOld(): void {
    const oldest = this.#now() - this.#keptMs;
    for (const [key, { at }] of this.#known) if (at < oldest) this.#known.delete(key);
  }
}

function keyOf(authorId: string, nonce: string): string {
  return `${authorId} ${nonce}`;
}
