import { basename, extname } from "node:path";
import type { SourceBytes } from "../../domain/intake.ts";

/** What a source's name tells. */
export interface SourceName {
  /** Without its extension; null for standard input, or an address without a path. */
  readonly stem: string | null;
  /** Lower case with its dot, or empty. An address has none that means anything. */
  readonly extension: string;
  /** Somebody's settings, never an article. */
  readonly isHidden: boolean;
}

/** Takes the name of a source apart. */
export function sourceName({ name, url }: Pick<SourceBytes, "name" | "url">): SourceName {
  if (url !== null) {
    const file = URL.canParse(url) ? basename(decoded(new URL(url).pathname)) : "";
    return {
      stem: file === "" ? null : file.slice(0, file.length - extname(file).length),
      extension: "",
      isHidden: false,
    };
  }
  if (name === "-") return { stem: null, extension: "", isHidden: false };
  const file = basename(name);
  const extension = extname(file);
  return { stem: basename(file, extension), extension: extension.toLowerCase(), isHidden: file.startsWith(".") };
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
