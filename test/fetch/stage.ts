import { createServer as createHttpServer, type RequestListener, type Server as HttpServer } from "node:http";
import { createServer, Socket, type Server } from "node:net";
import type { Fetcher, FetchFailure, FetchRequest, Fetched } from "../../src/domain/fetching.ts";
import type { Result } from "../../src/domain/result.ts";
import { createFetcher, type FetcherOptions } from "../../src/fetch/create-fetcher.ts";
import { dialAddress, type Dial, type DialTarget } from "../../src/fetch/dial.ts";

/** Public addresses that stand for the servers of a test. Nothing is ever sent there. */
export const PUBLIC = "93.184.215.14";
export const PUBLIC_6 = "2606:2800:21f:cb07:6820:80da:af6b:8b2c";
/** A public address that never accepts a connection. */
export const DEAD = "93.184.215.99";

export interface StageOptions extends Partial<FetcherOptions> {
  /** Where the servers of the public addresses are, by the port that is asked for. */
  readonly ports?: Readonly<Record<number, number>>;
  /** What the name server says, each time it is asked. */
  readonly names?: (host: string) => readonly string[] | Promise<readonly string[]>;
}

export interface Stage {
  readonly fetcher: Fetcher;
  /** Every address that was dialled. */
  readonly dialled: readonly DialTarget[];
  readonly lookedUp: readonly string[];
  readonly get: (url: string, request?: Partial<FetchRequest>) => Promise<Result<Fetched, FetchFailure>>;
}

const closing: (() => Promise<void>)[] = [];

/** Ends what the tests began: fetchers first, then servers. */
export async function clearStage(): Promise<void> {
  for (const close of closing.splice(0).toReversed()) await close();
}

/** A fetcher whose dialling is watched and never leaves this machine. */
export function createStage({ ports = {}, names, ...options }: StageOptions): Stage {
  const dialled: DialTarget[] = [];
  const lookedUp: string[] = [];
  const dial: Dial = (target) => {
    dialled.push(target);
    if (target.address === DEAD) return new Socket();
    if (target.address !== PUBLIC && target.address !== PUBLIC_6) return dialLoopback(target);
    return (options.dial ?? dialAddress)({ ...target, address: "127.0.0.1", port: ports[target.port] ?? 1 });
  };
  const fetcher = createFetcher({
    userAgent: "Footnote/1.0 (+https://bot.example)",
    allowedHosts: [],
    lookup: async (host) => {
      lookedUp.push(host);
      return (names ?? (() => [PUBLIC]))(host);
    },
    ...options,
    limits: { pauseMs: 0, ...options.limits },
    dial,
  });
  closing.push(() => fetcher.close());
  return {
    fetcher,
    dialled,
    lookedUp,
    get: (url, request) =>
      fetcher.get(url, { signal: new AbortController().signal, accept: "any", robots: "ignore", ...request }),
  };
}

/** An address that neither stands for a server of the test nor is this machine must not be reached even by mistake. */
function dialLoopback(target: DialTarget): Socket {
  if (target.address === "127.0.0.1" || target.address === "::1") return dialAddress(target);
  return new Socket().destroy(new Error(`dialled ${target.address}`));
}

/** @returns the port of an HTTP server on loopback. */
export function serve(listener: RequestListener): Promise<number> {
  const server = createHttpServer(listener);
  closing.push(() => {
    server.closeAllConnections();
    return closed(server);
  });
  return listening(server);
}

/** @returns the port of a server on loopback that says what it likes. */
export function serveRaw(onConnection: (socket: Socket) => void): Promise<number> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
    onConnection(socket);
  });
  closing.push(() => {
    for (const socket of sockets) socket.destroy();
    return closed(server);
  });
  return listening(server);
}

/** For servers made otherwise: closed with the rest. */
export function listening(server: Server | HttpServer): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : 0);
    });
  });
}

export function onClear(close: () => Promise<void>): void {
  closing.push(close);
}

export function closed(server: Server | HttpServer): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
  });
}

/** The failure of a result, or what came instead of one, to be compared. */
export function failureOf(result: Result<Fetched, FetchFailure>): FetchFailure | Fetched {
  return result.ok ? result.value : result.error;
}

/** The text of a page, or what came instead of one. */
export function textOf(result: Result<Fetched, FetchFailure>): string {
  if (!result.ok) return result.error.id;
  return result.value.type === "page" ? Buffer.from(result.value.source.bytes).toString() : result.value.type;
}
