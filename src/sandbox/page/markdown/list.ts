import { parseInline } from "./inline.ts";
import type { MarkdownNode, Match, Surroundings } from "./tree.ts";

interface Line {
  readonly indent: number;
  /** The number of an ordered item, null for a bullet. */
  readonly number: number | null;
  readonly text: string;
}

const maxDepth = 20;

/** A list whose first item is the line at `at`: bullets `-` and `*`, numbers `1.`; deeper indentation nests. */
export function matchList(source: string, at: number, around: Surroundings): Match | null {
  const lines: Line[] = [];
  let end = at;
  while (end < source.length) {
    const newline = source.indexOf("\n", end);
    const lineEnd = newline === -1 ? source.length : newline;
    const raw = source.slice(end, lineEnd);
    const item = readItem(raw);
    const previous = lines.at(-1);
    if (item !== null && beginsAnotherList(lines[0], item)) {
      break;
    }
    if (item !== null) {
      lines.push(item);
    } else if (previous !== undefined && /^ {2,}\S/.test(raw)) {
      lines[lines.length - 1] = { ...previous, text: `${previous.text}\n${raw.trimStart()}` };
    } else {
      break;
    }
    end = lineEnd + 1;
  }
  return lines.length === 0 ? null : { node: nest(lines, around), end: Math.min(end, source.length) };
}

function readItem(raw: string): Line | null {
  const found = /^( *)(?:[-*]|(\d{1,9})\.) +(\S.*)$/.exec(raw);
  return found === null
    ? null
    : {
        indent: found[1]?.length ?? 0,
        number: found[2] === undefined ? null : Number(found[2]),
        text: found[3] ?? "",
      };
}

function beginsAnotherList(first: Line | undefined, item: Line): boolean {
  return first !== undefined && item.indent <= first.indent && (item.number === null) !== (first.number === null);
}

function nest(lines: readonly Line[], around: Surroundings): MarkdownNode {
  const first = lines[0];
  const items: (readonly MarkdownNode[])[] = [];
  const deeper = { ...around, depth: around.depth + 1 };
  for (let i = 0; i < lines.length;) {
    const line = lines[i];
    const children: Line[] = [];
    for (i += 1; around.depth < maxDepth && i < lines.length; i += 1) {
      const child = lines[i];
      if (child === undefined || child.indent <= (first?.indent ?? 0)) {
        break;
      }
      children.push(child);
    }
    const text = parseInline(line?.text ?? "", deeper);
    items.push(children.length === 0 ? text : [...text, nest(children, deeper)]);
  }
  return { type: "list", start: first?.number ?? null, items };
}
