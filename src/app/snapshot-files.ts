import { createHash } from "node:crypto";
import { constants } from "node:fs";
import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { reasonOf } from "../corpus/read-text-file.ts";
import { slugOf } from "../corpus/slug.ts";
import { exists } from "../corpus/write-atomically.ts";

const SUFFIX = ".index";
const DAMAGED_SUFFIX = ".damaged";
/** Most bytes of a snapshot: what one reading takes. Some twenty million sentences. */
export const MAX_SNAPSHOT_BYTES = 2 ** 31 - 1;

/** The file for a corpus opened from these paths: another event or other paths, another file. */
export function snapshotFile(folder: string, event: string, paths: readonly string[], suffix = SUFFIX): string {
  const hash = createHash("sha256").update(JSON.stringify([event, ...paths.map((path) => resolve(path))]));
  return join(folder, `${slugOf(event)}-${hash.digest("hex").slice(0, 12)}${suffix}`);
}

/**
 * Makes the folder and the one it is in, where they are missing; not `recursive`, since Node never comes back from that
 * where the system says that a folder's parent is missing and it is not, as below `/proc`.
 * @throws the file system's error
 */
export async function makeFolder(folder: string): Promise<void> {
  for (const one of [dirname(folder), folder]) {
    if (await exists(one)) continue;
    try {
      await mkdir(one);
    } catch (error) {
      // Another process was quicker.
      if (reasonOf(error) !== "EEXIST") throw error;
    }
  }
}

/**
 * Reads a whole regular file into one buffer.
 * @throws the file system's error, or the signal's reason once it fires
 */
export async function readBuffer(path: string, signal?: AbortSignal): Promise<ArrayBuffer> {
  // A pipe in the file's place would have us wait for its other end.
  const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const stats = await handle.stat();
    if (!stats.isFile() || stats.size > MAX_SNAPSHOT_BYTES) return new ArrayBuffer(0);
    const bytes = new Uint8Array(new ArrayBuffer(stats.size));
    let filled = 0;
    while (filled < bytes.length) {
      signal?.throwIfAborted();
      const { bytesRead } = await handle.read(bytes, filled, bytes.length - filled, filled);
      // It has shrunk since; what is missing is zeros, which its checksum tells.
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return bytes.buffer;
  } finally {
    await handle.close();
  }
}

/**
 * Moves a damaged file out of the way and keeps it for whoever wants to know why, in place of an earlier one.
 * @returns where it is now, or null where it could not be moved
 */
export async function setAside(path: string): Promise<string | null> {
  const folder = dirname(path);
  const aside = `${path}${DAMAGED_SUFFIX}`;
  try {
    const earlier = (await readdir(folder)).filter((name) => name.endsWith(`${SUFFIX}${DAMAGED_SUFFIX}`));
    await rename(path, aside);
    await removeAll(earlier.map((name) => join(folder, name)).filter((other) => other !== aside));
    return aside;
  } catch {
    return null;
  }
}

/** Removes files of a kind but for the few written last. What cannot be removed stays until the next time. */
export async function keepLatest(folder: string, most: number, suffix = SUFFIX): Promise<void> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(suffix));
  const files = await Promise.all(names.map(async (name) => await writtenAt(join(folder, name))));
  const old = files.toSorted((a, b) => b.written - a.written).slice(most);
  await removeAll(old.map(({ path }) => path));
}

async function removeAll(paths: readonly string[]): Promise<void> {
  await Promise.allSettled(paths.map(async (path) => await rm(path, { recursive: true, force: true })));
}

async function writtenAt(path: string): Promise<{ readonly path: string; readonly written: number }> {
  try {
    return { path, written: (await stat(path)).mtimeMs };
  } catch {
    // Another process has removed it meanwhile.
    return { path, written: 0 };
  }
}
