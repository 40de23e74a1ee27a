import type { Path } from "./json.ts";

interface FieldError {
  readonly code: string;
  readonly message: string;
}

export interface ErrorTree {
  [key: string]: ErrorTree | FieldError[];
}

/** Collects what is wrong with a request body, each error at its path, in the tree Discord answers with code 50035. */
export class Report {
  readonly #tree: ErrorTree = {};
  readonly #codes = new Map<string, string[]>();

  get empty(): boolean {
    return this.#codes.size === 0;
  }

  get tree(): ErrorTree {
    return this.#tree;
  }

  /** Adds an error, unless the path has it already, or has a better one than a general one about type or length. */
  add(path: Path, code: string, message: string): void {
    const key = JSON.stringify(path);
    const before = this.#codes.get(key) ?? [];
    if (before.includes(code) || (before.length > 0 && code.startsWith("BASE_TYPE_"))) return;
    this.#codes.set(key, [...before, code]);
    let node = this.#tree;
    for (const part of path) {
      const next = node[String(part)];
      if (next === undefined || Array.isArray(next)) {
        const made: ErrorTree = {};
        node[String(part)] = made;
        node = made;
      } else {
        node = next;
      }
    }
    const errors = node["_errors"];
    if (Array.isArray(errors)) errors.push({ code, message });
    else node["_errors"] = [{ code, message }];
  }

  required(path: Path): void {
    this.add(path, "BASE_TYPE_REQUIRED", "This field is required");
  }

  badLength(path: Path, least: number, most: number): void {
    this.add(path, "BASE_TYPE_BAD_LENGTH", `Must be between ${least} and ${most} in length.`);
  }

  tooLong(path: Path, most: number): void {
    this.add(path, "BASE_TYPE_MAX_LENGTH", `Must be ${most} or fewer in length.`);
  }
}
