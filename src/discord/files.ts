import type { RawFile } from "discord.js";
import type { Reply } from "../domain/reply.ts";
import { cleanText } from "../present/text/clean.ts";
import { cut } from "../present/text/cut.ts";
import { LIMITS } from "../present/text/limits.ts";
import type { OnCut } from "./labels.ts";

const { files: most, fileNameLength, fileDescriptionLength, filesBytes } = LIMITS.message;
const FALLBACK_NAME = "file.txt";
/** Largest picture, in bytes: half of what files may take together. */
const PICTURE_BYTES = filesBytes / 2;
/** The only names that `attachment://` finds. */
const PICTURE_NAME = /^\w[\w-]{0,60}\.png$/u;

/** A file as it is uploaded. */
export interface ReplyFile extends RawFile {
  /** What a picture shows, for those who do not see it. */
  readonly description?: string;
}

/** What a message tells of a file that travels beside it. */
export interface SentFile {
  /** Its place among the files. */
  readonly id: string;
  readonly filename: string;
  readonly description?: string;
}

/**
 * The files of a reply, its picture first. What is too much is left out whole and reported: half a file would be mistaken
 * for one.
 *
 * @see https://discord.com/developers/docs/reference#uploading-files
 */
export function toFiles(reply: Reply, onCut: OnCut): readonly ReplyFile[] {
  const { attachments = [] } = reply;
  let room: number = filesBytes;
  const files: ReplyFile[] = [];
  const picture = pictureFile(reply);
  if (picture === null && reply.picture !== undefined) onCut("picture");
  if (picture !== null) {
    room -= picture.data.length;
    files.push(picture);
  }
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

/** The picture of a reply as a file; null for none, and for one that cannot be sent. */
export function pictureFile({ picture }: Reply): (ReplyFile & { readonly data: Buffer }) | null {
  if (picture === undefined || !PICTURE_NAME.test(picture.name) || picture.data.byteLength > PICTURE_BYTES) return null;
  const description = cut(cleanText(picture.alt).trim(), fileDescriptionLength);
  return { name: picture.name, data: Buffer.from(picture.data), contentType: "image/png", description };
}

/** What a message tells of its files: those that are not told of are removed by an edit. */
export function attachedFiles(files: readonly ReplyFile[]): SentFile[] {
  return files.map(({ name, description }, place) => ({
    id: String(place),
    filename: name,
    ...(description === undefined || description === "" ? {} : { description }),
  }));
}

/** Letters, digits, `.`, `_` and `-`, not beginning with a dot: no folder, no hidden file. The end is kept, for its extension. */
function cleanName(name: string): string {
  const safe = name
    .replaceAll(/[^\p{L}\p{N}._-]+/gu, "-")
    .replace(/^[.-]+/u, "")
    .slice(-fileNameLength);
  return safe === "" ? FALLBACK_NAME : safe;
}
