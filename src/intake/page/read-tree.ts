import { Parser } from "htmlparser2";
import type { ProblemDetail } from "../../domain/problem.ts";
import type { Result } from "../../domain/result.ts";
import { pageLimits } from "./page-limits.ts";
import type { PageElement, PageNode } from "./tree.ts";

interface GrowingElement extends PageElement {
  readonly children: PageNode[];
}

/** Read at once: little enough that a page nested without end is given up early. */
const CHUNK = 16 * 1024;

/**
 * The elements of a page, or why it is refused. Nothing runs and nothing is loaded. Depth and number of elements are
 * counted while reading, so that a page made to break readers costs no more than a large one.
 */
export function readTree(html: string): Result<PageElement, ProblemDetail> {
  if (html.length > pageLimits.htmlLength) {
    return { ok: false, error: { id: "file-too-large", bytes: html.length, limit: pageLimits.htmlLength } };
  }
  const builder = new TreeBuilder(html);
  for (let from = 0; from < html.length && builder.refusal === null; from += CHUNK) {
    builder.write(html.slice(from, from + CHUNK));
  }
  builder.end();
  return builder.refusal === null ? { ok: true, value: builder.root } : { ok: false, error: builder.refusal };
}

class TreeBuilder {
  readonly root: GrowingElement;
  refusal: ProblemDetail | null = null;
  readonly #html: string;
  readonly #parser: Parser;
  readonly #open: GrowingElement[];
  #elements = 0;
  #line = 1;
  #counted = 0;

  constructor(html: string) {
    this.root = { name: "", attributes: new Map(), children: [], parent: null, line: 1 };
    this.#html = html;
    this.#open = [this.root];
    this.#parser = new Parser({
      onopentag: (name, attributes) => this.#begin(name, attributes),
      onclosetag: () => this.#close(),
      ontext: (text) => this.#say(text),
    });
  }

  write(chunk: string): void {
    this.#parser.write(chunk);
  }

  end(): void {
    if (this.refusal === null) this.#parser.end();
  }

  #begin(name: string, attributes: Readonly<Record<string, string>>): void {
    if (this.refusal !== null) return;
    this.#elements += 1;
    const parent = this.#open.at(-1) ?? this.root;
    const element = { name, attributes: cut(attributes), children: [], parent, line: this.#lineHere() };
    parent.children.push(element);
    this.#open.push(element);
    if (this.#open.length > pageLimits.depth + 1) this.#refuse("depth");
    else if (this.#elements > pageLimits.elements) this.#refuse("elements");
  }

  #close(): void {
    if (this.#open.length > 1) this.#open.pop();
  }

  #say(text: string): void {
    const element = this.#open.at(-1) ?? this.root;
    if (this.refusal !== null || isCode(element)) return;
    const last = element.children.at(-1);
    if (typeof last === "string") element.children[element.children.length - 1] = last + text;
    else element.children.push(text);
  }

  #refuse(what: "depth" | "elements"): void {
    this.refusal = { id: "page-too-complex", what, limit: pageLimits[what] };
  }

  #lineHere(): number {
    const here = this.#parser.startIndex;
    for (; this.#counted < here; this.#counted += 1) {
      if (this.#html.charCodeAt(this.#counted) === 10) this.#line += 1;
    }
    return this.#line;
  }
}

/** Scripts and styles are no text; what JSON-LD says is kept. */
function isCode({ name, attributes }: PageElement): boolean {
  if (name === "style") return true;
  return name === "script" && !(attributes.get("type") ?? "").trim().toLowerCase().startsWith("application/ld+json");
}

function cut(attributes: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(attributes).map(([name, value]) => [name, value.slice(0, pageLimits.attributeLength)]));
}
