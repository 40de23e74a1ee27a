import { constants } from "node:fs";
import { lstat, open } from "node:fs/promises";
import type { ProblemDetail } from "../domain/problem.ts";
import type { Result } from "../domain/result.ts";
import { decodeUtf8 } from "./decode-utf8.ts";

/** Reads a whole regular file of UTF-8 text. @param limit the most bytes to read; a larger file is refused */
export async function readTextFile(path: string, limit: number): Promise<Result<string, ProblemDetail>> {
  const bytes = await readFileBytes(path, limit);
  return bytes.ok ? decodeUtf8(bytes.value) : bytes;
}

/**
 * Reads a whole regular file. Links, pipes and devices are refused without being opened for long: a pipe would never
 * end, a link could show a file from anywhere.
 * @param limit the most bytes to read; a larger file is refused
 */
export async function readFileBytes(path: string, limit: number): Promise<Result<Buffer, ProblemDetail>> {
  try {
    if (!(await lstat(path)).isFile()) return { ok: false, error: { id: "file-not-regular" } };
    // The file may have been swapped since: these flags refuse a link and do not wait for a pipe's other end.
    const handle = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    try {
      const stats = await handle.stat();
      if (!stats.isFile()) return { ok: false, error: { id: "file-not-regular" } };
      if (stats.size > limit) return { ok: false, error: { id: "file-too-large", bytes: stats.size, limit } };
      const bytes = await handle.readFile();
      if (bytes.length > limit) return { ok: false, error: { id: "file-too-large", bytes: bytes.length, limit } };
      return { ok: true, value: bytes };
    } finally {
      await handle.close();
    }
  } catch (error) {
    return { ok: false, error: { id: "file-unreadable", reason: reasonOf(error) } };
  }
}

/** The short code of a system error (`EACCES`), or its message. */
export function reasonOf(error: unknown): string {
  if (error instanceof Error) return "code" in error && typeof error.code === "string" ? error.code : error.message;
  return String(error);
}
