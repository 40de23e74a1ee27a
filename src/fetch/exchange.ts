import type { Socket } from "node:net";
import { Client } from "undici";
import type { FetchFailure } from "../domain/fetching.ts";
import type { Result } from "../domain/result.ts";
import { bareHost } from "./address.ts";
import { ACCEPTED_ENCODINGS, decodersOf } from "./decoders.ts";
import { connectGuarded, type GuardOptions } from "./guard.ts";
import type { Headers } from "./headers.ts";
import { answerFailure } from "./network-error.ts";
import { readBody } from "./read-body.ts";
import { createStopper, type Stopper } from "./stopper.ts";

/** One question to one server. */
export interface Exchange {
  readonly url: URL;
  /** Beside those that every request has. */
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  /** What is left of the time for the whole. */
  readonly ms: number;
  /** As in `readBody`. */
  readonly overLimit: "fail" | "cut";
  readonly onProgress: (bytes: number) => void;
}

/** What a server answered. The body of anything but a page is not read. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Uint8Array;
}

/** 200, and 203 for a page that a proxy has changed. */
export function isPage(status: number): boolean {
  return status === 200 || status === 203;
}

/**
 * Asks one server once, over a connection of its own that is closed at the end, whatever happens. No redirect is
 * followed, no cookie kept, no proxy used, nothing of undici's global state touched.
 */
export async function exchange(ask: Exchange, options: GuardOptions): Promise<Result<Answer, FetchFailure>> {
  const host = bareHost(ask.url);
  const stopper = createStopper([ask.signal]);
  stopper.after(ask.ms, { id: "timed-out", host, stage: "whole", ms: options.limits.wholeMs });
  try {
    const connected = await connectGuarded(ask.url, stopper, options);
    return connected.ok ? await askOver(connected.value, ask, stopper, options) : connected;
  } finally {
    stopper.end();
  }
}

async function askOver(
  socket: Socket,
  ask: Exchange,
  stopper: Stopper,
  options: GuardOptions,
): Promise<Result<Answer, FetchFailure>> {
  const host = bareHost(ask.url);
  const { headersMs, headerBytes } = options.limits;
  const headersCame = stopper.after(headersMs, { id: "timed-out", host, stage: "headers", ms: headersMs });
  const client = clientOver(socket, ask.url, headerBytes);
  try {
    const { statusCode, headers, body } = await client.request({
      method: "GET",
      path: `${ask.url.pathname}${ask.url.search}`,
      headers: { "accept-encoding": ACCEPTED_ENCODINGS, ...ask.headers },
      signal: stopper.signal,
      reset: true,
    });
    headersCame();
    // What ends the reading is told by the stopper; the stream tells it once more.
    body.on("error", () => undefined);
    if (!isPage(statusCode)) return { ok: true, value: { status: statusCode, headers, body: new Uint8Array() } };
    const page = await readPage(body, headers, stopper, ask, options);
    return page.ok ? { ok: true, value: { status: statusCode, headers, body: page.value } } : page;
  } catch (error) {
    return { ok: false, error: stopper.reason() ?? answerFailure(error, host, headerBytes) };
  } finally {
    socket.destroy();
    await client.destroy();
  }
}

/** Speaks over the one socket that was checked, and never opens another. The stopper keeps all deadlines. */
function clientOver(socket: Socket, url: URL, headerBytes: number): Client {
  return new Client(url.origin, {
    maxHeaderSize: headerBytes,
    headersTimeout: 0,
    bodyTimeout: 0,
    allowH2: false,
    connect: (_, callback) => {
      // Called back at once, undici would miss it.
      queueMicrotask(() => {
        if (socket.destroyed) callback(new Error("the connection was closed"), null);
        else callback(null, socket);
      });
    },
  });
}

async function readPage(
  body: NodeJS.ReadableStream,
  headers: Headers,
  stopper: Stopper,
  ask: Exchange,
  { limits }: GuardOptions,
): Promise<Result<Uint8Array, FetchFailure>> {
  const decoders = decodersOf([headers["content-encoding"] ?? ""].flat().join(","), limits.encodings);
  if (!decoders.ok) return { ok: false, error: { id: "encoding-unsupported", encoding: decoders.error } };
  if (Number(headers["content-length"] ?? 0) > limits.packedBytes) {
    return { ok: false, error: { id: "too-large", what: "packed", limit: limits.packedBytes } };
  }
  return readBody(body, stopper, {
    host: bareHost(ask.url),
    limits,
    decoders: decoders.value,
    overLimit: ask.overLimit,
    onProgress: ask.onProgress,
  });
}
