import { Transform, Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { FetchFailure } from "../domain/fetching.ts";
import type { Result } from "../domain/result.ts";
import type { Decoder } from "./decoders.ts";
import type { FetchLimits } from "./limits.ts";
import { answerFailure } from "./network-error.ts";
import type { Stopper } from "./stopper.ts";

export interface BodyOptions {
  readonly host: string;
  readonly limits: FetchLimits;
  readonly decoders: readonly Decoder[];
  /** What to do with more than `limits.unpackedBytes`: fail, or do without the rest. */
  readonly overLimit: "fail" | "cut";
  readonly onProgress: (bytes: number) => void;
}

/** What has come so far. */
interface Tally {
  packed: number;
  over: "packed" | "unpacked" | null;
  readonly kept: Buffer[];
}

/**
 * Reads a body to its end and unpacks it on the way. It is counted as it is sent and again after each layer of
 * unpacking, so that little more than a limit is ever held, whatever the packed bytes unpack to.
 */
export async function readBody(
  body: NodeJS.ReadableStream,
  stopper: Stopper,
  options: BodyOptions,
): Promise<Result<Uint8Array, FetchFailure>> {
  const { host, limits, decoders } = options;
  const tally: Tally = { packed: 0, over: null, kept: [] };
  const arrived = countPacked(tally, options);
  const layers = decoders.flatMap((decoder, index) =>
    index === 0 ? [decoder()] : [countBetween(tally, limits.unpackedBytes), decoder()],
  );
  const endWatch = watchSpeed(tally, stopper, options);
  try {
    await pipeline([body, arrived, ...layers, keepUnpacked(tally, limits.unpackedBytes)], { signal: stopper.signal });
  } catch (error) {
    const reason = stopper.reason();
    if (reason !== null) return { ok: false, error: reason };
    // A server may call nothing at all packed, and what unpacks it misses its beginning.
    const isNothing = tally.packed === 0 && arrived.writableEnded;
    const isCut = tally.over === "unpacked" && options.overLimit === "cut";
    if (!isNothing && !isCut) return { ok: false, error: failureOf(tally, error, host, limits) };
  } finally {
    endWatch();
  }
  return { ok: true, value: Buffer.concat(tally.kept) };
}

function failureOf({ over }: Tally, error: unknown, host: string, limits: FetchLimits): FetchFailure {
  if (over === null) return answerFailure(error, host, limits.headerBytes);
  return { id: "too-large", what: over, limit: over === "packed" ? limits.packedBytes : limits.unpackedBytes };
}

function countPacked(tally: Tally, { limits, onProgress }: BodyOptions): Transform {
  return new Transform({
    transform: (chunk: Buffer, _, done) => {
      tally.packed += chunk.length;
      if (tally.packed > limits.packedBytes) {
        tally.over = "packed";
        done(new Error("over the limit"));
        return;
      }
      onProgress(tally.packed);
      done(null, chunk);
    },
  });
}

/** Without it a second layer could be fed without end, if only what it makes of that is little. */
function countBetween(tally: Tally, limit: number): Transform {
  let size = 0;
  return new Transform({
    transform: (chunk: Buffer, _, done) => {
      size += chunk.length;
      if (size > limit) tally.over = "unpacked";
      if (size > limit) done(new Error("over the limit"));
      else done(null, chunk);
    },
  });
}

function keepUnpacked(tally: Tally, limit: number): Writable {
  let size = 0;
  return new Writable({
    write: (chunk: Buffer, _, done) => {
      const room = limit - size;
      size += chunk.length;
      tally.kept.push(chunk.length > room ? chunk.subarray(0, room) : chunk);
      if (size > limit) tally.over = "unpacked";
      done(size > limit ? new Error("over the limit") : null);
    },
  });
}

/** Stops what drips: a server may send a byte every few seconds for ever. */
function watchSpeed(tally: Tally, stopper: Stopper, { host, limits }: BodyOptions): () => void {
  let before = 0;
  const timer = setInterval(() => {
    if (tally.packed - before < limits.slowBytes) {
      stopper.stop({ id: "too-slow", host, bytes: limits.slowBytes, ms: limits.slowWindowMs });
    }
    before = tally.packed;
  }, limits.slowWindowMs);
  return () => {
    clearInterval(timer);
  };
}
