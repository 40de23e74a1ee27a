import { randomUUID } from "node:crypto";
import { lstat, readdir, rm } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import type { KeepingFailure } from "../../domain/keeping.ts";
import type { Result } from "../../domain/result.ts";
import { exists } from "../write-atomically.ts";
import { whyNoFolder } from "./event-folder.ts";
import type { KeepFiles } from "./keep-files.ts";

/** In milliseconds. A younger folder aside may be another import's, at work. */
const leftoverAge = 60 * 60 * 1000;

const aside = /^\.footnote-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.tmp$/u;

/** A folder beside the event's, where something can be made that nobody reads yet. */
export function folderAside(eventFolder: string): string {
  return join(dirname(resolve(eventFolder)), `.footnote-${randomUUID()}.tmp`);
}

/**
 * Where the old event waits while the new one takes its place. Two folders cannot change places at once, so there is a
 * moment without either; `recoverEvent` finds the old one here if the process was killed in it.
 */
function waitingPlace(eventFolder: string): string {
  return join(dirname(resolve(eventFolder)), `.footnote-old-${basename(resolve(eventFolder))}`);
}

/** Puts a folder in an event's place, and removes what was there. */
export async function swapIn(
  made: string,
  eventFolder: string,
  files: KeepFiles,
): Promise<Result<null, KeepingFailure>> {
  const waiting = waitingPlace(eventFolder);
  // Nobody knows which of the two is wanted: that is for a person to say.
  if (await exists(waiting)) return { ok: false, error: { id: "name-taken", file: waiting } };
  const isThere = await exists(eventFolder);
  if (isThere) await files.rename(eventFolder, waiting);
  try {
    await files.rename(made, eventFolder);
  } catch (error) {
    if (isThere && !(await exists(eventFolder))) await files.rename(waiting, eventFolder);
    throw error;
  }
  if (isThere) {
    const leftover = folderAside(eventFolder);
    await files.rename(waiting, leftover);
    await rm(leftover, { recursive: true, force: true });
  }
  return { ok: true, value: null };
}

/** Brings an event back whose replacing was cut off in the one moment when it was nowhere. Otherwise does nothing. */
export async function recoverEvent(eventFolder: string, files: KeepFiles): Promise<void> {
  if ((await whyNoFolder(eventFolder)) !== "missing") return;
  const waiting = waitingPlace(eventFolder);
  if ((await whyNoFolder(waiting)) === null) await files.rename(waiting, eventFolder);
}

/** Removes what imports of whole events left beside this one when they were killed. */
export async function sweepAside(eventFolder: string): Promise<void> {
  const parent = dirname(resolve(eventFolder));
  for (const name of (await readdir(parent)).filter((name) => aside.test(name))) {
    const stats = await lstat(join(parent, name));
    if (stats.isDirectory() && Date.now() - stats.mtimeMs > leftoverAge) {
      await rm(join(parent, name), { recursive: true, force: true });
    }
  }
}
