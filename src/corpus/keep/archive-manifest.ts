import { z } from "zod";
import type { ArchiveFlaw } from "../../domain/keeping.ts";
import type { Result } from "../../domain/result.ts";
import { isArticleId } from "../parse-article.ts";
import { keptFileBytes } from "./event-folder.ts";

/** What an archive of an event may hold. */
export const archiveLimits = Object.freeze({
  files: 20_000,
  fileBytes: keptFileBytes,
  /** Of all files together, unpacked. */
  bytes: 1024 * 1024 * 1024,
  manifestBytes: 8 * 1024 * 1024,
});

/** The archive's first entry: it tells what else there is. */
export const manifestName = "manifest.json";

const format = "footnote-event";
const formatVersion = 1;

const manifestSchema = z.object({
  format: z.literal(format),
  version: z.literal(formatVersion),
  event: z.string().min(1).max(200),
  corpus: z.string().regex(/^[0-9a-f]{12}$/u),
  articles: z.int().nonnegative(),
  files: z.array(
    z.object({ path: z.string().max(200), bytes: z.int().nonnegative(), sha256: z.string().regex(/^[0-9a-f]{64}$/u) }),
  ),
});

/** What an archive of an event says of itself. Sizes in bytes, hashes as hex digits. */
export type ArchiveManifest = Omit<z.infer<typeof manifestSchema>, "format" | "version">;

/** One file of an event, as a manifest lists it. */
export type ListedFile = ArchiveManifest["files"][number];

/** An archive is refused: for what, and for which entry. */
export interface ArchiveRefusal {
  readonly entry: string | null;
  readonly why: ArchiveFlaw;
}

/** The manifest's text; the same event gives the same one. */
export function serializeManifest({ event, corpus, articles, files }: ArchiveManifest): string {
  return `${JSON.stringify({ format, version: formatVersion, event, corpus, articles, files }, null, 1)}\n`;
}

/** Reads a manifest from a stranger; all that it lists is of an event's layout, once, and within the limits. */
export function parseManifest(text: string): Result<ArchiveManifest, ArchiveRefusal> {
  const refuse = (why: ArchiveFlaw, entry: string = manifestName) => ({ ok: false, error: { entry, why } }) as const;
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return refuse("manifest-invalid");
  }
  const parsed = manifestSchema.safeParse(data);
  if (!parsed.success) {
    const isOther = parsed.error.issues.some(({ path }) => path[0] === "format" || path[0] === "version");
    return refuse(isOther ? "format-unknown" : "manifest-invalid");
  }
  const { files } = parsed.data;
  const overall = flawOfSizes(files);
  if (overall) return refuse(overall);
  const names = new Set<string>();
  for (const { path, bytes, sha256 } of files) {
    if (!isKeptName(path)) return refuse("name-not-ours", path);
    if (names.has(path)) return refuse("twice", path);
    if (bytes > archiveLimits.fileBytes) return refuse("file-too-large", path);
    if (path.startsWith("history/") && !path.endsWith(`/${sha256.slice(0, 12)}.md`)) return refuse("hash-wrong", path);
    names.add(path);
  }
  const served = files.filter(({ path }) => path.startsWith("articles/")).length;
  return served === parsed.data.articles ? { ok: true, value: parsed.data } : refuse("manifest-invalid");
}

/** Whether there are too many files for an archive, or too large ones. */
export function flawOfSizes(files: readonly ListedFile[]): "too-many-files" | "too-large" | null {
  if (files.length > archiveLimits.files) return "too-many-files";
  return files.reduce((sum, { bytes }) => sum + bytes, 0) > archiveLimits.bytes ? "too-large" : null;
}

/** Whether a path is one of an event's own files. */
export function isKeptName(path: string): boolean {
  if (path === "event.yaml" || path === "gold.yaml") return true;
  const [part, id = "", version, ...more] = path.replace(/\.md$/u, "").split("/");
  if (!path.endsWith(".md") || !isArticleId(id) || more.length > 0) return false;
  if (part === "history") return version !== undefined && /^[0-9a-f]{12}$/u.test(version);
  return (part === "articles" || part === "withdrawn") && version === undefined;
}
