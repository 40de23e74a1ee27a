import { createHash } from "node:crypto";
import { lstat, readdir } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { Readable, type Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { createTarPacker, type TarPackController } from "modern-tar";
import type { Article } from "../../domain/article.ts";
import type { NewsEvent } from "../../domain/corpus.ts";
import type { EventArchive, KeepingFailure } from "../../domain/keeping.ts";
import type { Result } from "../../domain/result.ts";
import { decodeUtf8 } from "../decode-utf8.ts";
import { corpusLimits } from "../limits.ts";
import { mergeParts } from "../merge-parts.ts";
import { parseEvent } from "../parse-event.ts";
import { reasonOf } from "../read-text-file.ts";
import { slugOf } from "../slug.ts";
import { writeNewFile } from "../write-atomically.ts";
import {
  flawOfSizes,
  isKeptName,
  manifestName,
  serializeManifest,
  type ArchiveManifest,
  type ListedFile,
} from "./archive-manifest.ts";
import { checkArticleFile } from "./check-article-file.ts";
import { eventParts, guarded, readKept, todayOf, whyNoEvent, type KeepOptions } from "./event-folder.ts";

const mostLeftOutTold = 100;

/**
 * Writes a whole event into one `.tar.gz`: `manifest.json` first, then every file of its layout with its hash, in order
 * and without times or owners, so that the same event gives the same bytes. The folder is only read. A file that
 * changes meanwhile ends it (`changed-meanwhile`).
 * @param out path of a file that is not there yet, or a stream, which is ended
 * @throws only the signal's reason, once it fires; no file is left then
 */
export async function exportEvent(
  eventFolder: string,
  out: string | Writable,
  options: Pick<KeepOptions, "signal" | "today"> = {},
): Promise<Result<EventArchive, KeepingFailure>> {
  const { signal } = options;
  signal?.throwIfAborted();
  const target = typeof out === "string" ? out : "-";
  return await guarded(target, signal, async () => {
    const unusable = await whyNoEvent(eventFolder);
    if (unusable) return { ok: false, error: unusable };
    const { names, leftOut } = await listFiles(eventFolder);
    const surveyed = await survey(eventFolder, names, todayOf(options), signal);
    if (!surveyed.ok) return surveyed;
    const { manifest } = surveyed.value;
    const flaw = flawOfSizes(manifest.files);
    if (flaw) return { ok: false, error: { id: "archive-unsound", archive: eventFolder, entry: null, why: flaw } };
    const written = await writeArchive(eventFolder, manifest, out, signal);
    if (!written.ok) return written;
    const { event, corpus, articles, files } = manifest;
    const told = [...leftOut, ...surveyed.value.leftOut].slice(0, mostLeftOutTold);
    return { ok: true, value: { event, corpus, articles, files: files.length, leftOut: told } };
  });
}

interface FileList {
  readonly names: readonly string[];
  readonly leftOut: readonly string[];
}

/** The event's own files, in order, and what else lies there under a name that is not hidden. */
async function listFiles(eventFolder: string): Promise<FileList> {
  const found: string[] = [...(await namesIn(eventFolder, ""))];
  for (const part of eventParts) {
    for (const name of await namesIn(eventFolder, `${part}/`)) {
      const isFolder = part === "history" && (await lstat(join(eventFolder, name))).isDirectory();
      found.push(...(isFolder ? await namesIn(eventFolder, `${name}/`) : [name]));
    }
  }
  const own = found.filter((name) => !eventParts.some((part) => part === name));
  const names: string[] = [];
  const leftOut: string[] = [];
  for (const name of own.sort()) {
    const isOurs = isKeptName(name) && (await lstat(join(eventFolder, name))).isFile();
    (isOurs ? names : leftOut).push(name);
  }
  return { names, leftOut };
}

async function namesIn(eventFolder: string, folder: string): Promise<readonly string[]> {
  try {
    const names = await readdir(join(eventFolder, folder));
    return names.filter((name) => !name.startsWith(".")).map((name) => `${folder}${name}`);
  } catch (error) {
    if (reasonOf(error) === "ENOENT") return [];
    throw error;
  }
}

interface Survey {
  readonly manifest: ArchiveManifest;
  readonly leftOut: readonly string[];
}

async function survey(
  eventFolder: string,
  names: readonly string[],
  today: string,
  signal: AbortSignal | undefined,
): Promise<Result<Survey, KeepingFailure>> {
  const name = basename(resolve(eventFolder));
  const files: ListedFile[] = [];
  const articles: Article[] = [];
  const leftOut: string[] = [];
  let event: NewsEvent | null = null;
  for (const path of names) {
    signal?.throwIfAborted();
    const read = await readKept(join(eventFolder, path), path);
    if (!read.ok && read.error.id === "file-unreadable" && read.error.reason === "file-too-large") {
      leftOut.push(path);
      continue;
    }
    if (!read.ok) return read;
    if (!read.value) return { ok: false, error: { id: "changed-meanwhile", article: path } };
    files.push({ path, bytes: read.value.length, sha256: hashOf(read.value) });
    if (path === "event.yaml" && read.value.length <= corpusLimits.eventFileBytes) {
      const text = decodeUtf8(read.value);
      event = text.ok ? parseEvent(text.value, path, name).value : null;
    } else if (path.startsWith("articles/")) {
      const article = checkArticleFile(read.value, path.slice("articles/".length, -".md".length), today);
      if (article.ok) articles.push(article.value);
    }
  }
  const { version } = mergeParts([{ event, name, articles, problems: [] }], eventFolder);
  const served = files.filter(({ path }) => path.startsWith("articles/")).length;
  const manifest = { event: slugOf(name), corpus: version, articles: served, files };
  return { ok: true, value: { manifest, leftOut } };
}

async function writeArchive(
  eventFolder: string,
  manifest: ArchiveManifest,
  out: string | Writable,
  signal: AbortSignal | undefined,
): Promise<Result<null, KeepingFailure>> {
  const { readable, controller } = createTarPacker();
  const gzip = createGzip({ level: 9 });
  const packing = pack(eventFolder, manifest, controller, signal);
  const compressing = pipeline(Readable.fromWeb(readable), gzip, { signal });
  // What goes wrong here is met again where the compressed bytes are read.
  compressing.catch(() => undefined);
  try {
    if (typeof out === "string") await writeNewFile(out, gzip);
    else await pipeline(gzip, out, { signal });
  } catch (error) {
    gzip.destroy();
    controller.error(error);
    const packed = await packing;
    signal?.throwIfAborted();
    if (!packed.ok && packed.error.id !== "file-unwritable") return packed;
    if (typeof out === "string" && reasonOf(error) === "EEXIST") {
      return { ok: false, error: { id: "name-taken", file: out } };
    }
    throw error;
  }
  return await packing;
}

/** Never rejects: what stops it also ends the archive's bytes with an error. */
async function pack(
  eventFolder: string,
  manifest: ArchiveManifest,
  controller: TarPackController,
  signal: AbortSignal | undefined,
): Promise<Result<null, KeepingFailure>> {
  const stop = (error: KeepingFailure): Result<null, KeepingFailure> => {
    controller.error(new Error(error.id));
    return { ok: false, error };
  };
  try {
    await addFile(controller, manifestName, Buffer.from(serializeManifest(manifest)));
    for (const { path, sha256 } of manifest.files) {
      signal?.throwIfAborted();
      const read = await readKept(join(eventFolder, path), path);
      if (!read.ok) return stop(read.error);
      if (!read.value || hashOf(read.value) !== sha256) return stop({ id: "changed-meanwhile", article: path });
      await addFile(controller, path, read.value);
    }
    controller.finalize();
    return { ok: true, value: null };
  } catch (error) {
    return stop({ id: "file-unwritable", file: "-", reason: reasonOf(error) });
  }
}

async function addFile(controller: TarPackController, name: string, bytes: Uint8Array): Promise<void> {
  const header = { name, size: bytes.length, mtime: new Date(0), mode: 0o644, uid: 0, gid: 0, type: "file" } as const;
  const writer = controller.add(header).getWriter();
  if (bytes.length > 0) await writer.write(bytes);
  await writer.close();
}

/** SHA-256 as hex digits. */
function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
