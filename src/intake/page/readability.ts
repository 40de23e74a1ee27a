import { Readability } from "@mozilla/readability";
import { DOMParser } from "linkedom";
import { isHidden } from "./visible.ts";
import { attributeOf, type PageElement } from "./tree.ts";

const kept = ["class", "id", "itemprop", "role"];

/**
 * The elements that Readability takes for the article. It is given a copy of the page with what readers see alone, each
 * element numbered, so that nothing it alters or drops reaches the text: it only tells the place.
 */
export function readabilityElements(root: PageElement): ReadonlySet<PageElement> {
  const elements: PageElement[] = [];
  const body = write(root, elements);
  const copy = `<!doctype html><html><head></head><body>${body}</body></html>`;
  const document = new DOMParser().parseFromString(copy, "text/html");
  const article = new Readability(document, { disableJSONLD: true, charThreshold: 200 }).parse();
  const found = new Set<PageElement>();
  for (const [, number] of (article?.content ?? "").matchAll(/ data-n="(\d+)"/gu)) {
    const element = elements[Number(number)];
    if (element) found.add(element);
  }
  return found;
}

function write(element: PageElement, elements: PageElement[]): string {
  let html = "";
  for (const child of element.children) {
    if (typeof child === "string") html += bare(child);
    else if (!isHidden(child)) html += writeElement(child, elements);
  }
  return html;
}

function writeElement(element: PageElement, elements: PageElement[]): string {
  // The page's own frame is ours; a name of its own making would mean nothing.
  if (["html", "body"].includes(element.name)) return write(element, elements);
  const name = /^[a-z][a-z0-9]*$/u.test(element.name) ? element.name : "div";
  if (name === "br" || name === "hr") return `<${name}>`;
  const number = elements.push(element) - 1;
  const attributes = kept.flatMap((key) => {
    const value = attributeOf(element, key).slice(0, 200);
    return value === "" ? [] : [` ${key}="${bare(value)}"`];
  });
  const href = name === "a" ? ' href="/x"' : "";
  return `<${name} data-n="${number}"${attributes.join("")}${href}>${write(element, elements)}</${name}>`;
}

/** Signs of markup do not matter for finding the place, and each of them decoded would be a node of its own. */
function bare(text: string): string {
  return text.replaceAll(/[&<>"]/gu, " ");
}
