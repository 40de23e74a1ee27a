import { setTimeout as sleep } from "node:timers/promises";

/**
 * Waits for `promise`, but no longer than `ms`.
 *
 * @returns null when it has not settled by then; it goes on meanwhile.
 */
export async function within<T>(promise: Promise<T>, ms: number): Promise<T | null> {
  const done = new AbortController();
  try {
    return await Promise.race([promise, sleep(ms, null, { signal: done.signal })]);
  } finally {
    done.abort();
  }
}
