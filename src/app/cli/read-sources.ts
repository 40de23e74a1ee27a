import { corpusLimits } from "../../corpus/limits.ts";
import { mapConcurrently } from "../../corpus/map-concurrently.ts";
import { fetchNamed, followEntries, gather, type GatheredDraft, problemOf } from "../../curating/gather.ts";
import type { CuratingStep } from "../../domain/curator.ts";
import type { Fetcher } from "../../domain/fetching.ts";
import type { GivenFields } from "../../domain/intake.ts";
import type { Problem } from "../../domain/problem.ts";
import type { Result } from "../../domain/result.ts";
import type { ImportSource } from "./import-sources.ts";
import type { Terminal } from "./terminal.ts";

/** Sources that are read at once; how many of a host is the fetcher's business. */
const AT_ONCE = 4;

export interface ReadSources {
  readonly drafts: readonly GatheredDraft[];
  readonly problems: readonly Problem[];
}

export interface SourceReader {
  readonly fetcher: Fetcher;
  readonly given: GivenFields;
  /** `YYYY-MM-DD` */
  readonly today: string;
  /** Told of each source when it is done, and of what is under way. */
  readonly onProgress: (done: number, of: number, step: CuratingStep | null) => void;
}

/**
 * Reads sources, in their order; one that cannot be read is a problem and keeps no other from being read.
 *
 * @throws (rejects with) the signal's reason, once it fires
 */
export async function readSources(
  terminal: Pick<Terminal, "input" | "signal">,
  sources: readonly ImportSource[],
  reader: SourceReader,
): Promise<ReadSources> {
  let done = 0;
  const read = await mapConcurrently(
    sources,
    AT_ONCE,
    async (source) => {
      const onStep = (step: CuratingStep): void => reader.onProgress(done, sources.length, step);
      const one = await readOne(terminal, source, reader, onStep);
      done += 1;
      reader.onProgress(done, sources.length, null);
      return one;
    },
    terminal.signal,
  );
  return { drafts: read.flatMap(({ drafts }) => drafts), problems: read.flatMap(({ problems }) => problems) };
}

async function readOne(
  { input, signal }: Pick<Terminal, "input" | "signal">,
  source: ImportSource,
  { fetcher, given, today }: SourceReader,
  onStep: (step: CuratingStep) => void,
): Promise<ReadSources> {
  const watching = { signal, onStep };
  const options = { fetcher, today };
  switch (source.type) {
    case "link": {
      const page = await fetchNamed(fetcher, source.url, watching);
      if (!page.ok) return { drafts: [], problems: [problemOf(source.url, page.error)] };
      return await gather(page.value, given, options, watching);
    }
    case "input": {
      const bytes = await readAll(input, corpusLimits.importedJsonLinesBytes, signal);
      if (!bytes.ok) return { drafts: [], problems: [bytes.error] };
      return await gather({ name: "-", url: null, contentType: null, bytes: bytes.value }, given, options, watching);
    }
    case "file": {
      const { readSourceFile } = await import("../../intake/read-source-file.ts");
      onStep({ id: "reading", source: source.path });
      const reading = await readSourceFile(source.path, { given, today, signal });
      return await followEntries(source.path, reading, given, options, watching);
    }
  }
}

/** All that comes by standard input. */
async function readAll(
  input: NodeJS.ReadableStream,
  limit: number,
  signal: AbortSignal,
): Promise<Result<Buffer, Problem>> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of input) {
    signal.throwIfAborted();
    const piece = Buffer.from(chunk);
    bytes += piece.length;
    if (bytes > limit) {
      const detail = { id: "file-too-large", bytes, limit } as const;
      return { ok: false, error: { severity: "error", file: "-", line: null, field: null, detail } };
    }
    chunks.push(piece);
  }
  return { ok: true, value: Buffer.concat(chunks) };
}
