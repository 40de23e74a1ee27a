import { createHash } from "node:crypto";
import { lstat, readdir } from "node:fs/promises";
import { join } from "node:path";
import type { ArticleVersion, KeepingFailure } from "../../domain/keeping.ts";
import type { Result } from "../../domain/result.ts";
import { reasonOf } from "../read-text-file.ts";
import { sweepStrays } from "../write-atomically.ts";
import { changeEvent } from "./change-event.ts";
import { checkArticleFile } from "./check-article-file.ts";
import {
  checkId,
  ensureFolder,
  guarded,
  placeFor,
  readKept,
  whyNoEvent,
  type EventFolder,
  type KeepOptions,
} from "./event-folder.ts";
import { withoutWithdrawal } from "./withdrawal-marks.ts";

/** First 12 hex digits of the SHA-256 of a file's bytes. */
export function versionOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex").slice(0, 12);
}

/** Keeps a file's bytes in the history of an article, once; this comes before they are replaced. Returns the version. */
export async function keepVersion(
  folder: EventFolder,
  id: string,
  bytes: Uint8Array,
): Promise<Result<string, KeepingFailure>> {
  const history = join(folder.path, "history");
  const place = join(history, id);
  for (const each of [history, place]) {
    const unusable = await ensureFolder(each, folder.files);
    if (unusable) return { ok: false, error: unusable };
  }
  await sweepStrays(place);
  const version = versionOf(bytes);
  const file = `history/${id}/${version}.md`;
  const kept = await readKept(join(folder.path, file), file);
  if (!kept.ok) return kept;
  if (kept.value === null) await folder.files.create(join(folder.path, file), bytes);
  else if (!kept.value.equals(bytes)) return { ok: false, error: { id: "name-taken", file } };
  return { ok: true, value: version };
}

/** The earlier versions of an article, the last that was replaced first. None is no failure. */
export async function listVersions(
  eventFolder: string,
  id: string,
): Promise<Result<readonly ArticleVersion[], KeepingFailure>> {
  const checked = checkId(id);
  if (!checked.ok) return checked;
  return await guardedReading(`history/${id}`, async () => {
    const unusable = await whyNoHistory(eventFolder, id);
    if (unusable) return { ok: false, error: unusable };
    const versions: ArticleVersion[] = [];
    for (const name of await namesIn(join(eventFolder, "history", id))) {
      const version = /^([0-9a-f]{12})\.md$/u.exec(name)?.[1];
      if (version === undefined) continue;
      const stats = await lstat(join(eventFolder, "history", id, name));
      if (stats.isFile()) versions.push({ version, keptAt: stats.mtime.toISOString(), bytes: stats.size });
    }
    const value = versions.sort((a, b) => (a.keptAt === b.keptAt ? 0 : a.keptAt < b.keptAt ? 1 : -1));
    return { ok: true, value };
  });
}

/** The bytes of an earlier version of an article. */
export async function readVersion(
  eventFolder: string,
  id: string,
  version: string,
): Promise<Result<Buffer, KeepingFailure>> {
  const checked = checkId(id);
  if (!checked.ok) return checked;
  const missing = { id: "version-missing", article: id, version: version.slice(0, 200) } as const;
  if (!/^[0-9a-f]{12}$/u.test(version)) return { ok: false, error: missing };
  return await guardedReading(`history/${id}`, async () => {
    const unusable = await whyNoHistory(eventFolder, id);
    if (unusable) return { ok: false, error: unusable };
    const file = `history/${id}/${version}.md`;
    const bytes = await readKept(join(eventFolder, file), file);
    if (!bytes.ok) return bytes;
    return bytes.value === null ? { ok: false, error: missing } : { ok: true, value: bytes.value };
  });
}

/**
 * Serves an earlier version of an article again; what it replaces becomes history. Where nothing is served by that id,
 * the version is simply put back.
 * @returns the version that was replaced, or null
 */
export async function restoreVersion(
  eventFolder: string,
  id: string,
  version: string,
  options: KeepOptions = {},
): Promise<Result<string | null, KeepingFailure>> {
  const checked = checkId(id);
  if (!checked.ok) return checked;
  return await changeEvent(eventFolder, options, false, async (folder) => {
    const wanted = await readVersion(eventFolder, id, version);
    if (!wanted.ok) return wanted;
    const bytes = withoutWithdrawal(wanted.value);
    const sound = checkArticleFile(bytes, id, folder.today);
    if (!sound.ok) return sound;
    const place = await placeFor(folder, "articles", id);
    if (!place.ok) return place;
    const present = await readKept(place.value, `articles/${id}.md`);
    if (!present.ok) return present;
    if (present.value?.equals(bytes) === true) return { ok: true, value: null };
    return await replaceKept(folder, id, place.value, present.value, bytes);
  });
}

/** Puts `bytes` in an article's place; what was there is kept first. Returns the version of what was there. */
export async function replaceKept(
  folder: EventFolder,
  id: string,
  place: string,
  present: Uint8Array | null,
  bytes: Uint8Array,
): Promise<Result<string | null, KeepingFailure>> {
  if (present === null) {
    await folder.files.create(place, bytes);
    return { ok: true, value: null };
  }
  const kept = await keepVersion(folder, id, present);
  if (kept.ok) await folder.files.replace(place, bytes);
  return kept;
}

async function whyNoHistory(eventFolder: string, id: string): Promise<KeepingFailure | null> {
  const unusable = await whyNoEvent(eventFolder);
  if (unusable) return unusable;
  const folder = join(eventFolder, "history", id);
  try {
    return (await lstat(folder)).isDirectory() ? null : { id: "not-an-event-folder", folder, why: "not-a-folder" };
  } catch (error) {
    if (reasonOf(error) === "ENOENT") return null;
    throw error;
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (reasonOf(error) === "ENOENT") return [];
    throw error;
  }
}

async function guardedReading<T>(
  file: string,
  read: () => Promise<Result<T, KeepingFailure>>,
): Promise<Result<T, KeepingFailure>> {
  const result = await guarded(file, undefined, read);
  if (result.ok || result.error.id !== "file-unwritable") return result;
  return { ok: false, error: { id: "file-unreadable", file, reason: result.error.reason } };
}
