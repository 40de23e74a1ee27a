import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { isArticleId } from "../parse-article.ts";
import { exists } from "../write-atomically.ts";
import { readKept, type EventFolder } from "./event-folder.ts";
import { withoutWithdrawal } from "./withdrawal-marks.ts";

/** Removes what a kill in the middle of a withdrawal or a restoring has left: the copy of what is served. */
export async function finishMoves(folder: EventFolder): Promise<void> {
  for (const id of await withdrawnIds(folder.path)) {
    if (await isHalfMoved(folder.path, id)) await folder.files.remove(join(folder.path, "withdrawn", `${id}.md`));
  }
}

/** Whether an article is on its way out or back: its file is there twice, once with the marks of a withdrawal. */
export async function isHalfMoved(eventFolder: string, id: string): Promise<boolean> {
  const served = await readKept(join(eventFolder, "articles", `${id}.md`), "");
  const withdrawn = await readKept(join(eventFolder, "withdrawn", `${id}.md`), "");
  if (!served.ok || !served.value || !withdrawn.ok || !withdrawn.value) return false;
  return withoutWithdrawal(withdrawn.value).equals(served.value);
}

/** Ids of the files below `withdrawn/`, in order. */
export async function withdrawnIds(eventFolder: string): Promise<readonly string[]> {
  const folder = join(eventFolder, "withdrawn");
  const names = (await exists(folder)) ? await readdir(folder) : [];
  return names
    .filter((name) => name.endsWith(".md") && isArticleId(name.slice(0, -3)))
    .map((name) => name.slice(0, -3))
    .sort();
}
