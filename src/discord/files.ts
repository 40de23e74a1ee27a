import type { RawFile } from "discord.js";
import type { Reply } from "../domain/reply.ts";
import { LIMITS } from "../present/limits.ts";
import type { OnCut } from "./labels.ts";

const { files: most, fileNameLength, filesBytes } = LIMITS.message;
const FALLBACK_NAME = "file.txt";

/**
 * The files of a reply. What is too much is left out whole and reported: half a file would be mistaken for one.
 *
 * @see https://discord.com/developers/docs/reference#uploading-files
 */
export function toFiles({ attachments = [] }: Reply, onCut: OnCut): readonly RawFile[] {
  let room: number = filesBytes;
  const files: RawFile[] = [];
  for (const { name, text } of attachments) {
    const data = Buffer.from(text, "utf8");
    if (files.length === most || data.byteLength > room) {
      onCut("attachments");
      continue;
    }
    room -= data.byteLength;
    files.push({ name: cleanName(name), data, contentType: "text/plain; charset=utf-8" });
  }
  return files;
}

/** Letters, digits, `.`, `_` and `-`, not beginning with a dot: no folder, no hidden file. The end is kept, for its extension. */
function cleanName(name: string): string {
  const safe = name
    .replaceAll(/[^\p{L}\p{N}._-]+/gu, "-")
    .replace(/^[.-]+/u, "")
    .slice(-fileNameLength);
  return safe === "" ? FALLBACK_NAME : safe;
}
