import { setMaxListeners } from "node:events";
import type { FetchFailure } from "../domain/fetching.ts";

/** Ends one piece of work for the first of several reasons, and remembers which. */
export interface Stopper {
  readonly signal: AbortSignal;
  readonly stop: (failure: FetchFailure) => void;
  /** Why it was stopped; null while it goes on. */
  readonly reason: () => FetchFailure | null;
  /** Stops it after `ms`, unless the returned function is called before. */
  readonly after: (ms: number, failure: FetchFailure) => () => void;
  /** Takes away its timers and listeners. */
  readonly end: () => void;
}

/** @param outer - signals that abort it from outside. */
export function createStopper(outer: readonly AbortSignal[]): Stopper {
  const controller = new AbortController();
  const timers = new Set<NodeJS.Timeout>();
  let reason: FetchFailure | null = null;
  const stop = (failure: FetchFailure): void => {
    if (reason !== null) return;
    reason = failure;
    controller.abort();
  };
  const abort = (): void => {
    stop({ id: "aborted" });
  };
  // AbortSignal.any would do, but on Node 20 it holds on to what it made for as long as a source lives.
  for (const signal of outer) {
    // A hundred pages may be fetched under one signal; Node would take that for a leak.
    setMaxListeners(0, signal);
    signal.addEventListener("abort", abort, { once: true });
    if (signal.aborted) abort();
  }
  return {
    signal: controller.signal,
    stop,
    reason: () => reason,
    after: (ms, failure) => {
      const timer = setTimeout(() => {
        stop(failure);
      }, ms);
      timers.add(timer);
      return () => {
        clearTimeout(timer);
        timers.delete(timer);
      };
    },
    end: () => {
      for (const timer of timers) clearTimeout(timer);
      for (const signal of outer) signal.removeEventListener("abort", abort);
    },
  };
}

/** Waits for `promise`, but rejects as soon as `signal` aborts. What settles later is dropped. */
export function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const abort = (): void => {
      reject(new Error("aborted"));
    };
    signal.addEventListener("abort", abort, { once: true });
    if (signal.aborted) abort();
    promise.then(resolve, reject).finally(() => {
      signal.removeEventListener("abort", abort);
    });
  });
}
