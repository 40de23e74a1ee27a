import { stat } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { eventFoldersIn, isEventFolder } from "./event-folders.ts";

/** What one event is loaded from. */
export interface EventPaths {
  /** Name of its folder, which is the event's id; of a corpus that is one event whatever it is made of, of its first path. */
  readonly id: string;
  /** For `loadCorpus`. */
  readonly paths: readonly string[];
}

/**
 * Parts what an operator gave as the corpus into events. A folder that holds several event folders has as many events; a
 * file given beside it goes with the event named before it, or with the first. Where there is no such folder all paths are
 * one event's and stay as they are, whether they can be read or not: loading them tells what is wrong.
 */
export async function eventPathsOf(paths: readonly string[]): Promise<readonly EventPaths[]> {
  const places = await Promise.all(paths.map(async (path) => ({ path, folders: await eventFoldersAt(path) })));
  if (places.every(({ folders }) => folders.length < 2)) return [{ id: idOf(paths[0] ?? ""), paths }];
  const byId = new Map<string, readonly string[]>();
  const early: string[] = [];
  let latest: string | null = null;
  for (const { path, folders } of places) {
    if (folders.length === 0 && latest === null) early.push(path);
    if (folders.length === 0 && latest !== null) byId.set(latest, [...(byId.get(latest) ?? []), path]);
    for (const folder of folders) {
      latest = idOf(folder);
      // Folders of the same name are the same event's, wherever they are.
      byId.set(latest, [...(byId.get(latest) ?? []), folder]);
    }
  }
  return [...byId].map(([id, of], place) => ({ id, paths: place === 0 ? [...of, ...early] : of }));
}

function idOf(path: string): string {
  return basename(resolve(path));
}

/** The event folders that a path names: itself, or those in it; none for a file, and for what cannot be read. */
async function eventFoldersAt(path: string): Promise<readonly string[]> {
  try {
    if (!(await stat(path)).isDirectory()) return [];
    if (await isEventFolder(path)) return [path];
    return (await eventFoldersIn(path)).map((name) => join(path, name));
  } catch {
    return [];
  }
}
