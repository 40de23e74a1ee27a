import { setImmediate } from "node:timers/promises";
import type { Gate } from "./fakes.ts";

/** A process that is killed at its nth step to the outside, before what it asks for is done or after. */
export class Mortal {
  readonly #nth: number;
  readonly #when: "before" | "after";
  #steps = 0;

  constructor(nth: number, when: "before" | "after") {
    this.#nth = nth;
    this.#when = when;
  }

  get wasKilled(): boolean {
    return this.#steps >= this.#nth;
  }

  readonly gate: Gate = async (call) => {
    this.#steps += 1;
    if (this.#steps < this.#nth) return call();
    if (this.#steps === this.#nth && this.#when === "after") await call();
    return never();
  };
}

/** Lets the steps of several processes happen one at a time, in an order that a test chooses. */
export class Turns {
  readonly #choices: readonly number[];
  #waiting: readonly (() => void)[] = [];

  /** @param choices which of those that wait is next, over and over */
  constructor(choices: readonly number[]) {
    this.#choices = choices;
  }

  /** A gate that waits for its turn. */
  before(gate: Gate): Gate {
    return async (call) => {
      await new Promise<void>((resolve) => {
        this.#waiting = [...this.#waiting, resolve];
      });
      return gate(call);
    };
  }

  /** Lets them go on until none waits. */
  async run(): Promise<void> {
    for (let turn = 0; turn < 400; turn += 1) {
      await setImmediate();
      await setImmediate();
      const choice = (this.#choices[turn % this.#choices.length] ?? 0) % Math.max(1, this.#waiting.length);
      const next = this.#waiting[choice];
      if (next === undefined) return;
      this.#waiting = this.#waiting.filter((one) => one !== next);
      next();
    }
  }
}

/** Lets a process go on until it has ended, or can go on no more. */
export async function untilStill(work: Promise<unknown>): Promise<void> {
  const stillness = async (): Promise<void> => {
    for (let turns = 0; turns < 50; turns += 1) await setImmediate();
  };
  await Promise.race([work, stillness()]);
}

async function never<T>(): Promise<T> {
  return new Promise<T>(() => {});
}
