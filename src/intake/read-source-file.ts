import { isJsonLinesName } from "../corpus/json-lines-name.ts";
import { corpusLimits } from "../corpus/limits.ts";
import { readFileBytes } from "../corpus/read-text-file.ts";
import type { SourceReading } from "../domain/intake.ts";
import { sourceName } from "./bytes/source-name.ts";
import { intakeLimits } from "./limits.ts";
import { readSource, type ReadOptions } from "./read-source.ts";
import { refused } from "./report.ts";

/**
 * Reads a file as a source. A file that is too large, no plain file, hidden or of a kind that is not read is refused by
 * its name and size, before anything of it is read.
 * @throws only the signal's reason, once it fires
 */
export async function readSourceFile(path: string, options: ReadOptions): Promise<SourceReading> {
  options.signal.throwIfAborted();
  const named = { name: path, url: null };
  const { isHidden } = sourceName(named);
  if (isHidden) return refused(path, { id: "format-unsupported", format: path });
  // An unknown ending may still be a page or a feed, but nothing of that kind is larger than a PDF.
  const limit = isJsonLinesName(path) ? corpusLimits.importedJsonLinesBytes : intakeLimits.pdfBytes;
  const bytes = await readFileBytes(path, limit);
  if (!bytes.ok) return refused(path, bytes.error);
  return await readSource({ ...named, contentType: null, bytes: bytes.value }, options);
}
