import { readdir } from "node:fs/promises";
import { join } from "node:path";

/** Whether a folder is an event's own. @throws the file system's error */
export async function isEventFolder(folder: string): Promise<boolean> {
  const names = await readdir(folder);
  return names.includes("event.yaml") || names.includes("articles");
}

/** Names of the event folders in a folder, in order; those whose names begin with a dot are passed over. */
export async function eventFoldersIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith(".")).map(({ name }) => name);
  const areEvents = await Promise.all(names.map(async (name) => await isEventFolder(join(folder, name))));
  return names.filter((_, index) => areEvents[index]).sort();
}
