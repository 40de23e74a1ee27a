import { lstat, readdir } from "node:fs/promises";
import { join } from "node:path";
import { reasonOf } from "../../corpus/read-text-file.ts";
import type { Problem, ProblemDetail } from "../../domain/problem.ts";

/** Something named on the command line to import from. */
export type ImportSource =
  | { readonly type: "link"; readonly url: string }
  | { readonly type: "file"; readonly path: string }
  | { readonly type: "input" };

export interface FoundSources {
  readonly sources: readonly ImportSource[];
  readonly problems: readonly Problem[];
}

/** Files of one folder, and folders below it, that are looked at. */
const MOST_FILES = 100_000;
const DEEPEST = 8;

/**
 * What is meant by the words of a command line: an address, `-` for standard input, a file, or every file of a folder and
 * those in it, in order. Hidden names in folders are passed over, and links are not followed.
 */
export async function findSources(words: readonly string[]): Promise<FoundSources> {
  const sources: ImportSource[] = [];
  const problems: Problem[] = [];
  for (const word of words) {
    if (word === "-") sources.push({ type: "input" });
    else if (/^https?:\/\//iu.test(word)) sources.push({ type: "link", url: word });
    else if (!(await isFolder(word))) sources.push({ type: "file", path: word });
    else {
      const files = await filesIn(word, DEEPEST, problems);
      const readable = files.slice(0, MOST_FILES);
      if (files.length === 0) problems.push(problemAt(word, { id: "body-empty" }));
      if (files.length > MOST_FILES) {
        problems.push(problemAt(word, { id: "problems-omitted", count: files.length - MOST_FILES }));
      }
      sources.push(...readable.map((path) => ({ type: "file", path }) as const));
    }
  }
  return { sources, problems };
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await lstat(path)).isDirectory();
  } catch {
    // What is wrong with it is told by whoever reads it.
    return false;
  }
}

async function filesIn(folder: string, depth: number, problems: Problem[]): Promise<readonly string[]> {
  const files: string[] = [];
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    const shown = entries.filter(({ name }) => !name.startsWith("."));
    for (const entry of shown.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = join(folder, entry.name);
      if (!entry.isDirectory()) files.push(path);
      else if (depth > 0) files.push(...(await filesIn(path, depth - 1, problems)));
    }
  } catch (error) {
    problems.push(problemAt(folder, { id: "folder-unreadable", reason: reasonOf(error) }));
  }
  return files;
}

function problemAt(file: string, detail: ProblemDetail): Problem {
  return { severity: "error", file, line: null, field: null, detail };
}
