/** A piece of a page: an element, or text with its entities decoded. */
export type PageNode = PageElement | string;

/** An element of a page. Names of elements and attributes are lower-case. */
export interface PageElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly PageNode[];
  /** Null for the page as a whole. */
  readonly parent: PageElement | null;
  /** Line of the source on which it begins, counted from 1. */
  readonly line: number;
}

/** The elements below this one, in the order of the page. */
export function* elementsOf(root: PageElement): Generator<PageElement> {
  for (const child of root.children) {
    if (typeof child === "string") continue;
    yield child;
    yield* elementsOf(child);
  }
}

/** The elements that hold this one, the nearest first. */
export function* holdersOf(element: PageElement): Generator<PageElement> {
  for (let holder = element.parent; holder !== null; holder = holder.parent) yield holder;
}

export function holds(holder: PageElement, element: PageElement): boolean {
  if (holder === element) return true;
  for (const one of holdersOf(element)) if (one === holder) return true;
  return false;
}

/** An attribute's value without blanks around it; empty where it is not there. */
export function attributeOf(element: PageElement, name: string): string {
  return element.attributes.get(name)?.trim() ?? "";
}

/** The values of an attribute that holds several: `itemprop`, `itemtype`, `rel`. Lower-case. */
export function tokensOf(element: PageElement, name: string): readonly string[] {
  const value = attributeOf(element, name).toLowerCase();
  return value === "" ? [] : value.split(/\s+/u);
}

/** The microdata item that an element's properties are of. */
export function scopeAround(element: PageElement): PageElement | null {
  for (const holder of holdersOf(element)) if (holder.attributes.has("itemscope")) return holder;
  return null;
}
