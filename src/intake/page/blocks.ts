import type { FurnitureReason } from "../../domain/import-report.ts";
import { furnitureElement } from "./furniture-elements.ts";
import { plainText } from "./plain-text.ts";
import { dataRows } from "./table-rows.ts";
import { attributeOf, type PageElement } from "./tree.ts";
import { isHidden, isInline } from "./visible.ts";

/** A paragraph of a page, or what stands in the place of one. */
export interface Block {
  readonly kind: "paragraph" | "heading" | "item" | "row";
  /** Plain, on one line. Items begin with "- ". */
  readonly text: string;
  /** The nearest element that holds all of it and is no part of a line. */
  readonly element: PageElement;
  /** How much of its text is links, 0 to 1. */
  readonly linkShare: number;
  /** Why it is furniture by the elements that hold it, and the outermost that says so. */
  readonly furniture: { readonly reason: FurnitureReason; readonly element: PageElement } | null;
}

/** Text within a line, or a line break. */
interface Stretch {
  readonly text: string;
  readonly isLink: boolean;
}

interface Place {
  readonly element: PageElement;
  readonly kind: Block["kind"];
  readonly furniture: Block["furniture"];
}

const headings = new Set(["h1", "h2", "h3", "h4", "h5", "h6"]);

/** Nothing that holds so much of a text is furniture, whatever it is called. */
const LARGEST_FURNITURE = 0.4;

/** Everything in an element that a reader can read, paragraph by paragraph. Furniture is marked, not left out. */
export function blocksOf(root: PageElement): readonly Block[] {
  const weights = unlinkedText(root);
  const walker = new BlockWalker(weights, (weights.get(root) ?? 0) * LARGEST_FURNITURE);
  walker.walk({ element: root, kind: "paragraph", furniture: null });
  return walker.blocks;
}

/** How many characters that are no link each element holds. */
function unlinkedText(root: PageElement): ReadonlyMap<PageElement, number> {
  const weights = new Map<PageElement, number>();
  const weigh = (element: PageElement): number => {
    let weight = 0;
    for (const child of element.children) {
      if (typeof child === "string") weight += child.trim().length;
      else if (child.name !== "a" && !isHidden(child)) weight += weigh(child);
    }
    weights.set(element, weight);
    return weight;
  };
  weigh(root);
  return weights;
}

class BlockWalker {
  readonly blocks: Block[] = [];
  #line: Stretch[] = [];
  #startsItem = false;
  readonly #weights: ReadonlyMap<PageElement, number>;
  readonly #largest: number;

  constructor(weights: ReadonlyMap<PageElement, number>, largest: number) {
    this.#weights = weights;
    this.#largest = largest;
  }

  /** Reads what an element holds as blocks of its own. */
  walk(place: Place): void {
    for (const child of place.element.children) this.#read(child, place, false);
    this.#flush(place);
  }

  #read(child: PageElement | string, place: Place, isLink: boolean): void {
    if (typeof child === "string") {
      this.#line.push({ text: child.replaceAll(/\s+/gu, " "), isLink });
      return;
    }
    if (child.name === "br") {
      this.#line.push({ text: "\n", isLink });
      return;
    }
    if (isHidden(child)) return;
    const mayBeFurniture = place.furniture === null && (this.#weights.get(child) ?? 0) <= this.#largest;
    const reason = mayBeFurniture ? furnitureElement(child) : null;
    const furniture = reason === null ? place.furniture : { reason, element: child };
    if (isInline(child)) {
      const linked = isLink || (child.name === "a" && attributeOf(child, "href") !== "");
      // Furniture within a line is furniture by itself: the label of a button, a credit.
      if (reason !== null) this.#flush(place);
      for (const inner of child.children) this.#read(inner, { ...place, furniture }, linked);
      if (reason !== null) this.#flush({ ...place, element: child, furniture });
      return;
    }
    this.#flush(place);
    const rows = child.name === "table" ? dataRows(child) : null;
    if (rows !== null) {
      for (const row of rows) this.#add(row, child, "row", 0, furniture);
      return;
    }
    const kind = headings.has(child.name) ? "heading" : child.name === "li" ? "item" : inherited(place.kind, child);
    if (child.name === "li") this.#startsItem = true;
    const before = this.blocks.length;
    this.walk({ element: child, kind, furniture });
    if (child.name === "li" && this.blocks.length === before) this.#startsItem = false;
  }

  #flush({ element, kind, furniture }: Place): void {
    const line = this.#line;
    this.#line = [];
    for (const { text, linkShare } of splitAtBreaks(line)) this.#add(text, element, kind, linkShare, furniture);
  }

  #add(raw: string, element: PageElement, kind: Block["kind"], linkShare: number, furniture: Block["furniture"]): void {
    const text = plainText(raw);
    if (!/[\p{L}\p{N}]/u.test(text)) return;
    const isItem = kind === "item" && this.#startsItem;
    if (isItem) this.#startsItem = false;
    const bare = text.replace(/^[•·▪●►▶‣]\s*/u, "");
    this.blocks.push({
      // Further paragraphs of an item are paragraphs.
      kind: kind === "item" && !isItem ? "paragraph" : kind,
      text: isItem ? `- ${bare}` : text,
      element,
      linkShare,
      furniture,
    });
  }
}

/** What an element within a heading or an item is, if it has no kind of its own. */
function inherited(kind: Block["kind"], { name }: PageElement): Block["kind"] {
  const startsAnew = kind === "heading" && ["p", "ul", "ol", "table", "blockquote"].includes(name);
  return kind === "row" || startsAnew ? "paragraph" : kind;
}

const sentenceEnd = /[.!?…:؟][)\]"'”’»]?\s*$/u;

/** Two line breaks part paragraphs; so does one after the end of a sentence. */
function splitAtBreaks(line: readonly Stretch[]): readonly { readonly text: string; readonly linkShare: number }[] {
  const pieces: Stretch[][] = [[]];
  let breaks = 0;
  for (const stretch of line) {
    if (stretch.text === "\n") breaks += 1;
    else if (stretch.text.trim() === "") pieces.at(-1)?.push(stretch);
    else {
      const before = pieces.at(-1) ?? [];
      const isEnd = breaks > 1 || (breaks === 1 && sentenceEnd.test(textOf(before)));
      if (isEnd) pieces.push([stretch]);
      else before.push({ text: breaks === 1 ? " " : "", isLink: stretch.isLink }, stretch);
      breaks = 0;
    }
  }
  return pieces.map((piece) => {
    const total = lengthOf(piece);
    const linked = lengthOf(piece.filter(({ isLink }) => isLink));
    return { text: textOf(piece), linkShare: total === 0 ? 0 : linked / total };
  });
}

function textOf(line: readonly Stretch[]): string {
  return line.map(({ text }) => text).join("");
}

function lengthOf(line: readonly Stretch[]): number {
  return line.reduce((sum, { text }) => sum + text.trim().length, 0);
}
