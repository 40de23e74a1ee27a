import { join } from "node:path";
import { z } from "zod";
import type { Problem } from "../domain/problem.ts";
import type { EventSource } from "../domain/syncing.ts";
import { eventSources } from "./field-schemas.ts";
import { corpusLimits } from "./limits.ts";
import { readTextFile } from "./read-text-file.ts";
import { nameOfPath, problemsOfIssues } from "./schema-problems.ts";
import { readYaml } from "./yaml-fields.ts";

const fields = z.object({ sources: eventSources.nullish() });

export interface ParsedSources {
  /** Empty where something is wrong with one of them. */
  readonly sources: readonly EventSource[];
  readonly problems: readonly Problem[];
}

/** Reads the `sources` of an `event.yaml`, whatever else is in it. Pure. @param file its path, for messages */
export function parseEventSources(text: string, file: string): ParsedSources {
  const { data, lineOf, problems } = readYaml(text.replaceAll("\r\n", "\n"), 1);
  const told = problems.map(({ line, field, detail }): Problem => ({ severity: "error", file, line, field, detail }));
  if (data === undefined || data === null) return { sources: [], problems: told };
  const parsed = fields.safeParse(data);
  if (parsed.success) return { sources: (parsed.data.sources ?? []).map(sourceOf), problems: told };
  const found = problemsOfIssues(parsed.error.issues, data).map(({ severity, path, detail }): Problem => {
    return { severity, file, line: lineOf(path), field: path.length === 0 ? null : nameOfPath(path), detail };
  });
  return { sources: [], problems: [...told, ...found] };
}

/** Reads those of an event's folder. */
export async function readEventSources(folder: string): Promise<ParsedSources> {
  const file = join(folder, "event.yaml");
  const text = await readTextFile(file, corpusLimits.eventFileBytes);
  if (text.ok) return parseEventSources(text.value, file);
  return { sources: [], problems: [{ severity: "error", file, line: null, field: null, detail: text.error }] };
}

function sourceOf(source: z.infer<typeof eventSources>[number]): EventSource {
  const { url, type, publisher, language, kind, include, limit } = source;
  return {
    url,
    type: type ?? null,
    publisher: publisher ?? null,
    language: language ?? null,
    kind: kind ?? null,
    include: include ?? [],
    limit: limit ?? null,
  };
}
