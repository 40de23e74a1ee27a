import { stat } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import type { Corpus } from "../domain/corpus.ts";
import type { ProblemDetail } from "../domain/problem.ts";
import { eventFoldersIn, isEventFolder } from "./event-folders.ts";
import { isJsonLinesName } from "./json-lines-name.ts";
import { corpusLimits } from "./limits.ts";
import { loadEventFolder, type CorpusPart, type LoadContext } from "./load-event-folder.ts";
import { loadJsonLines } from "./load-json-lines.ts";
import { mergeParts } from "./merge-parts.ts";
import { reasonOf } from "./read-text-file.ts";

/** How to load a corpus. */
export interface LoadOptions {
  readonly signal?: AbortSignal;
  /** The day to count as today, `YYYY-MM-DD`; else today in UTC. */
  readonly today?: string;
}

/**
 * Loads articles from event folders, from a folder that holds one event folder, and from JSON Lines files, and makes one
 * corpus of them. Bad content is never thrown but told in `problems`, whatever it is; good articles are always there. A
 * corpus without articles has the problem `no-articles`.
 * @param paths as the operator gave them; problems name files relative to the only path, or below each of several
 * @throws only the signal's reason, once it fires
 */
export async function loadCorpus(paths: readonly string[], options: LoadOptions = {}): Promise<Corpus> {
  const { signal, today = new Date().toISOString().slice(0, 10) } = options;
  const parts: CorpusPart[] = [];
  for (const path of paths) {
    signal?.throwIfAborted();
    parts.push(await loadPath(path, paths.length > 1, { today, signal }));
  }
  return mergeParts(parts, paths.join(", "));
}

async function loadPath(path: string, isOneOfSeveral: boolean, context: LoadContext): Promise<CorpusPart> {
  const absolute = resolve(path);
  const name = basename(absolute);
  const refuse = (detail: ProblemDetail): CorpusPart => {
    const problem = { severity: "error", file: path, line: null, field: null, detail } as const;
    return { event: null, name, articles: [], problems: [problem] };
  };
  try {
    const stats = await stat(absolute);
    if (stats.isFile()) {
      if (!isJsonLinesName(absolute)) return refuse({ id: "no-corpus" });
      const limit = corpusLimits.jsonLinesFileBytes;
      if (stats.size > limit) return refuse({ id: "file-too-large", bytes: stats.size, limit });
      return await loadJsonLines(absolute, isOneOfSeveral ? path : name, context);
    }
    if (!stats.isDirectory()) return refuse({ id: "file-not-regular" });
    const shown = isOneOfSeveral ? `${path.replace(/[\\/]+$/u, "")}/` : "";
    if (await isEventFolder(absolute)) return await loadEventFolder(absolute, shown, context);
    const events = await eventFoldersIn(absolute);
    const [only] = events;
    if (events.length > 1) return refuse({ id: "several-events", events });
    if (only === undefined) return { event: null, name, articles: [], problems: [] };
    return await loadEventFolder(join(absolute, only), `${shown}${only}/`, context);
  } catch (error) {
    context.signal?.throwIfAborted();
    const reason = reasonOf(error);
    return refuse(reason === "ENOENT" ? { id: "folder-missing" } : { id: "folder-unreadable", reason });
  }
}
