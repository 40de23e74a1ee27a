import type { GivenFields, SourceReading } from "../../domain/intake.ts";

/** How to read a page. */
export interface PageOptions {
  /** The source's name, for messages. */
  readonly name: string;
  /** Address it was fetched from; null where it was not. */
  readonly url: string | null;
  readonly given: GivenFields;
  /** `YYYY-MM-DD` */
  readonly today: string;
  readonly signal: AbortSignal;
}

/** Reads the article of an HTML page. */
export async function readPage(_html: string, { name, signal }: PageOptions): Promise<SourceReading> {
  signal.throwIfAborted();
  const detail = { id: "format-unsupported", format: "HTML" } as const;
  return await Promise.resolve({
    drafts: [],
    entries: [],
    problems: [{ severity: "error", file: name, line: null, field: null, detail }],
  });
}
