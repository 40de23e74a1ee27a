import { constants } from "node:fs";
import { mkdir, open, rm } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import type { Readable } from "node:stream";
import type { EventArchive, KeepingFailure } from "../../domain/keeping.ts";
import type { Result } from "../../domain/result.ts";
import { reasonOf } from "../read-text-file.ts";
import { exists } from "../write-atomically.ts";
import { guarded, whyNoEvent, type KeepOptions } from "./event-folder.ts";
import { withFolderLock } from "./folder-lock.ts";
import { diskFiles } from "./keep-files.ts";
import { folderAside, recoverEvent, swapIn, sweepAside } from "./swap-event.ts";
import { unpackEvent } from "./unpack-event.ts";

/** How to take in an archive. */
export interface ImportEventOptions extends KeepOptions {
  /** Whether an event that is there already makes way. */
  readonly replace?: boolean;
}

/**
 * Makes an event folder of an archive that `exportEvent` wrote, or refuses it and leaves all as it was. It is unpacked
 * aside, every file checked against the manifest's hash, and put in place when it is whole.
 * @param archive path of a file, or a stream; @param into the event folder to make
 * @throws only the signal's reason, once it fires
 */
export async function importEvent(
  archive: string | Readable,
  into: string,
  options: ImportEventOptions = {},
): Promise<Result<EventArchive, KeepingFailure>> {
  const { signal, replace = false, files = diskFiles, wait } = options;
  signal?.throwIfAborted();
  return await guarded(into, signal, async () => {
    await mkdir(dirname(resolve(into)), { recursive: true });
    await recoverEvent(into, files);
    await sweepAside(into);
    const isThere = await exists(into);
    if (isThere && !replace) return { ok: false, error: { id: "event-exists", folder: into } };
    const unusable = isThere ? await whyNoEvent(into) : null;
    if (unusable) return { ok: false, error: unusable };
    const source = typeof archive === "string" ? await openArchive(archive) : { ok: true as const, value: archive };
    if (!source.ok) return source;
    const name = typeof archive === "string" ? archive : "-";
    const made = folderAside(into);
    try {
      await files.makeFolder(made);
      const unpacked = await unpackEvent(source.value, name, made, files, signal);
      if (!unpacked.ok) return unpacked;
      signal?.throwIfAborted();
      const swapped = isThere
        ? await withFolderLock(into, { signal, wait }, async () => await swapIn(made, into, files))
        : await swapIn(made, into, files);
      return swapped.ok ? unpacked : swapped;
    } catch (error) {
      // Somebody has made the event meanwhile.
      if (["ENOTEMPTY", "EEXIST"].includes(reasonOf(error))) {
        return { ok: false, error: { id: "event-exists", folder: into } };
      }
      throw error;
    } finally {
      source.value.destroy();
      await rm(made, { recursive: true, force: true });
    }
  });
}

/** Opens a plain file without following a link or waiting for a pipe. */
async function openArchive(path: string): Promise<Result<Readable, KeepingFailure>> {
  const refuse = (reason: string) => ({ ok: false, error: { id: "file-unreadable", file: path, reason } }) as const;
  try {
    const handle = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    if ((await handle.stat()).isFile()) return { ok: true, value: handle.createReadStream() };
    await handle.close();
    return refuse("file-not-regular");
  } catch (error) {
    const reason = reasonOf(error);
    return refuse(["ELOOP", "ENXIO", "EISDIR"].includes(reason) ? "file-not-regular" : reason);
  }
}
