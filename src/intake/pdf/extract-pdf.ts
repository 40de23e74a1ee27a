import type { ProblemDetail } from "../../domain/problem.ts";
import type { Result } from "../../domain/result.ts";
import { inThread } from "../in-thread.ts";
import { intakeLimits } from "../limits.ts";
import type { FromPdfWorker, PdfContent, PdfWorkerData } from "./protocol.ts";

/**
 * Reads the lines of a PDF.
 * @param time milliseconds after which it is given up
 * @throws only the signal's reason, once it fires
 */
export async function extractPdf(
  bytes: Uint8Array,
  signal: AbortSignal,
  time: number = intakeLimits.threadTime,
): Promise<Result<PdfContent, ProblemDetail>> {
  // A copy, for the thread takes it away.
  const own = Uint8Array.from(bytes);
  const { pdfPages: mostPages, pdfTextLength: mostText, threadMemoryBytes: memory } = intakeLimits;
  const data: PdfWorkerData = { bytes: own, mostPages, mostText };
  const script = new URL("worker.js", import.meta.url);
  const answer = await inThread<FromPdfWorker>(script, data, { time, memory }, signal, [own.buffer]);
  if (!answer.ok) {
    const detail: ProblemDetail =
      answer.error === "broken" ? { id: "pdf-damaged" } : { id: "source-too-costly", limit: answer.error };
    return { ok: false, error: detail };
  }
  return answer.value.kind === "content"
    ? { ok: true, value: answer.value.content }
    : { ok: false, error: answer.value.detail };
}
