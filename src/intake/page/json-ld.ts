import { z } from "zod";
import { pageLimits } from "./page-limits.ts";
import { attributeOf, elementsOf, type PageElement } from "./tree.ts";

/** A thing that JSON-LD describes: its properties by name, values unread. */
export type JsonLdThing = Readonly<Record<string, unknown>>;

export interface JsonLd {
  /** Things that are the page's own, in order; what lists and references only mention is not among them. */
  readonly things: readonly JsonLdThing[];
  /** What `{"@id": …}` refers to. */
  readonly byId: ReadonlyMap<string, JsonLdThing>;
}

const thingSchema = z.record(z.string(), z.unknown());

/** Properties whose values tell of other things than the page's own. */
const elsewhere = new Set(
  "itemListElement liveBlogUpdate mentions about citation isBasedOn relatedLink comment hasPart image video potentialAction".split(
    " ",
  ),
);

/** Everything the page says in JSON-LD. Blocks that cannot be parsed even after mending are passed over. */
export function readJsonLd(root: PageElement): JsonLd {
  const things: JsonLdThing[] = [];
  const byId = new Map<string, JsonLdThing>();
  let left: number = pageLimits.jsonLdNodes;
  const collect = (value: unknown, isOwn: boolean, depth: number): void => {
    left -= 1;
    if (left < 0 || depth > pageLimits.jsonLdDepth || typeof value !== "object" || value === null) return;
    if (Array.isArray(value)) {
      for (const one of value) collect(one, isOwn, depth + 1);
      return;
    }
    const { data: thing } = thingSchema.safeParse(value);
    if (thing === undefined) return;
    const id = thing["@id"];
    // A bare reference does not stand for what it refers to.
    if (typeof id === "string" && Object.keys(thing).length > 1 && !byId.has(id)) byId.set(id, thing);
    if (isOwn && thing["@type"] !== undefined) things.push(thing);
    for (const [name, inner] of Object.entries(thing)) collect(inner, isOwn && !elsewhere.has(name), depth + 1);
  };
  const scripts = [...elementsOf(root)].filter(
    (element) =>
      element.name === "script" && attributeOf(element, "type").toLowerCase().startsWith("application/ld+json"),
  );
  for (const script of scripts.slice(0, pageLimits.jsonLdBlocks)) {
    const text = script.children.filter((child) => typeof child === "string").join("");
    if (text.length <= pageLimits.jsonLdLength) collect(parseTolerantly(text), true, 0);
  }
  return { things, byId };
}

function parseTolerantly(text: string): unknown {
  for (const attempt of [text, mended(text)]) {
    try {
      const value: unknown = JSON.parse(attempt);
      return value;
    } catch {
      // The next attempt, or nothing: a page without this block is still a page.
    }
  }
  return null;
}

/** Without comments, commas before a closing bracket, and line breaks within strings, which templates leave behind. */
function mended(text: string): string {
  const bare = text.replaceAll(/<!--|-->|<!\[CDATA\[|\]\]>/gu, " ").replace(/;\s*$/u, "");
  const tokens = bare.matchAll(/"(?:[^"\\]|\\[^])*"|\/\*[^]*?\*\/|\/\/[^\n]*|(,\s*(?=[}\]]))|[^"/,]+|[^]/gu);
  const pieces: string[] = [];
  for (const [token, last] of tokens) {
    if (last !== undefined) continue;
    if (token.startsWith('"')) pieces.push(token.replaceAll(/\p{Cc}+/gu, (run) => (run.includes("\n") ? "\\n" : " ")));
    else if (!token.startsWith("/")) pieces.push(token);
  }
  return pieces.join("");
}
