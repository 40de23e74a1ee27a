import { isCollection, isMap, isScalar, LineCounter, parseDocument, type Document } from "yaml";
import type { ProblemDetail } from "../domain/problem.ts";
import { corpusLimits } from "./limits.ts";

/** A place in a tree of fields: `["glossary", 2, "aliases"]`. */
export type FieldPath = readonly PropertyKey[];

/** A problem with the YAML itself, on a line of it. */
interface YamlProblem {
  readonly line: number;
  readonly field: string | null;
  readonly detail: ProblemDetail;
}

/** What a piece of YAML says, and where. */
export interface YamlFields {
  /** Undefined where the YAML could not be read. */
  readonly data: unknown;
  /** Line on which a field stands, or the nearest thing around it that is there, counted from 1. */
  readonly lineOf: (path: FieldPath) => number;
  readonly problems: readonly YamlProblem[];
}

/**
 * Reads YAML 1.2 from a stranger: no custom tags, no merging, few aliases, no key twice. Nothing in it runs.
 * @param text the YAML; @param firstLine line of the file on which it begins
 */
export function readYaml(text: string, firstLine: number): YamlFields {
  if (isNestedTooDeeply(text)) {
    const detail: ProblemDetail = { id: "yaml-invalid", reason: "its lists or fields are nested too deeply" };
    return { data: undefined, lineOf: () => firstLine, problems: [{ line: firstLine, field: null, detail }] };
  }
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false, logLevel: "silent" });
  const lineAt = (offset: number) => counter.linePos(offset).line + firstLine - 1;
  const duplicates = document.errors
    .filter(({ code }) => code === "DUPLICATE_KEY")
    .slice(0, corpusLimits.keysTold)
    .map(({ pos }): YamlProblem => {
      const field = /^["']?([\w-]{1,60})/u.exec(text.slice(pos[0], pos[0] + 62))?.[1] ?? null;
      return { line: lineAt(pos[0]), field, detail: { id: "field-duplicate" } };
    });
  const lineOf = (path: FieldPath) => lineAt(offsetOf(document, path) ?? 0);
  const [broken] = [...document.errors.filter(({ code }) => code !== "DUPLICATE_KEY"), ...document.warnings];
  if (broken) {
    const detail: ProblemDetail = { id: "yaml-invalid", reason: broken.message };
    return { data: undefined, lineOf, problems: [...duplicates, { line: lineAt(broken.pos[0]), field: null, detail }] };
  }
  try {
    return { data: document.toJS({ maxAliasCount: corpusLimits.yamlAliases }), lineOf, problems: duplicates };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      data: undefined,
      lineOf,
      problems: [...duplicates, { line: firstLine, field: null, detail: { id: "yaml-invalid", reason } }],
    };
  }
}

const deepestFlow = 20;

/**
 * Whether brackets, or dashes and indentation, could nest beyond anything the formats know. The parser works by
 * recursion, and a few thousand levels end the process past any `catch` (V8 fails to compile a pattern at the stack's
 * end). Brackets within quotes are counted too, which errs on the safe side.
 */
function isNestedTooDeeply(text: string): boolean {
  let depth = 0;
  for (const [bracket] of text.matchAll(/[[\]{}]/gu)) {
    depth = bracket === "[" || bracket === "{" ? depth + 1 : Math.max(0, depth - 1);
    if (depth > deepestFlow) return true;
  }
  return /^ {200}|^ *(?:[-?:] +){20}/mu.test(text);
}

function offsetOf(document: Document.Parsed, path: FieldPath): number | undefined {
  let offset: number | undefined;
  let node: unknown = document.contents;
  for (const step of path) {
    if (isMap(node)) {
      // The last of equal keys is the one whose value counts.
      const pair = node.items.findLast(({ key }) => isScalar(key) && String(key.value) === String(step));
      if (!pair) return offset;
      offset = isScalar(pair.key) ? pair.key.range?.[0] : offset;
      node = pair.value;
      // A value may begin below its key; an empty one has no line of its own.
      if (isScalar(node) && node.value !== null && node.range && node.type !== "BLOCK_LITERAL") offset = node.range[0];
    } else if (isCollection(node)) {
      node = typeof step === "number" ? node.items[step] : undefined;
      if ((isScalar(node) || isCollection(node)) && node.range) offset = node.range[0];
    } else return offset;
  }
  return offset;
}
