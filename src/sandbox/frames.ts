import type { RawData } from "ws";

/** The bytes of a WebSocket message, however `ws` gathered them. */
export function bytesOf(data: RawData): Buffer {
  if (Array.isArray(data)) return Buffer.concat(data);
  return data instanceof ArrayBuffer ? Buffer.from(data) : data;
}
