import { createHash } from "node:crypto";
import { mkdir, realpath, rename } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { readTextFile } from "../../corpus/read-text-file.ts";
import { slugOf } from "../../corpus/slug.ts";
import { replaceFile } from "../../corpus/write-atomically.ts";
import { noState, parseSyncState, serializeSyncState, type SyncState } from "../../curating/sync/sync-state.ts";
import { projectRoot } from "../project-root.ts";

const MOST_BYTES = 32 * 1024 * 1024;

/** What was kept from the last round; where it was damaged, the file it was set aside as. */
export interface KeptState {
  readonly state: SyncState;
  readonly damaged: string | null;
}

/** The file in the data folder for an event's folder: its name, and what tells it from others of that name. */
export async function syncStateFile(data: string | null, eventFolder: string): Promise<string> {
  const folder = await realpath(eventFolder).catch(() => resolve(eventFolder));
  const digest = createHash("sha256").update(folder).digest("hex").slice(0, 8);
  return join(resolve(projectRoot(), data ?? "data"), "sync", `${slugOf(basename(folder))}-${digest}.json`);
}

/** Reads it; one that cannot be understood is set aside, and all begins anew. @throws the file system's error */
export async function readSyncState(file: string): Promise<KeptState> {
  const text = await readTextFile(file, MOST_BYTES);
  if (!text.ok && text.error.id === "file-unreadable" && text.error.reason === "ENOENT") {
    return { state: noState, damaged: null };
  }
  const state = text.ok ? parseSyncState(text.value) : null;
  if (state !== null) return { state, damaged: null };
  const damaged = `${file}.damaged`;
  await rename(file, damaged);
  return { state: noState, damaged };
}

/** Writes it, whole or not at all. @throws the file system's error */
export async function writeSyncState(file: string, state: SyncState): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await replaceFile(file, [Buffer.from(serializeSyncState(state))]);
}
