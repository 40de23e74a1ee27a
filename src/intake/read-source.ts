import { corpusLimits } from "../corpus/limits.ts";
import type { GivenFields, SourceBytes, SourceReading } from "../domain/intake.ts";
import { decodeText } from "./bytes/decode-text.ts";
import { formatByMagic } from "./bytes/magic.ts";
import { kindOfText, statedKind, type SourceKind } from "./bytes/source-kind.ts";
import { sourceName } from "./bytes/source-name.ts";
import { readFeed } from "./feed/read-feed.ts";
import { intakeLimits } from "./limits.ts";
import { readPage } from "./page/read-page.ts";
import { readPdf } from "./pdf/read-pdf.ts";
import { doubt, refused } from "./report.ts";
import { readJsonLines } from "./text/read-json-lines.ts";
import { readMarkdown, readText } from "./text/read-text.ts";

/** How to read a source. */
export interface ReadOptions {
  readonly given: GivenFields;
  /** The day to count as today, `YYYY-MM-DD`. */
  readonly today: string;
  readonly signal: AbortSignal;
}

/** The most bytes of each kind that are read. */
const limits = {
  html: intakeLimits.htmlBytes,
  pdf: intakeLimits.pdfBytes,
  "xml-feed": intakeLimits.feedBytes,
  "json-feed": intakeLimits.feedBytes,
  "json-lines": corpusLimits.importedJsonLinesBytes,
  "front-matter": corpusLimits.importedTextBytes,
  markdown: corpusLimits.importedTextBytes,
  text: corpusLimits.importedTextBytes,
} as const satisfies Readonly<Record<Exclude<SourceKind["type"], "unsupported">, number>>;

/**
 * Reads a source of whatever kind: which articles are in it, or for a feed where they are. The kind is told by content,
 * then by content type, then by name. What cannot be read, and all that had to be guessed, is told in `problems`.
 * @throws only the signal's reason, once it fires
 */
export async function readSource(source: SourceBytes, options: ReadOptions): Promise<SourceReading> {
  options.signal.throwIfAborted();
  const { name, bytes } = source;
  if (sourceName(source).isHidden) return refused(name, { id: "format-unsupported", format: name });
  if (bytes.length > corpusLimits.importedJsonLinesBytes) return tooLarge(source, corpusLimits.importedJsonLinesBytes);
  const magic = formatByMagic(bytes);
  if (magic === "pdf") return await readBytesOfPdf(source, options);
  if (magic !== null) return refused(name, { id: "format-unsupported", format: magic.unsupported });
  if (bytes.length === 0) return refused(name, { id: "body-empty" });
  const decoded = decodeText(source);
  if (!decoded.ok) {
    const stated = statedKind(source);
    if (stated.type === "pdf") return refused(name, { id: "pdf-damaged" });
    return refused(
      name,
      stated.type === "unsupported" ? { id: "format-unsupported", format: stated.format } : decoded.error,
    );
  }
  const { text, doubts } = decoded.value;
  if (text.trim() === "") return refused(name, { id: "body-empty" });
  const reading = await readDecoded(text, source, options);
  return { ...reading, problems: [...doubts.map((detail) => doubt(name, null, detail)), ...reading.problems] };
}

async function readDecoded(text: string, source: SourceBytes, options: ReadOptions): Promise<SourceReading> {
  const { given, today, signal } = options;
  const kind = kindOfText(text, source);
  if (kind.type === "unsupported") {
    return refused(source.name, { id: "format-unsupported", format: kind.format });
  }
  if (source.bytes.length > limits[kind.type]) return tooLarge(source, limits[kind.type]);
  switch (kind.type) {
    case "html":
      return await readPage(text, { name: source.name, url: source.url, given, today, signal });
    case "pdf":
      return await readBytesOfPdf(source, options);
    case "xml-feed":
      return await readFeed({ format: "xml", text, name: source.name, url: source.url, today }, signal);
    case "json-feed":
      return await readFeed({ format: "json", text, name: source.name, url: source.url, today }, signal);
    case "json-lines":
      return await readJsonLines(text, source, options);
    case "front-matter":
      return readMarkdown(text, source, given, today);
    case "markdown":
    case "text":
      return readText(text, source, given, today);
  }
}

async function readBytesOfPdf(source: SourceBytes, options: ReadOptions): Promise<SourceReading> {
  return source.bytes.length > limits.pdf ? tooLarge(source, limits.pdf) : await readPdf(source, options);
}

function tooLarge({ name, bytes }: SourceBytes, limit: number): SourceReading {
  return refused(name, { id: "file-too-large", bytes: bytes.length, limit });
}
