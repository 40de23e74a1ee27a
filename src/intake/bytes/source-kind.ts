import { isJsonLinesName } from "../../corpus/json-lines-name.ts";
import type { SourceBytes } from "../../domain/intake.ts";
import { firstTag } from "./first-tag.ts";
import { sourceName } from "./source-name.ts";

/** What a source is. */
export type SourceKind =
  | { readonly type: "html" | "pdf" | "xml-feed" | "json-feed" | "json-lines" | "front-matter" | "markdown" | "text" }
  /** In words, for a message. */
  | { readonly type: "unsupported"; readonly format: string };

/** Elements that a page, or a piece of one, begins with. */
const pageTags = new Set(
  (
    "a amp article aside b body br center dl div em figure font footer form h1 h2 h3 h4 head header html i iframe img link " +
    "main meta nav noscript ol p picture pre script section span strong style table title ul !doctype"
  ).split(" "),
);

/** Kinds by the content type a server states, its parameters left out. */
const contentTypes: readonly (readonly [RegExp, SourceKind])[] = [
  [/^(?:text\/html|application\/xhtml\+xml)$/u, { type: "html" }],
  [/^application\/(?:x-)?pdf$/u, { type: "pdf" }],
  [/^application\/(?:rss|atom|rdf)\+xml$/u, { type: "xml-feed" }],
  [/^application\/feed\+json$/u, { type: "json-feed" }],
  [/^application\/(?:x-)?(?:ndjson|jsonl(?:ines)?)$|^text\/jsonl$/u, { type: "json-lines" }],
  [/^text\/(?:x-)?markdown$/u, { type: "markdown" }],
  [/^text\/plain$/u, { type: "text" }],
];

const extensions: Readonly<Record<string, SourceKind>> = {
  ".html": { type: "html" },
  ".htm": { type: "html" },
  ".xhtml": { type: "html" },
  ".pdf": { type: "pdf" },
  ".rss": { type: "xml-feed" },
  ".atom": { type: "xml-feed" },
  ".rdf": { type: "xml-feed" },
  ".md": { type: "markdown" },
  ".markdown": { type: "markdown" },
  ".txt": { type: "text" },
  ".text": { type: "text" },
  "": { type: "text" },
};

/**
 * What a source is: by how its text begins, else by the content type a server stated, else by its name.
 * @param text the source as decoded
 */
export function kindOfText(text: string, source: SourceBytes): SourceKind {
  const stated = statedKind(source);
  const byContent = kindByContent(text, stated);
  if (byContent !== null) return byContent;
  return stated.type === "markdown" || stated.type === "text" ? kindOfPlain(text, stated, source) : stated;
}

/** What content type and name say, of which a binary file's first bytes know nothing. */
export function statedKind(source: SourceBytes): SourceKind {
  const type = source.contentType?.split(";")[0]?.trim().toLowerCase() ?? "";
  const found = contentTypes.find(([pattern]) => pattern.test(type))?.[1];
  if (found) return found;
  if (/^(?:image|audio|video|font)\//u.test(type) || /^text\/(?:csv|calendar|css|javascript|rtf)$/u.test(type)) {
    return { type: "unsupported", format: type };
  }
  if (isJsonLinesName(source.name) && source.url === null) return { type: "json-lines" };
  const { extension } = sourceName(source);
  const byName = Object.hasOwn(extensions, extension) ? extensions[extension] : undefined;
  return byName ?? { type: "unsupported", format: extension };
}

function kindByContent(text: string, stated: SourceKind): SourceKind | null {
  const start = /\S/u.exec(text)?.[0];
  if (start === "{" || start === "[") return kindOfJson(text, stated);
  const tag = start === "<" ? firstTag(text) : null;
  if (tag === null) return null;
  if (["rss", "feed", "rdf"].includes(tag.name)) return { type: "xml-feed" };
  if (["!doctype html", "html", "head", "body"].includes(tag.name)) return { type: "html" };
  if (tag.hasXmlDeclaration) return { type: "unsupported", format: `XML (<${tag.name}>)` };
  if (tag.name === "svg" || tag.name === "opml") return { type: "unsupported", format: tag.name.toUpperCase() };
  // Markdown may begin with a tag, and so may a text about tags.
  const isText = stated.type === "markdown" || (stated.type === "text" && !pageTags.has(tag.name));
  return !isText && pageTags.has(tag.name) ? { type: "html" } : null;
}

function kindOfJson(text: string, stated: SourceKind): SourceKind | null {
  // Ours by name: what is wrong with it is told line by line.
  if (stated.type === "json-lines" || stated.type === "json-feed") return stated;
  const head = text.slice(0, 65_536);
  if (/"version"\s*:\s*"https?:\\?\/\\?\/(?:www\.)?jsonfeed\.org/u.test(head)) return { type: "json-feed" };
  const line = /\S[^\n]*/u.exec(head)?.[0] ?? "";
  if (isRecord(line)) return { type: "json-lines" };
  return /^(?:\{\s*(?:"|\})|\[\s*[[{"\]])/u.test(head.trimStart()) ? { type: "unsupported", format: "JSON" } : null;
}

/** Whether a line is a record of ours: a whole JSON object with a text. */
function isRecord(line: string): boolean {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === "object" && value !== null && Object.hasOwn(value, "text");
  } catch {
    return false;
  }
}

/** A text that begins with a line of dashes has front matter, unless it is called plain text. */
function kindOfPlain(text: string, stated: SourceKind, source: SourceBytes): SourceKind {
  const isCalledPlain = stated.type === "text" && (source.contentType !== null || sourceName(source).extension !== "");
  return !isCalledPlain && /^---[^\n]*\r?\n/u.test(text) ? { type: "front-matter" } : stated;
}
