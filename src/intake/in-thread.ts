import { type Transferable, Worker } from "node:worker_threads";
import type { Result } from "../domain/result.ts";

/** How much a thread may use up. */
export interface ThreadLimits {
  /** Milliseconds until it is ended. */
  readonly time: number;
  /** Bytes by which the process may grow meanwhile. */
  readonly memory: number;
}

/** Why a thread gave no answer: it used up its limits, or broke. */
export type ThreadFailure = "time" | "memory" | "broken";

const memoryLookedAtEvery = 100;
const heapMegabytes = 512;

/**
 * Asks a thread of its own one question and ends it: a small file can hold hours of work, and nothing else stops work
 * that never waits.
 * @param script a module that answers its `workerData` with one message; @param data is the script's `workerData`
 * @throws only the signal's reason, once it fires
 */
export async function inThread<Answer>(
  script: URL,
  data: unknown,
  limits: ThreadLimits,
  signal: AbortSignal,
  transfer: readonly Transferable[] = [],
): Promise<Result<Answer, ThreadFailure>> {
  signal.throwIfAborted();
  const worker = new Worker(script, {
    workerData: data,
    transferList: [...transfer],
    // What libraries complain about is of no use to anybody.
    stdout: true,
    stderr: true,
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
  });
  worker.stdout.resume();
  worker.stderr.resume();
  const done = new AbortController();
  const memoryBefore = process.memoryUsage.rss();
  let watch: NodeJS.Timeout | undefined;
  try {
    return await new Promise((resolve, reject) => {
      const fail = (error: ThreadFailure) => resolve({ ok: false, error });
      signal.addEventListener("abort", () => reject(signal.reason), { signal: done.signal });
      AbortSignal.timeout(limits.time).addEventListener("abort", () => fail("time"), { signal: done.signal });
      // The thread's own limit counts no buffers, and those are what a packed stream fills.
      watch = setInterval(() => {
        if (process.memoryUsage.rss() - memoryBefore > limits.memory) fail("memory");
      }, memoryLookedAtEvery);
      worker.on("message", (answer: Answer) => resolve({ ok: true, value: answer }));
      worker.on("error", (error: unknown) => {
        const isFull = error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
        fail(isFull ? "memory" : "broken");
      });
      worker.on("exit", () => fail("broken"));
    });
  } finally {
    clearInterval(watch);
    done.abort();
    await worker.terminate();
  }
}
