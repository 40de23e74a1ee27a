import { resolve } from "node:path";
import { eventFoldersOf } from "../corpus/gold-file.ts";
import { type CuratorOptions, createCurator } from "../curating/create-curator.ts";
import type { Curator } from "../domain/curator.ts";
import type { Fetcher } from "../domain/fetching.ts";
import { coverageOfLibrary } from "./coverage.ts";
import type { Reloading } from "./reload-corpus.ts";
import type { ServedEvents } from "./served-events.ts";

export interface CuratorParts {
  readonly events: ServedEvents;
  readonly reloading: Reloading;
  readonly fetcher: Fetcher;
  readonly gapsOf: CuratorOptions["gapsOf"];
}

/** Keeps the articles of the events that this process serves. */
export function openCurator({ events, reloading, fetcher, gapsOf }: CuratorParts): Curator {
  return createCurator({
    async eventOf(id) {
      const opened = events.opened(id);
      if (opened === undefined) return undefined;
      const { library, paths, loadedAt } = opened;
      const folders = await eventFoldersOf(paths);
      const [folder] = folders;
      return {
        corpus: library.corpus,
        library,
        coverage: () => coverageOfLibrary(library),
        // Where several are one corpus, nobody can say into which an article is to go.
        folder: paths.length === 1 && folders.length === 1 && folder !== undefined ? resolve(folder) : null,
        loadedAt: loadedAt.toISOString(),
        last: reloading.last(library.corpus.event.id),
      };
    },
    async reload({ signal, onStep }) {
      signal.throwIfAborted();
      onStep({ id: "loading" });
      return await reloading.reload();
    },
    gapsOf,
    fetcher,
    now: () => new Date(),
  });
}
