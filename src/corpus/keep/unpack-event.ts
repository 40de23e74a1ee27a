import { createHash } from "node:crypto";
import { join } from "node:path";
import { Transform, type Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { createTarDecoder, type ParsedTarEntry, type TarHeader } from "modern-tar";
import { z } from "zod";
import type { ArchiveFlaw, EventArchive, KeepingFailure } from "../../domain/keeping.ts";
import type { Result } from "../../domain/result.ts";
import { reasonOf } from "../read-text-file.ts";
import { syncFolder } from "../write-atomically.ts";
import {
  archiveLimits,
  manifestName,
  parseManifest,
  type ArchiveManifest,
  type ListedFile,
} from "./archive-manifest.ts";
import { writeFailure } from "./event-folder.ts";
import type { KeepFiles } from "./keep-files.ts";

/** The tar format counts in blocks; an entry has one before it, and an archive some at its end. */
const block = 512;
/** More than the streams read ahead before the manifest is known, and than other programs put at an archive's end. */
const slack = 16 * 1024 * 1024;

/** Stops the reading of an archive. */
class RefusedArchive extends Error {
  readonly entry: string | null;
  readonly why: ArchiveFlaw;

  constructor(entry: string | null, why: ArchiveFlaw) {
    super(why);
    this.entry = entry;
    this.why = why;
  }
}

/** Writing failed, which is no fault of the archive. */
class UnwritableFile extends Error {
  readonly failure: KeepingFailure;

  constructor(error: unknown, file: string) {
    super("unwritable");
    this.failure = writeFailure(error, file);
  }
}

/**
 * Unpacks an archive of an event into a folder, as it comes, one file in memory at a time. Only plain files that the
 * manifest lists are taken, with the size and hash it tells; anything else ends it. No more is ever unpacked than the
 * manifest announces.
 * @param name what to call the archive; @param folder an empty folder
 * @throws only the signal's reason, once it fires
 */
export async function unpackEvent(
  source: Readable,
  name: string,
  folder: string,
  files: KeepFiles,
  signal: AbortSignal | undefined,
): Promise<Result<EventArchive, KeepingFailure>> {
  const gate = new Gate();
  const reading = pipeline(source, createGunzip(), gate, { signal });
  // What goes wrong here is met again where the entries are read.
  reading.catch(() => undefined);
  try {
    const manifest = await unpack(gate, new EventWriter(folder, files));
    const { event, corpus, articles } = manifest;
    return { ok: true, value: { event, corpus, articles, files: manifest.files.length, leftOut: [] } };
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof UnwritableFile) return { ok: false, error: error.failure };
    const refusal = error instanceof RefusedArchive ? error : gate.refusal;
    if (!refusal && source.errored === error) {
      return { ok: false, error: { id: "file-unreadable", file: name, reason: reasonOf(error) } };
    }
    const { entry, why } = refusal ?? ({ entry: null, why: "not-an-archive" } as const);
    return { ok: false, error: { id: "archive-unsound", archive: name, entry: entry?.slice(0, 200) ?? null, why } };
  } finally {
    gate.destroy();
  }
}

/** Lets through no more bytes than are expected. */
class Gate extends Transform {
  #passed = 0;
  #limit = archiveLimits.manifestBytes + slack;
  refusal: RefusedArchive | null = null;

  expect(bytes: number): void {
    this.#limit = bytes + slack;
  }

  override _transform(chunk: Buffer, _: BufferEncoding, done: (error: Error | null, data?: Buffer) => void): void {
    this.#passed += chunk.length;
    if (this.#passed <= this.#limit) done(null, chunk);
    else {
      this.refusal = new RefusedArchive(null, "too-large");
      done(this.refusal);
    }
  }
}

async function unpack(gate: Gate, writer: EventWriter): Promise<ArchiveManifest> {
  let manifest: ArchiveManifest | null = null;
  const wanted = new Map<string, ListedFile>();
  const { readable, writable } = createTarDecoder({ strict: true });
  // What goes wrong here ends the entries as well.
  feed(gate, writable).catch(() => undefined);
  for await (const entry of readable) {
    const { header } = entry;
    if (!isPlainFile(header)) throw new RefusedArchive(header.name, "not-a-file");
    if (!manifest) {
      manifest = await readManifest(entry);
      for (const file of manifest.files) wanted.set(file.path, file);
      gate.expect(manifest.files.reduce((sum, { bytes }) => sum + bytes + 2 * block, header.size));
      continue;
    }
    const file = wanted.get(header.name);
    if (!file) {
      const isTwice = header.name === manifestName || manifest.files.some(({ path }) => path === header.name);
      throw new RefusedArchive(header.name, isTwice ? "twice" : "unlisted");
    }
    wanted.delete(file.path);
    if (header.size !== file.bytes) throw new RefusedArchive(file.path, "size-wrong");
    const bytes = await bytesOf(entry);
    if (createHash("sha256").update(bytes).digest("hex") !== file.sha256) {
      throw new RefusedArchive(file.path, "hash-wrong");
    }
    await writer.write(file.path, bytes);
  }
  if (!manifest) throw new RefusedArchive(null, "manifest-missing");
  const [missing] = wanted.keys();
  if (missing !== undefined) throw new RefusedArchive(missing, "missing");
  await writer.finish();
  return manifest;
}

/** By hand: the adapters of Node 20 throw where nobody can catch it when the reader stops early. */
async function feed(gate: Gate, writable: WritableStream<Uint8Array>): Promise<void> {
  const writer = writable.getWriter();
  try {
    for await (const chunk of gate) await writer.write(z.instanceof(Uint8Array).parse(chunk));
    await writer.close();
  } catch (error) {
    await writer.abort(error);
  }
}

/** Ours are plain through and through: no links, no devices, no extended headers that rename them. */
function isPlainFile({ type, linkname, pax }: TarHeader): boolean {
  return type === "file" && (linkname ?? "") === "" && pax === undefined;
}

async function readManifest(entry: ParsedTarEntry): Promise<ArchiveManifest> {
  if (entry.header.name !== manifestName) throw new RefusedArchive(entry.header.name, "manifest-missing");
  if (entry.header.size > archiveLimits.manifestBytes) throw new RefusedArchive(manifestName, "file-too-large");
  const manifest = parseManifest((await bytesOf(entry)).toString("utf8"));
  if (!manifest.ok) throw new RefusedArchive(manifest.error.entry, manifest.error.why);
  return manifest.value;
}

async function bytesOf({ body }: ParsedTarEntry): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Writes the files of an event into an empty folder, whose paths were checked before. */
class EventWriter {
  readonly #folder: string;
  readonly #files: KeepFiles;
  readonly #made = new Set<string>();

  constructor(folder: string, files: KeepFiles) {
    this.#folder = folder;
    this.#files = files;
  }

  async write(path: string, bytes: Uint8Array): Promise<void> {
    const folders = path.split("/").slice(0, -1);
    for (let depth = 1; depth <= folders.length; depth++) await this.#make(folders.slice(0, depth).join("/"));
    await this.#try(path, async () => {
      await this.#files.fill(join(this.#folder, path), bytes);
    });
  }

  /** An event without articles has a folder for them nevertheless. What was made lasts from then on. */
  async finish(): Promise<void> {
    await this.#make("articles");
    for (const path of ["", ...this.#made]) {
      await this.#try(path, async () => {
        await syncFolder(join(this.#folder, path));
      });
    }
  }

  async #make(path: string): Promise<void> {
    if (this.#made.has(path)) return;
    this.#made.add(path);
    await this.#try(path, async () => {
      await this.#files.makeFolder(join(this.#folder, path));
    });
  }

  async #try(path: string, action: () => Promise<void>): Promise<void> {
    try {
      await action();
    } catch (error) {
      throw new UnwritableFile(error, path);
    }
  }
}
