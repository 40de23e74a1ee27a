import type { Block } from "./blocks.ts";
import { htmlText } from "./html-text.ts";
import type { JsonLdArticle } from "./json-ld-article.ts";
import { plainText } from "./plain-text.ts";
import { attributeOf, elementsOf, scopeAround, tokensOf, type PageElement } from "./tree.ts";
import { visibleText } from "./visible.ts";

/** What a page says of its article besides its text. */
export interface PageSources {
  readonly root: PageElement;
  readonly article: JsonLdArticle | null;
  /** `content` of meta elements by name, property or itemprop, lower-case, in order. */
  readonly meta: ReadonlyMap<string, readonly string[]>;
  /** The article that microdata marks, or null. */
  readonly microdata: PageElement | null;
  /** Address the page was fetched from, or null. */
  readonly url: string | null;
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

/** All that fields are read from. */
export interface PageFacts extends PageSources {
  /** The page above the first paragraph of the article, and what of the article's own place was left out as byline. */
  readonly head: readonly Block[];
  /** Of the article. */
  readonly paragraphs: readonly string[];
}

export function metaOf(root: PageElement): PageSources["meta"] {
  const meta = new Map<string, string[]>();
  for (const element of elementsOf(root)) {
    if (element.name !== "meta") continue;
    const content = htmlText(attributeOf(element, "content"));
    if (content === "") continue;
    const names = ["property", "name", "itemprop", "http-equiv"].flatMap((key) => tokensOf(element, key));
    for (const name of names) meta.set(name, [...(meta.get(name) ?? []), content]);
  }
  return meta;
}

/** The first value of each of these names, in this order. */
export function metaValues({ meta }: Pick<PageSources, "meta">, names: readonly string[]): readonly string[] {
  return names.flatMap((name) => meta.get(name)?.slice(0, 1) ?? []);
}

/** The article that microdata marks: the first with a headline or a body. */
export function microdataArticle(root: PageElement): PageElement | null {
  for (const element of elementsOf(root)) {
    if (!/(?:Article|BlogPosting|Report)\s*$/u.test(attributeOf(element, "itemtype"))) continue;
    const inside = new Set([...elementsOf(element)].flatMap((inner) => tokensOf(inner, "itemprop")));
    if (inside.has("headline") || inside.has("articlebody")) return element;
  }
  return null;
}

/** Values of a microdata property of the article; of things in things the name. */
export function microdataValues({ microdata }: Pick<PageSources, "microdata">, property: string): readonly string[] {
  if (microdata === null) return [];
  return [...elementsOf(microdata)]
    .filter((element) => tokensOf(element, "itemprop").includes(property) && scopeAround(element) === microdata)
    .map((element) => microdataText(element))
    .filter((text) => text !== "");
}

function microdataText(element: PageElement): string {
  const said = attributeOf(element, "content") || attributeOf(element, "datetime");
  if (said !== "") return htmlText(said);
  if (element.attributes.has("itemscope")) {
    const name = [...elementsOf(element)].find((inner) => tokensOf(inner, "itemprop").includes("name"));
    if (name) return microdataText(name);
  }
  return plainText(visibleText(element));
}
