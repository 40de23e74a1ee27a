import type { Block } from "./blocks.ts";
import { foldText } from "./plain-text.ts";
import { readabilityElements } from "./readability.ts";
import { attributeOf, elementsOf, holds, holdersOf, scopeAround, tokensOf, type PageElement } from "./tree.ts";

/** What is known of the article before its place is. */
export interface ContainerHints {
  /** Titles in the page's metadata, the surest first. */
  readonly titles: readonly string[];
  /** As metadata has it; empty where it does not. */
  readonly articleBody: string;
}

/** How much of the text that shows the place a container has to hold. */
const MOST = 0.85;

/**
 * The element that holds the article. In order of trust: what microdata calls its body; the place of the paragraphs that
 * metadata quotes; the place that Readability finds. Null where none of them finds any text.
 * @param blocks all of the page
 */
export function findContainer(root: PageElement, blocks: readonly Block[], hints: ContainerHints): PageElement | null {
  const said = microdataBody(root, hints);
  if (said !== null) return said;
  const folded = foldText(hints.articleBody);
  const quoted = blocks.filter(({ text }) => text.length >= 40 && folded.includes(foldText(text)));
  if (folded.length > 0 && lengthOf(quoted) * 2 >= folded.length) return widen(narrowest(root, quoted), quoted, blocks);
  const scope = scopeOf(root, blocks, hints);
  const marked = readabilityElements(scope);
  const kept = blocks.filter(({ element, linkShare }) => linkShare < 0.5 && marked.has(element));
  const reporting =
    kept.length > 0 ? kept : blocks.filter((block) => isReporting(block) && holds(scope, block.element));
  return reporting.length === 0 ? null : widen(narrowest(scope, reporting), reporting, blocks);
}

/** A block with several words that ends as sentences do and is more than a link. */
export function isReporting({ text, linkShare, kind }: Block): boolean {
  return kind !== "heading" && linkShare < 0.6 && text.split(" ").length >= 8 && /[.!?…؟:]["'”’»)\]]*$/u.test(text);
}

/** Where the page has several `article` elements with text of their own, the one with the title, else the first. */
function scopeOf(root: PageElement, blocks: readonly Block[], { titles }: ContainerHints): PageElement {
  const reporting = shares(blocks.filter((block) => isReporting(block)));
  const known = new Set(titles.map((title) => foldText(title)));
  const titled = shares(blocks.filter(({ kind, text }) => kind === "heading" && known.has(foldText(text))));
  const full = [...elementsOf(root)].filter((element) => {
    const share = reporting.get(element);
    return element.name === "article" && share !== undefined && share.blocks >= 3 && share.length >= 300;
  });
  return full.find((article) => titled.has(article)) ?? full[0] ?? root;
}

/** What microdata calls the body; of several pieces, what holds all that belong to the first one's article. */
function microdataBody(root: PageElement, { titles }: ContainerHints): PageElement | null {
  const bodies = [...elementsOf(root)].filter((element) => tokensOf(element, "itemprop").includes("articlebody"));
  const outermost = bodies.filter((body) => !bodies.some((other) => other !== body && holds(other, body)));
  const known = new Set(titles.map((title) => foldText(title)));
  const ofTitle = outermost.find((body) => known.has(foldText(headingOf(scopeAround(body)))));
  const first = ofTitle ?? outermost.find((body) => textLength(body) >= 200);
  if (first === undefined) return null;
  const scope = scopeAround(first);
  const siblings = outermost.filter((body) => scopeAround(body) === scope);
  return siblings.length === 1 ? first : (commonHolder(siblings) ?? first);
}

function headingOf(scope: PageElement | null): string {
  if (scope === null) return "";
  const heading = [...elementsOf(scope)].find(
    (element) => element.name === "h1" || tokensOf(element, "itemprop").includes("headline"),
  );
  return heading === undefined ? "" : attributeOf(heading, "content") || rawText(heading);
}

function commonHolder(elements: readonly PageElement[]): PageElement | null {
  const [first] = elements;
  if (first === undefined) return null;
  for (const holder of holdersOf(first)) if (elements.every((element) => holds(holder, element))) return holder;
  return null;
}

/** Goes down from the top as long as one child holds nearly all of the blocks' text. */
function narrowest(root: PageElement, blocks: readonly Block[]): PageElement {
  const wanted = lengthOf(blocks) * MOST;
  const held = shares(blocks);
  for (let holder = root; ;) {
    const next = holder.children
      .filter((child) => typeof child !== "string")
      .find((child) => (held.get(child)?.length ?? 0) >= wanted);
    if (next === undefined) return holder;
    holder = next;
  }
}

/** Goes up again where the text goes on beside the container: in the rest of its `article`, or in a twin of it. */
function widen(narrow: PageElement, shown: readonly Block[], blocks: readonly Block[]): PageElement {
  const container =
    shown.every(({ element }) => element === narrow) && narrow.name === "p" ? (narrow.parent ?? narrow) : narrow;
  const reporting = shares(blocks.filter((block) => block.furniture === null && isReporting(block)));
  for (const holder of holdersOf(container)) {
    if (holder.name !== "article") continue;
    const others = [...elementsOf(holder)].filter(({ name }) => name === "article");
    if (!others.some((other) => (reporting.get(other)?.blocks ?? 0) >= 3)) return holder;
    break;
  }
  const { parent } = container;
  const own = attributeOf(container, "class");
  const hasTwin = parent?.children.some(
    (child) =>
      typeof child !== "string" &&
      child !== container &&
      child.name === container.name &&
      child.name !== "article" &&
      attributeOf(child, "class") === own &&
      reporting.has(child) &&
      !startsAnother(child),
  );
  return parent && hasTwin === true ? parent : container;
}

/** A twin with a headline of its own is the next article. */
function startsAnother(element: PageElement): boolean {
  return [...elementsOf(element)].some(({ name }) => name === "h1");
}

interface Share {
  readonly blocks: number;
  readonly length: number;
}

/** How many of the blocks, and how much text, each element holds. */
function shares(blocks: readonly Block[]): ReadonlyMap<PageElement, Share> {
  const held = new Map<PageElement, Share>();
  for (const { element, text } of blocks) {
    for (let holder: PageElement | null = element; holder !== null; holder = holder.parent) {
      const share = held.get(holder);
      held.set(holder, { blocks: (share?.blocks ?? 0) + 1, length: (share?.length ?? 0) + text.length });
    }
  }
  return held;
}

function lengthOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, { text }) => sum + text.length, 0);
}

function rawText(element: PageElement): string {
  return element.children.map((child) => (typeof child === "string" ? child : rawText(child))).join("");
}

function textLength(element: PageElement): number {
  return rawText(element).trim().length;
}
