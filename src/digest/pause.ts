import { setImmediate as tick } from "node:timers/promises";

/**
 * Lets whatever else waits have its turn.
 *
 * @throws (rejects with) the signal's reason, once it fires
 */
export async function pause(signal: AbortSignal): Promise<void> {
  await tick();
  signal.throwIfAborted();
}
