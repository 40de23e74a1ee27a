import { randomUUID } from "node:crypto";
import { link, lstat, open, readdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { reasonOf } from "./read-text-file.ts";

const prefix = ".footnote-";
const suffix = ".tmp";
/** In milliseconds. Younger files may be another writer's, at work. */
const strayAge = 60_000;

/**
 * Writes a new file whole or not at all: a reader sees no file or all of it, and a crash leaves at most a stray temporary
 * file. An existing file is not replaced.
 * @throws the file system's error; `EEXIST` where the file is there already
 */
export async function writeNewFile(
  path: string,
  content: string | Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
): Promise<void> {
  await writeAside(path, content, publish);
}

/**
 * As {@link writeNewFile}, but an existing file is replaced: a reader sees the old or the new one.
 * @param chunks the file's bytes, one after the other
 * @throws the file system's error, or the signal's reason once it fires; the old file is still there then
 */
export async function replaceFile(path: string, chunks: Iterable<Uint8Array>, signal?: AbortSignal): Promise<void> {
  await writeAside(path, chunks, rename, signal);
}

async function writeAside(
  path: string,
  content: string | Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  moveTo: (temporary: string, path: string) => Promise<void>,
  signal?: AbortSignal,
): Promise<void> {
  const folder = dirname(path);
  const temporary = join(folder, `${prefix}${randomUUID()}${suffix}`);
  try {
    const handle = await open(temporary, "wx");
    try {
      await writeFile(handle, content, signal === undefined ? {} : { signal });
      await handle.sync();
    } finally {
      await handle.close();
    }
    signal?.throwIfAborted();
    await moveTo(temporary, path);
  } finally {
    await rm(temporary, { force: true });
  }
  await syncFolder(folder);
}

/** Removes what a crashed writer left in the folder. */
export async function sweepStrays(folder: string): Promise<void> {
  const names = await readdir(folder);
  for (const name of names.filter((one) => one.startsWith(prefix) && one.endsWith(suffix))) {
    const path = join(folder, name);
    // Another writer's may be gone by now: it was no stray.
    const stats = await lstat(path).catch(() => null);
    if (stats?.isFile() === true && Date.now() - stats.mtimeMs > strayAge) await rm(path, { force: true });
  }
}

/** A link fails where the name is taken, which a rename does not; a few file systems have no links. */
async function publish(temporary: string, path: string): Promise<void> {
  try {
    await link(temporary, path);
  } catch (error) {
    if (!["EPERM", "ENOTSUP", "ENOSYS"].includes(reasonOf(error))) throw error;
    if (await exists(path)) throw error;
    await rename(temporary, path);
  }
}

/** Whether the name is taken, by whatever it may be. */
export async function exists(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    if (reasonOf(error) === "ENOENT") return false;
    throw error;
  }
}

/** Makes the new name last through a power cut. Windows cannot open a folder for it, and does not need it. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
