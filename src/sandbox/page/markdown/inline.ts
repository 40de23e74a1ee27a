import { doubled, paired, starred, underscored } from "./delimiters.ts";
import type { Delimited } from "./delimiters.ts";
import { angledAddress, bareAddress, maskedLink } from "./link.ts";
import type { LinkText } from "./link.ts";
import { matchReference } from "./reference.ts";
import type { MarkdownNode, Match, Matcher, Surroundings } from "./tree.ts";

const maxDepth = 20;

/** Reads `source` piece by piece; `block` is tried first wherever a line begins. */
export function scan(source: string, around: Surroundings, block: Matcher | null): readonly MarkdownNode[] {
  const nodes: MarkdownNode[] = [];
  let text = "";
  let at = 0;
  const flush = (): void => {
    if (text !== "") {
      nodes.push({ type: "text", text });
      text = "";
    }
  };
  while (at < source.length) {
    const lineBegins = at === 0 || source[at - 1] === "\n";
    const match = (lineBegins ? block?.(source, at, around) : null) ?? matchInline(source, at, around);
    if (match === null) {
      text += source.charAt(at);
      at += 1;
    } else if (match.node.type === "text") {
      text += match.node.text;
      at = match.end;
    } else {
      flush();
      nodes.push(match.node);
      at = match.end;
    }
  }
  flush();
  return nodes;
}

/** Reads a text in which only inline markup counts. */
export function parseInline(source: string, around: Surroundings): readonly MarkdownNode[] {
  return scan(source, around, null);
}

function matchInline(source: string, at: number, around: Surroundings): Match | null {
  switch (source.charAt(at)) {
    case "\\":
      return escaped(source, at);
    case "`":
      return codeBlock(source, at) ?? code(source, at);
    case "*":
      return (
        styled("emphasis", source, starred(source, at), around) ??
        styled("strong", source, doubled(source, at, "*"), around)
      );
    case "_":
      return (
        styled("emphasis", source, underscored(source, at), around) ??
        styled("underline", source, doubled(source, at, "_"), around)
      );
    case "~":
      return styled("strike", source, paired(source, at, "~~"), around);
    case "|":
      return styled("spoiler", source, paired(source, at, "||"), around);
    case "[":
      return around.insideLink ? null : linked(maskedLink(source, at), around);
    case "<":
      return (around.insideLink ? null : address(angledAddress(source, at))) ?? matchReference(source, at);
    case "@":
      return matchReference(source, at);
    case "h":
    case "H":
      return around.insideLink ? null : address(bareAddress(source, at));
    default:
      return null;
  }
}

function escaped(source: string, at: number): Match | null {
  const next = source[at + 1] ?? "";
  return /[^0-9A-Za-z\s]/.test(next) ? { node: { type: "text", text: next }, end: at + 2 } : null;
}

function codeBlock(source: string, at: number): Match | null {
  const close = source.startsWith("```", at) ? source.indexOf("```", at + 3) : -1;
  if (close === -1) {
    return null;
  }
  const inside = source.slice(at + 3, close);
  const language = /^([a-z0-9_+\-.#]+)\n/i.exec(inside)?.[1] ?? null;
  const text = (language === null ? inside : inside.slice(language.length + 1)).replace(/^\n+|\n+$/g, "");
  const end = source[close + 3] === "\n" ? close + 4 : close + 3;
  return text === "" ? null : { node: { type: "code-block", text, language }, end };
}

function code(source: string, at: number): Match | null {
  const fence = runOfTicks(source, at);
  const inside = at + fence.length;
  for (let close = source.indexOf(fence, inside); close !== -1; close = source.indexOf(fence, close)) {
    const ticks = runOfTicks(source, close);
    if (ticks.length === fence.length) {
      const text = source.slice(inside, close);
      return { node: { type: "code", text: fence.length > 1 ? text.trim() : text }, end: close + ticks.length };
    }
    close += ticks.length;
  }
  return { node: { type: "text", text: fence }, end: inside };
}

function runOfTicks(source: string, at: number): string {
  let end = at;
  while (source[end] === "`") {
    end += 1;
  }
  return source.slice(at, end);
}

function styled(
  type: "strong" | "emphasis" | "underline" | "strike" | "spoiler",
  source: string,
  found: Delimited | null,
  around: Surroundings,
): Match | null {
  if (found === null || around.depth >= maxDepth) {
    return null;
  }
  const content = source.slice(found.contentStart, found.contentEnd);
  return { node: { type, children: parseInline(content, deeper(around)) }, end: found.end };
}

function linked(found: LinkText | null, around: Surroundings): Match | null {
  if (found === null || around.depth >= maxDepth) {
    return null;
  }
  const children = parseInline(found.label, { ...deeper(around), insideLink: true });
  return { node: { type: "link", url: found.url, children }, end: found.end };
}

function address(found: LinkText | null): Match | null {
  return (
    found && { node: { type: "link", url: found.url, children: [{ type: "text", text: found.label }] }, end: found.end }
  );
}

function deeper(around: Surroundings): Surroundings {
  return { ...around, depth: around.depth + 1 };
}
