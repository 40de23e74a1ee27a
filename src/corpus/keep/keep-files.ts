import { mkdir, open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { replaceFile, syncFolder, writeNewFile } from "../write-atomically.ts";

/**
 * The few things that are ever done to the files of an event. Each happens whole or not at all, and lasts through a
 * power cut once it is done. All may throw the file system's error.
 */
export interface KeepFiles {
  /** A new file; fails with `EEXIST` where the name is taken. */
  readonly create: (path: string, bytes: Uint8Array) => Promise<void>;
  readonly replace: (path: string, bytes: Uint8Array) => Promise<void>;
  /** A new file in a folder that nobody reads yet: it need not be there whole. */
  readonly fill: (path: string, bytes: Uint8Array) => Promise<void>;
  readonly remove: (path: string) => Promise<void>;
  readonly makeFolder: (path: string) => Promise<void>;
  readonly rename: (from: string, to: string) => Promise<void>;
}

/** The file system's. */
export const diskFiles: KeepFiles = Object.freeze({
  create: async (path: string, bytes: Uint8Array) => {
    await writeNewFile(path, [bytes]);
  },
  replace: async (path: string, bytes: Uint8Array) => {
    await replaceFile(path, [bytes]);
  },
  fill: async (path: string, bytes: Uint8Array) => {
    const handle = await open(path, "wx");
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
  },
  remove: async (path: string) => {
    await rm(path);
    await syncFolder(dirname(path));
  },
  makeFolder: async (path: string) => {
    await mkdir(path);
    await syncFolder(dirname(path));
  },
  rename: async (from: string, to: string) => {
    await rename(from, to);
    await syncFolder(dirname(to));
  },
});
