import { Worker } from "node:worker_threads";
import type { BuildWorkerData, FromBuildWorker, ToBuildWorker } from "./build-protocol.ts";
import { buffersOf } from "./segment-buffers.ts";

/** A worker that answers each message once, in order. */
export class WorkerLink {
  readonly #worker: Worker;
  readonly #waiting: {
    readonly resolve: (answer: FromBuildWorker) => void;
    readonly reject: (error: Error) => void;
  }[] = [];
  #failure: Error | null = null;

  constructor(data: BuildWorkerData) {
    this.#worker = new Worker(new URL("build-worker.js", import.meta.url), { workerData: data });
    this.#worker.on("message", (answer: FromBuildWorker) => this.#waiting.shift()?.resolve(answer));
    this.#worker.on("error", (error) => {
      this.#fail(error instanceof Error ? error : new Error(String(error)));
    });
    this.#worker.on("exit", (code) => {
      this.#fail(new Error(`the indexing thread ended with code ${String(code)}`));
    });
  }

  /** @throws (rejects with) what ended the worker, if it ends before it has answered */
  async ask(message: ToBuildWorker): Promise<FromBuildWorker> {
    return await new Promise((resolve, reject) => {
      if (this.#failure !== null) {
        reject(this.#failure);
        return;
      }
      this.#waiting.push({ resolve, reject });
      this.#worker.postMessage(message, message.kind === "join" ? message.segments.flatMap(buffersOf) : []);
    });
  }

  /** Ends the thread, whatever it is doing. */
  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    for (const { reject } of this.#waiting.splice(0)) reject(this.#failure);
  }
}
