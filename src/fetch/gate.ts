/** Lets a number of callers through at once, the others in the order in which they came. */
export interface Gate {
  /** Whether anybody is inside or waits. */
  readonly busy: () => boolean;
  /** Waits to be let in. False if `signal` aborts before: then there is nothing to leave. */
  readonly enter: (signal: AbortSignal) => Promise<boolean>;
  readonly leave: () => void;
}

export function createGate(capacity: number): Gate {
  const waiting = new Set<() => void>();
  let inside = 0;
  return {
    busy: () => inside > 0,
    enter: (signal) => {
      if (signal.aborted) return Promise.resolve(false);
      if (inside < capacity) {
        inside += 1;
        return Promise.resolve(true);
      }
      return new Promise((resolve) => {
        const abort = (): void => {
          waiting.delete(letIn);
          resolve(false);
        };
        const letIn = (): void => {
          waiting.delete(letIn);
          signal.removeEventListener("abort", abort);
          resolve(true);
        };
        waiting.add(letIn);
        signal.addEventListener("abort", abort, { once: true });
      });
    },
    leave: () => {
      const [next] = waiting;
      if (next === undefined) inside -= 1;
      else next();
    },
  };
}
