import type { EventArchive } from "../../domain/keeping.ts";
import { count } from "../text/count.ts";
import { list, quote } from "../text/plain-line.ts";

/** What an archive of an event holds, for a terminal. */
export function archiveText({ event, corpus, articles, files, leftOut }: EventArchive): string {
  const head = `${quote(event)}: ${count(articles, "article")} in ${count(files, "file")}, version ${corpus}`;
  return leftOut.length === 0 ? head : `${head}\nLeft out, being no part of an event: ${list(leftOut)}`;
}
