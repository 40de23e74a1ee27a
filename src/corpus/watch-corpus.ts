import { basename, relative, resolve, sep } from "node:path";
import { type FSWatcher, watch } from "chokidar";

export interface WatchOptions {
  /** Milliseconds for which nothing must happen before a change is told: many files come one after the other. */
  readonly settledMs?: number;
  /** Milliseconds after which it is told even so. */
  readonly latestMs?: number;
}

/** Tells when a corpus may have changed. */
export interface CorpusWatch {
  /** Resolves once it watches. Never rejects. */
  readonly ready: Promise<void>;
  close(): Promise<void>;
}

const SETTLED_MS = 300;
const LATEST_MS = 5_000;
/** Folders of an event that nobody is served from. */
const ASIDE = new Set(["history", "withdrawn"]);
/** An event folder, a folder of them, and their articles. */
const DEPTH = 3;

/**
 * Watches what a corpus is loaded from. Links are not followed, as nowhere here, and what is written aside before it takes
 * its place is passed over.
 *
 * @param paths as for `loadCorpus`
 * @param onChange something was added, changed or taken away
 * @param onFailure it cannot be watched (any more); changes may go unnoticed
 */
export function watchCorpus(
  paths: readonly string[],
  onChange: () => void,
  onFailure: (reason: string) => void,
  { settledMs = SETTLED_MS, latestMs = LATEST_MS }: WatchOptions = {},
): CorpusWatch {
  const roots = paths.map((path) => resolve(path));
  let timer: NodeJS.Timeout | null = null;
  let since: number | null = null;
  const tell = (): void => {
    timer = null;
    since = null;
    onChange();
  };
  const noticed = (): void => {
    since ??= Date.now();
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(tell, Math.max(0, Math.min(settledMs, since + latestMs - Date.now())));
    timer.unref();
  };
  const watcher: FSWatcher = watch(roots, {
    ignored: (path) => isPassedOver(roots, path),
    ignoreInitial: true,
    followSymlinks: false,
    depth: DEPTH,
  });
  watcher.on("all", noticed);
  watcher.on("error", (error) => onFailure(reasonOf(error)));
  const ready = new Promise<void>((resolveReady) => {
    watcher.once("ready", () => resolveReady());
    watcher.once("error", () => resolveReady());
  });
  return {
    ready,
    async close() {
      if (timer !== null) clearTimeout(timer);
      await watcher.close();
    },
  };
}

function isPassedOver(roots: readonly string[], path: string): boolean {
  return roots.some((root) => {
    const inside = relative(root, path);
    if (inside === "" || inside.startsWith("..")) return false;
    return inside.split(sep).some((name) => name.startsWith(".") || ASIDE.has(name)) || basename(path).endsWith("~");
  });
}

function reasonOf(error: unknown): string {
  if (error instanceof Error) return "code" in error && typeof error.code === "string" ? error.code : error.message;
  return String(error);
}
