import { isUtf8 } from "node:buffer";
import type { ProblemDetail } from "../domain/problem.ts";
import type { Result } from "../domain/result.ts";

/** Decodes UTF-8 without guessing, leaving out a byte order mark. The error tells the offset of the first bad byte. */
export function decodeUtf8(bytes: Uint8Array): Result<string, ProblemDetail> {
  if (isUtf8(bytes)) return { ok: true, value: new TextDecoder().decode(bytes) };
  // What cannot be decoded is replaced, so the first difference is where it begins.
  const replaced = Buffer.from(new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes));
  const offset = bytes.findIndex((byte, index) => byte !== replaced[index]);
  return { ok: false, error: { id: "file-not-utf8", offset } };
}
