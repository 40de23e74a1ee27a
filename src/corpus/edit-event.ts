import { isMap, isScalar, isSeq, parseDocument, type Document, type YAMLSeq } from "yaml";
import type { GlossaryEntry } from "../domain/corpus.ts";
import type { Problem, ProblemDetail } from "../domain/problem.ts";
import type { Result } from "../domain/result.ts";
import { corpusLimits } from "./limits.ts";
import { parseEvent } from "./parse-event.ts";
import { readTextFile, reasonOf } from "./read-text-file.ts";
import { replaceFile } from "./write-atomically.ts";

/** Width to which lists are broken, as the files that come along are. */
const LINE_WIDTH = 120;

/**
 * Adds names to the glossary of an `event.yaml`. An entry that is there gets the aliases it lacks, wherever it stands;
 * others are added at the end. Comments, order and everything else stay as they are. Pure.
 *
 * @returns the file's new text, or what would be wrong with it
 */
export function addToGlossary(text: string, additions: readonly GlossaryEntry[]): Result<string, ProblemDetail> {
  const before = parseEvent(text, "", "event");
  const wrong = before.problems.find(({ severity }) => severity === "error");
  if (wrong !== undefined) return { ok: false, error: wrong.detail };
  const document = parseDocument(text);
  for (const addition of additions) {
    const known = aliasesOf(document, addition.term);
    if (known === null) addEntry(document, addition);
    else for (const alias of addition.aliases) if (!holds(known, alias)) known.add(document.createNode(alias));
  }
  const after = document.toString({ lineWidth: LINE_WIDTH, flowCollectionPadding: false });
  const refused = parseEvent(after, "", "event").problems.find(({ severity }) => severity === "error");
  if (refused !== undefined) return { ok: false, error: refused.detail };
  const bytes = Buffer.byteLength(after);
  const limit = corpusLimits.eventFileBytes;
  return bytes > limit ? { ok: false, error: { id: "file-too-large", bytes, limit } } : { ok: true, value: after };
}

/** Does so in a file, which is replaced as a whole or stays as it was. @returns what is wrong, or null */
export async function addToGlossaryFile(path: string, additions: readonly GlossaryEntry[]): Promise<Problem | null> {
  const refuse = (detail: ProblemDetail): Problem => {
    return { severity: "error", file: path, line: null, field: null, detail };
  };
  const text = await readTextFile(path, corpusLimits.eventFileBytes);
  if (!text.ok) return refuse(text.error);
  const changed = addToGlossary(text.value, additions);
  if (!changed.ok) return refuse(changed.error);
  try {
    if (changed.value !== text.value) await replaceFile(path, [Buffer.from(changed.value)]);
    return null;
  } catch (error) {
    return refuse({ id: "file-unwritable", reason: reasonOf(error) });
  }
}

/** The list of aliases of the entry with this term or name, or null. */
function aliasesOf(document: Document, term: string): YAMLSeq | null {
  for (const [list, name, aliases] of [
    ["glossary", "term", "aliases"],
    ["names", "name", "variants"],
  ] as const) {
    const entries = document.get(list);
    if (!isSeq(entries)) continue;
    for (const entry of entries.items) {
      if (!isMap(entry) || textOf(entry.get(name)) !== term) continue;
      const found = entry.get(aliases);
      if (isSeq(found)) return found;
    }
  }
  return null;
}

function addEntry(document: Document, { term, aliases }: GlossaryEntry): void {
  const entry = document.createNode({ term, aliases: [...aliases] });
  const entries = document.get("glossary");
  if (isSeq(entries)) entries.add(entry);
  else document.set("glossary", document.createNode([entry]));
}

function holds(list: YAMLSeq, alias: string): boolean {
  return list.items.some((item) => isScalar(item) && textOf(item.value) === alias);
}

/** A value as the schema reads it, without space around it. */
function textOf(value: unknown): string | null {
  return typeof value === "string" ? value.trim() : null;
}
