import type { IncomingMessage } from "node:http";

const names: ReadonlySet<string> = new Set(["127.0.0.1", "localhost", "[::1]"]);

/** Whether the request names this machine. Other names mean that a foreign site had its own name point here. */
export function isForUs(request: IncomingMessage): boolean {
  const host = request.headers.host ?? "";
  return names.has(host.replace(/:\d{1,5}$/, "").toLowerCase());
}

/** Whether a page of ours asks, and not one of another site: browsers always say where a WebSocket comes from. */
export function isFromUs(request: IncomingMessage): boolean {
  const { origin, host } = request.headers;
  return origin !== undefined && host !== undefined && origin === `http://${host}`;
}
