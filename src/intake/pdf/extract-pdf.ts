import { Worker } from "node:worker_threads";
import type { ProblemDetail } from "../../domain/problem.ts";
import type { Result } from "../../domain/result.ts";
import { intakeLimits } from "../limits.ts";
import type { FromPdfWorker, PdfContent, PdfWorkerData } from "./protocol.ts";

const memoryLookedAtEvery = 100;

/**
 * Reads a PDF in a thread of its own, which is ended when it takes too long or too much, for a small file can hold
 * hours of work.
 * @param deadline milliseconds
 * @throws only the signal's reason, once it fires
 */
export async function extractPdf(
  bytes: Uint8Array,
  signal: AbortSignal,
  deadline: number = intakeLimits.pdfTime,
): Promise<Result<PdfContent, ProblemDetail>> {
  signal.throwIfAborted();
  const data: PdfWorkerData = {
    // A copy, for the thread takes it away.
    bytes: Uint8Array.from(bytes),
    mostPages: intakeLimits.pdfPages,
    mostText: intakeLimits.pdfTextLength,
  };
  const worker = new Worker(new URL("worker.js", import.meta.url), {
    workerData: data,
    // What PDF.js complains about is of no use to anybody.
    stdout: true,
    stderr: true,
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: 512 },
  });
  worker.stdout.resume();
  worker.stderr.resume();
  const done = new AbortController();
  const memoryBefore = process.memoryUsage.rss();
  let watch: NodeJS.Timeout | undefined;
  try {
    return await new Promise((resolve, reject) => {
      const refuse = (detail: ProblemDetail) => resolve({ ok: false, error: detail });
      const time = AbortSignal.timeout(deadline);
      signal.addEventListener("abort", () => reject(signal.reason), { signal: done.signal });
      time.addEventListener("abort", () => refuse({ id: "pdf-too-costly", limit: "time" }), { signal: done.signal });
      // The thread's own limit counts no buffers, and those are what a packed stream fills.
      watch = setInterval(() => {
        const grown = process.memoryUsage.rss() - memoryBefore;
        if (grown > intakeLimits.pdfMemoryBytes) refuse({ id: "pdf-too-costly", limit: "memory" });
      }, memoryLookedAtEvery);
      worker.on("message", (answer: FromPdfWorker) => {
        if (answer.kind === "content") resolve({ ok: true, value: answer.content });
        else refuse(answer.detail);
      });
      worker.on("error", (error: unknown) => {
        const isFull = error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
        refuse(isFull ? { id: "pdf-too-costly", limit: "memory" } : { id: "pdf-damaged" });
      });
      worker.on("exit", () => refuse({ id: "pdf-damaged" }));
    });
  } finally {
    clearInterval(watch);
    done.abort();
    await worker.terminate();
  }
}
