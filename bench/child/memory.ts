import { setTimeout as delay } from "node:timers/promises";

const ROUNDS = 4;

/** Resident memory in bytes, with all garbage gone that can go. The process must run with `--expose-gc`. */
export async function residentBytes(): Promise<number> {
  for (let round = 0; round < ROUNDS; round += 1) {
    globalThis.gc?.();
    // Lets finalisers run, and the allocator hand pages back.
    await delay(50);
  }
  return process.memoryUsage().rss;
}

/** The most that was resident at any time, in bytes. */
export function peakBytes(): number {
  return process.resourceUsage().maxRSS * 1024;
}
