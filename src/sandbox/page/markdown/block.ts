import { parseInline, scan } from "./inline.ts";
import { matchList } from "./list.ts";
import type { Match, Surroundings } from "./tree.ts";

const maxDepth = 20;

/** A heading, subtext, quote or list that begins with the line at `at`. */
export function matchBlock(source: string, at: number, around: Surroundings): Match | null {
  if (around.depth >= maxDepth) {
    return null;
  }
  return (
    heading(source, at, around) ??
    subtext(source, at, around) ??
    quote(source, at, around) ??
    matchList(source, at, around)
  );
}

function heading(source: string, at: number, around: Surroundings): Match | null {
  const found = matchAt(/ {0,3}(#{1,3})[ \t]+(\S[^\n]*)(?:\n|$)/y, source, at);
  if (found === null) {
    return null;
  }
  const marks = found[1]?.length ?? 1;
  const children = parseInline((found[2] ?? "").replace(/ +#+ *$/, ""), deeper(around));
  return {
    node: { type: "heading", level: marks === 1 ? 1 : marks === 2 ? 2 : 3, children },
    end: at + found[0].length,
  };
}

function subtext(source: string, at: number, around: Surroundings): Match | null {
  const found = matchAt(/-#[ \t]+(\S[^\n]*)(?:\n|$)/y, source, at);
  return (
    found && {
      node: { type: "subtext", children: parseInline(found[1] ?? "", deeper(around)) },
      end: at + found[0].length,
    }
  );
}

function quote(source: string, at: number, around: Surroundings): Match | null {
  if (around.insideQuote) {
    return null;
  }
  const whole = matchAt(/ *>>> ([^]*)/y, source, at);
  const lines = matchAt(/(?: *> [^\n]*(?:\n|$))+/y, source, at);
  const found = whole ?? lines;
  if (found === null) {
    return null;
  }
  const inside = whole === null ? found[0].replace(/^ *> /gm, "").replace(/\n$/, "") : (whole[1] ?? "");
  const children = scan(inside, { ...deeper(around), insideQuote: true }, matchBlock);
  return { node: { type: "quote", children }, end: at + found[0].length };
}

function deeper(around: Surroundings): Surroundings {
  return { ...around, depth: around.depth + 1 };
}

function matchAt(pattern: RegExp, source: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(source);
}
