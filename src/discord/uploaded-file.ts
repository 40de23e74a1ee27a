import type { AttachedFile } from "../domain/command.ts";
import { cleanText } from "../present/text/clean.ts";
import { cut } from "../present/text/cut.ts";
import { LIMITS } from "../present/text/limits.ts";
import { attachment } from "./interaction-schemas.ts";

/** Where Discord keeps what people upload. */
const FILE_HOSTS: ReadonlySet<string> = new Set(["https://cdn.discordapp.com", "https://media.discordapp.net"]);
const UNNAMED = "file";

/**
 * Reads what an interaction tells of a file that somebody uploaded.
 *
 * @param apiUrl base of the API that was set in place of Discord's own, which may keep files itself; null for none
 * @returns null where it makes no sense, or where the file would have to be fetched from anywhere else
 */
export function readUploadedFile(told: unknown, apiUrl: string | null): AttachedFile | null {
  const read = attachment.safeParse(told);
  if (!read.success) return null;
  const { filename, size, url, content_type } = read.data;
  if (!isFileAddress(url, apiUrl)) return null;
  return { name: nameOf(filename), contentType: content_type ?? null, size, url };
}

function isFileAddress(address: string, apiUrl: string | null): boolean {
  if (!URL.canParse(address)) return false;
  const { origin, username, password } = new URL(address);
  if (username !== "" || password !== "") return false;
  return FILE_HOSTS.has(origin) || (apiUrl !== null && URL.canParse(apiUrl) && origin === new URL(apiUrl).origin);
}

/** The last part of a path, on one line. Its extension stays where it is cut. */
function nameOf(filename: string): string {
  const own = cleanText(filename).split(/[/\\]/u).at(-1)?.trim() ?? "";
  const [, extension = ""] = /(\.[\p{L}\p{N}]{1,10})$/u.exec(own) ?? [];
  const room = LIMITS.message.fileNameLength - extension.length;
  const stem = own.slice(0, own.length - extension.length);
  return /^\.*$/u.test(own) ? UNNAMED : `${cut(stem, room)}${extension}`;
}
