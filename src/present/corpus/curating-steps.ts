import type { CuratingStep } from "../../domain/curator.ts";
import { count } from "../text/count.ts";
import { plain } from "../text/plain-line.ts";

const KIB = 1024;

/** How far long work has come, for a line of progress in a terminal. */
export function stepText(step: CuratingStep): string {
  switch (step.id) {
    case "fetching":
      return `${plain(step.host, 60)}, ${count(Math.ceil(step.bytes / KIB), "KiB").replace(/s$/u, "")}`;
    case "reading":
      return plain(step.source, 60);
    case "fetching-entries":
      return `${String(step.done)} of ${String(step.of)} pages`;
    case "comparing":
      return `comparing with ${count(step.articles, "article")}`;
    case "writing":
      return `${String(step.done)} of ${String(step.of)} written`;
    case "loading":
      return "loading";
    case "checking":
      return `${String(step.done)} of ${String(step.of)} checked`;
  }
}
