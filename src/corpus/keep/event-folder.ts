import { lstat } from "node:fs/promises";
import { join } from "node:path";
import type { KeepingFailure } from "../../domain/keeping.ts";
import type { Result } from "../../domain/result.ts";
import { isArticleId } from "../parse-article.ts";
import { readFileBytes, reasonOf } from "../read-text-file.ts";
import type { KeepFiles } from "./keep-files.ts";

/** The folders of an event: what is served, what was replaced, what was taken out. */
export type EventPart = "articles" | "history" | "withdrawn";

export const eventParts = ["articles", "history", "withdrawn"] as const satisfies readonly EventPart[];

/** The most bytes of a file of an event that are read: more than an article may have, so that a bad one can be kept. */
export const keptFileBytes = 2 * 1024 * 1024;

/** How to change an event folder. */
export interface KeepOptions {
  readonly signal?: AbortSignal;
  /** The day to count as today, `YYYY-MM-DD`; else today in UTC. */
  readonly today?: string;
  /** How long to wait for others who change the folder, in milliseconds; else ten seconds. */
  readonly wait?: number;
  /** Else the file system's. */
  readonly files?: KeepFiles;
}

/** An event folder that nobody else changes. */
export interface EventFolder {
  readonly path: string;
  readonly files: KeepFiles;
  readonly signal: AbortSignal | undefined;
  readonly today: string;
}

export function todayOf({ today }: Pick<KeepOptions, "today">): string {
  return today ?? new Date().toISOString().slice(0, 10);
}

/** Turns what the file system throws into a value. @param file what to name where the error does not tell */
export async function guarded<T>(
  file: string,
  signal: AbortSignal | undefined,
  action: () => Promise<Result<T, KeepingFailure>>,
): Promise<Result<T, KeepingFailure>> {
  try {
    return await action();
  } catch (error) {
    signal?.throwIfAborted();
    return { ok: false, error: writeFailure(error, file) };
  }
}

/** What an error of the file system means for whoever wanted to write. */
export function writeFailure(error: unknown, file: string): KeepingFailure {
  const reason = reasonOf(error);
  return ["ENOSPC", "EDQUOT"].includes(reason) ? { id: "disk-full", file } : { id: "file-unwritable", file, reason };
}

/** Why the folder cannot be worked with, or null. */
export async function whyNoEvent(path: string): Promise<KeepingFailure | null> {
  for (const folder of [path, ...eventParts.map((part) => join(path, part))]) {
    const why = await whyNoFolder(folder);
    // History and withdrawn articles come with the first of them.
    if (why === "missing" && folder !== path && !folder.endsWith("articles")) continue;
    if (why) return { id: "not-an-event-folder", folder, why };
  }
  return null;
}

/** Why there is no true folder at a path, or null where there is one. */
export async function whyNoFolder(path: string): Promise<"missing" | "link" | "not-a-folder" | null> {
  try {
    const stats = await lstat(path);
    if (stats.isSymbolicLink()) return "link";
    return stats.isDirectory() ? null : "not-a-folder";
  } catch (error) {
    if (reasonOf(error) === "ENOENT") return "missing";
    if (reasonOf(error) === "ENOTDIR") return "not-a-folder";
    throw error;
  }
}

/** Makes a folder, unless somebody else has made it meanwhile. */
export async function makeFolder(path: string, files: KeepFiles): Promise<void> {
  try {
    await files.makeFolder(path);
  } catch (error) {
    if (reasonOf(error) !== "EEXIST") throw error;
  }
}

/** Where an article's file is, or would be; its folder is made where it is missing. */
export async function placeFor(
  folder: EventFolder,
  part: Exclude<EventPart, "history">,
  id: string,
): Promise<Result<string, KeepingFailure>> {
  const room = join(folder.path, part);
  const unusable = await ensureFolder(room, folder.files);
  return unusable ? { ok: false, error: unusable } : { ok: true, value: join(room, `${id}.md`) };
}

/** Sees to it that a true folder is there. Returns why there is none. */
export async function ensureFolder(path: string, files: KeepFiles): Promise<KeepingFailure | null> {
  const why = await whyNoFolder(path);
  if (why === null) return null;
  if (why !== "missing") return { id: "not-an-event-folder", folder: path, why };
  await makeFolder(path, files);
  return null;
}

/** Refuses an id that could lead out of the folder, before any path is made of it. */
export function checkId(id: string): Result<string, KeepingFailure> {
  return isArticleId(id)
    ? { ok: true, value: id }
    : { ok: false, error: { id: "article-id-invalid", received: id.slice(0, 200) } };
}

/** The bytes of a file of the event; null where there is none. */
export async function readKept(path: string, shown: string): Promise<Result<Buffer | null, KeepingFailure>> {
  const bytes = await readFileBytes(path, keptFileBytes);
  if (bytes.ok) return bytes;
  const { error } = bytes;
  const reason = error.id === "file-unreadable" ? error.reason : error.id;
  if (reason === "ENOENT") return { ok: true, value: null };
  return { ok: false, error: { id: "file-unreadable", file: shown, reason } };
}
