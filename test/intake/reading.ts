import type { GivenFields, SourceReading } from "../../src/domain/intake.ts";
import { readSource } from "../../src/intake/read-source.ts";

export const today = "2026-11-23";

/** What a test says of a source; the rest is as for a file of that name. */
interface Said {
  readonly url?: string;
  readonly contentType?: string;
  readonly given?: GivenFields;
  readonly signal?: AbortSignal;
}

/** Reads a source as the program does. */
export async function read(name: string, content: string | Uint8Array, said: Said = {}): Promise<SourceReading> {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const source = { name, url: said.url ?? null, contentType: said.contentType ?? null, bytes };
  const signal = said.signal ?? new AbortController().signal;
  return await readSource(source, { given: said.given ?? {}, today, signal });
}

/** Identifiers of what was wrong: `error format-unsupported`. */
export function ids({ problems }: SourceReading): readonly string[] {
  return problems.map(({ severity, detail }) => `${severity} ${detail.id}`);
}

/** Why a source was refused, in one word. */
export function refusals(reading: SourceReading): readonly string[] {
  return reading.problems.filter(({ severity }) => severity === "error").map(({ detail }) => detail.id);
}
