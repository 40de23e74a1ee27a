import { basename, join, resolve } from "node:path";
import { stringify } from "yaml";
import type { KeepingFailure } from "../../domain/keeping.ts";
import type { Result } from "../../domain/result.ts";
import { defaultEvent } from "../parse-event.ts";
import { reasonOf } from "../read-text-file.ts";
import { exists, sweepStrays } from "../write-atomically.ts";
import {
  eventParts,
  guarded,
  makeFolder,
  todayOf,
  whyNoEvent,
  whyNoFolder,
  type EventFolder,
  type KeepOptions,
} from "./event-folder.ts";
import { withFolderLock } from "./folder-lock.ts";
import { finishMoves } from "./half-moved.ts";
import { diskFiles, type KeepFiles } from "./keep-files.ts";
import { recoverEvent } from "./swap-event.ts";

/**
 * Changes an event folder under its lock. The folder and those in it must be true folders: through a link, articles
 * would be read and written somewhere else.
 * @param isMade whether to make what is missing of it, a first `event.yaml` included
 * @throws only the signal's reason
 */
export async function changeEvent<T>(
  path: string,
  options: KeepOptions,
  isMade: boolean,
  change: (folder: EventFolder) => Promise<Result<T, KeepingFailure>>,
): Promise<Result<T, KeepingFailure>> {
  const { signal, wait, files = diskFiles } = options;
  signal?.throwIfAborted();
  return await guarded(path, signal, async () => {
    await recoverEvent(path, files);
    if (isMade) await makeFolders(path, files);
    const unusable = await whyNoEvent(path);
    if (unusable) return { ok: false, error: unusable };
    return await withFolderLock(path, { signal, wait }, async () => {
      for (const folder of [path, ...eventParts.map((part) => join(path, part))]) {
        if (await exists(folder)) await sweepStrays(folder);
      }
      const folder = { path, files, signal, today: todayOf(options) };
      await finishMoves(folder);
      return await change(folder);
    });
  });
}

/** Puts right what a kill may have left: a copy of an article on its way out or back, strays, an event moved aside. */
export async function repairEvent(path: string, options: KeepOptions = {}): Promise<Result<null, KeepingFailure>> {
  return await changeEvent(path, options, false, async () => await Promise.resolve({ ok: true, value: null }));
}

async function makeFolders(path: string, files: KeepFiles): Promise<void> {
  const absolute = resolve(path);
  const missing: string[] = [];
  for (let folder = absolute; (await whyNoFolder(folder)) === "missing"; folder = resolve(folder, "..")) {
    missing.unshift(folder);
  }
  for (const folder of missing) await makeFolder(folder, files);
  if (await whyNoFolder(absolute)) return;
  if ((await whyNoFolder(join(path, "articles"))) === "missing") await makeFolder(join(path, "articles"), files);
  if (await exists(join(path, "event.yaml"))) return;
  const { name, description, languages, timeZone } = defaultEvent(basename(absolute));
  try {
    await files.create(join(path, "event.yaml"), Buffer.from(stringify({ name, description, languages, timeZone })));
  } catch (error) {
    // Somebody else has made it meanwhile.
    if (reasonOf(error) !== "EEXIST") throw error;
  }
}
