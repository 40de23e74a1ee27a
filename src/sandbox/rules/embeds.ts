import { isGiven, isRecord, lengthOf, listOf, type Path } from "./json.ts";
import { checkLink } from "./links.ts";
import type { Report } from "./report.ts";

const mostInAll = 6000;
const web = ["http", "https"];
const media = ["http", "https", "attachment"];

/** Discord's rules on embeds that its published description leaves out: empty parts, 6,000 characters in all, links. */
export function checkEmbeds(embeds: unknown, path: Path, files: ReadonlySet<string>, report: Report): void {
  let inAll = 0;
  listOf(embeds).forEach((embed, index) => {
    if (!isRecord(embed)) return;
    const here = [...path, index];
    if (!showsSomething(embed)) report.required([...here, "description"]);
    inAll += sizeOf(embed);
    checkFields(embed["fields"], [...here, "fields"], report);
    checkParts(embed, here, files, report);
    if (inAll > mostInAll) {
      report.add(here, "MAX_EMBED_SIZE_EXCEEDED", `Embed size exceeds maximum size of ${mostInAll}`);
    }
  });
}

function showsSomething(embed: Readonly<Record<string, unknown>>): boolean {
  const parts = ["image", "thumbnail", "video", "author", "footer", "timestamp"];
  return (
    isText(embed["title"]) ||
    isText(embed["description"]) ||
    listOf(embed["fields"]).length > 0 ||
    parts.some((part) => isGiven(embed[part]))
  );
}

function sizeOf(embed: Readonly<Record<string, unknown>>): number {
  const footer = isRecord(embed["footer"]) ? lengthOf(embed["footer"]["text"]) : 0;
  const author = isRecord(embed["author"]) ? lengthOf(embed["author"]["name"]) : 0;
  const fields = listOf(embed["fields"]).reduce<number>(
    (sum, field) => sum + (isRecord(field) ? lengthOf(field["name"]) + lengthOf(field["value"]) : 0),
    0,
  );
  return lengthOf(embed["title"]) + lengthOf(embed["description"]) + footer + author + fields;
}

function checkFields(fields: unknown, path: Path, report: Report): void {
  listOf(fields).forEach((field, index) => {
    if (!isRecord(field)) return;
    for (const key of ["name", "value"]) if (!isText(field[key])) report.required([...path, index, key]);
  });
}

function checkParts(
  embed: Readonly<Record<string, unknown>>,
  path: Path,
  files: ReadonlySet<string>,
  report: Report,
): void {
  checkLink(embed["url"], web, [...path, "url"], report);
  if (isRecord(embed["author"])) {
    if (!isText(embed["author"]["name"])) report.required([...path, "author", "name"]);
    checkLink(embed["author"]["url"], web, [...path, "author", "url"], report);
  }
  if (isRecord(embed["footer"]) && !isText(embed["footer"]["text"])) report.required([...path, "footer", "text"]);
  for (const [part, key] of [
    ["image", "url"],
    ["thumbnail", "url"],
    ["author", "icon_url"],
    ["footer", "icon_url"],
  ] as const) {
    const holder = embed[part];
    if (!isRecord(holder)) continue;
    const here = [...path, part, key];
    if (key === "url" && !isText(holder[key])) report.required(here);
    checkLink(holder[key], media, here, report);
    checkAttached(holder[key], here, files, report);
  }
}

function checkAttached(value: unknown, path: Path, files: ReadonlySet<string>, report: Report): void {
  const prefix = "attachment://";
  if (typeof value !== "string" || !value.startsWith(prefix) || files.has(value.slice(prefix.length))) return;
  report.add(
    path,
    "UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND",
    "The referenced attachment was not found or contained an invalid filename",
  );
}

/** Discord trims what it is given: white space alone is nothing. */
function isText(value: unknown): boolean {
  return typeof value === "string" && value.trim() !== "";
}
