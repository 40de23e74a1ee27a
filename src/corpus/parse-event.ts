import type { GlossaryEntry, NewsEvent } from "../domain/corpus.ts";
import type { Problem } from "../domain/problem.ts";
import { eventFields, eventSources, type EventFields } from "./field-schemas.ts";
import type { Parsed } from "./parse-article.ts";
import { nameOfPath, problemsOfIssues, problemsOfUnknownKeys, type FieldProblem } from "./schema-problems.ts";
import { readYaml } from "./yaml-fields.ts";

const entryKeys = {
  glossary: ["term", "aliases"],
  names: ["name", "variants"],
  sources: Object.keys(eventSources.element.shape),
} as const;

/**
 * Reads `event.yaml`. Pure.
 * @param text the file as decoded; @param file its path, for messages; @param id the event folder's name
 */
export function parseEvent(text: string, file: string, id: string): Parsed<NewsEvent> {
  const { data, lineOf, problems: yamlProblems } = readYaml(text.replaceAll("\r\n", "\n"), 1);
  const problems: Problem[] = yamlProblems.map(({ line, field, detail }) => {
    return { severity: "error", file, line, field, detail };
  });
  if (data === undefined) return { value: null, problems };
  const parsed = eventFields.safeParse(data ?? {});
  const found: FieldProblem[] = [...problemsOfUnknownEventKeys(data)];
  if (parsed.success) found.push(...problemsOfAliases(parsed.data));
  else found.push(...problemsOfIssues(parsed.error.issues, data));
  for (const { severity, path, detail } of found) {
    const field = path.length === 0 ? null : nameOfPath(path);
    problems.push({ severity, file, line: lineOf(path), field, detail });
  }
  if (!parsed.success || problems.some(({ severity }) => severity === "error")) return { value: null, problems };
  const { name, description, languages, timeZone, examples } = parsed.data;
  const glossary = entriesOf(parsed.data).map(({ entry }) => entry);
  return { value: { id, name, description, languages, timeZone, glossary, examples: examples ?? [] }, problems };
}

/** The event of a corpus that does not say what it is about. */
export function defaultEvent(id: string): NewsEvent {
  const name = id
    .replaceAll(/[-_\s]+/gu, " ")
    .trim()
    .slice(0, 100);
  return {
    id,
    name: name === "" ? "Articles" : `${name.charAt(0).toUpperCase()}${name.slice(1)}`,
    description: "Articles on a news event.",
    languages: ["en"],
    timeZone: "UTC",
    glossary: [],
    examples: [],
  };
}

/** How a name is compared with another: without case, accents, apostrophes. */
function foldAlias(alias: string): string {
  return alias
    .normalize("NFKD")
    .replaceAll(/[\p{M}'’‘ʻʼ`´]/gu, "")
    .toLowerCase()
    .replaceAll(/\s+/gu, " ")
    .trim();
}

interface PlacedEntry {
  readonly entry: GlossaryEntry;
  readonly path: readonly [string, number];
  readonly aliasKey: string;
}

function entriesOf({ glossary, names }: EventFields): readonly PlacedEntry[] {
  return [
    ...(glossary ?? []).map(({ term, aliases }, index) => {
      return { entry: { term, aliases }, path: ["glossary", index], aliasKey: "aliases" } as const;
    }),
    ...(names ?? []).map(({ name, variants }, index) => {
      return { entry: { term: name, aliases: variants }, path: ["names", index], aliasKey: "variants" } as const;
    }),
  ];
}

/** An alias may lead to one term only, or an answer would depend on chance. */
function problemsOfAliases(fields: EventFields): readonly FieldProblem[] {
  const owners = new Map<string, string>();
  const problems: FieldProblem[] = [];
  for (const { entry, path, aliasKey } of entriesOf(fields)) {
    const spellings = [{ text: entry.term, path: [...path, aliasKey === "aliases" ? "term" : "name"] }].concat(
      entry.aliases.map((text, index) => ({ text, path: [...path, aliasKey, index] })),
    );
    for (const { text, path: place } of spellings) {
      const owner = owners.get(foldAlias(text));
      if (owner === undefined) owners.set(foldAlias(text), entry.term);
      else if (owner !== entry.term) {
        const detail = { id: "alias-ambiguous", alias: text, terms: [owner, entry.term] } as const;
        problems.push({ severity: "error", path: place, detail });
      }
    }
  }
  return problems;
}

function problemsOfUnknownEventKeys(data: unknown): readonly FieldProblem[] {
  if (typeof data !== "object" || data === null || Array.isArray(data)) return [];
  const nested = Object.entries(entryKeys).flatMap(([list, known]) => {
    const entries: unknown = Object.hasOwn(data, list) ? Reflect.get(data, list) : undefined;
    if (!Array.isArray(entries)) return [];
    return entries.flatMap((entry: unknown, index) =>
      typeof entry === "object" && entry !== null && !Array.isArray(entry)
        ? problemsOfUnknownKeys(entry, known, [list, index])
        : [],
    );
  });
  return [...problemsOfUnknownKeys(data, Object.keys(eventFields.shape)), ...nested];
}
