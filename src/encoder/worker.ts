import { parentPort, workerData } from "node:worker_threads";
import { type Encode, loadMiniLm } from "./model.ts";
import type { EncodeRequest, EncoderWorkerData, FromEncoder } from "./protocol.ts";

function answer(message: FromEncoder): void {
  parentPort?.postMessage(message, []);
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

async function encode(model: Encode, { id, texts }: EncodeRequest): Promise<void> {
  try {
    answer({ kind: "encoded", id, vectors: await model(texts) });
  } catch (error) {
    answer({ kind: "failed", id, reason: reasonOf(error) });
  }
}

/** A thread that holds the model. See `protocol.ts` for what is said. */
async function serve({ folder }: EncoderWorkerData): Promise<void> {
  try {
    const model = await loadMiniLm(folder);
    parentPort?.on("message", (request: EncodeRequest) => void encode(model, request));
    answer({ kind: "ready" });
  } catch (error) {
    answer({ kind: "unusable", reason: reasonOf(error) });
  }
}

await serve(workerData);
