import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { cpus, release, totalmem, type } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import type { BenchResult } from "../report/figures.ts";

/** The machine without its name. */
export function describeMachine(): BenchResult["machine"] {
  const processors = cpus();
  return {
    cpu: processors[0]?.model.trim() ?? "unknown",
    cores: processors.length,
    memoryBytes: totalmem(),
    node: process.versions.node,
    os: `${type()} ${release()}`,
  };
}

/** The commit that is checked out, null outside a repository; "+" where files were changed since. */
export function commitOf(folder: string): string | null {
  const git = (...words: string[]): string =>
    execFileSync("git", words, { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
  try {
    return git("rev-parse", "--short=12", "HEAD") + (git("status", "--porcelain", "-uno") === "" ? "" : "+");
  } catch {
    return null;
  }
}

const PACKAGE = z.object({ version: z.string() });

/** The version of a package that is installed in the bench's folder; null where it is not. */
export function installedVersion(benchFolder: string, name: string): string | null {
  try {
    const file = join(benchFolder, "node_modules", name, "package.json");
    return PACKAGE.parse(JSON.parse(readFileSync(file, "utf8"))).version;
  } catch {
    return null;
  }
}
