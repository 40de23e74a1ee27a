import { attributeOf, type PageElement } from "./tree.ts";

const neverText = new Set([
  ..."script style noscript template head title meta link base iframe frame object embed applet param svg math canvas".split(
    " ",
  ),
  ..."select option datalist textarea input button audio video track source map area img picture progress meter".split(
    " ",
  ),
  ..."amp-ad amp-analytics amp-consent amp-embed amp-iframe amp-sidebar amp-social-share dialog".split(" "),
]);

const hiddenStyle = /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)/iu;
const hiddenClass =
  /(?:^|\s)(?:sr-only|screen-reader(?:-text)?|screenreader\S*|visually-?hidden|visuallyhidden|a11y-hidden|u-hidden|is-hidden|hidden|assistive-text|off-?screen)(?:\s|$)/iu;

/** Whether an element by itself is never read as text: code, controls, and what no reader sees. */
export function isHidden(element: PageElement): boolean {
  return (
    neverText.has(element.name) ||
    element.attributes.has("hidden") ||
    attributeOf(element, "aria-hidden").toLowerCase() === "true" ||
    hiddenStyle.test(attributeOf(element, "style")) ||
    hasHiddenClass(attributeOf(element, "class"))
  );
}

/** `hidden lg:block` hides on telephones alone. */
function hasHiddenClass(value: string): boolean {
  return hiddenClass.test(value) && !/:(?:block|flex|grid|inline)/u.test(value);
}

/** The text of an element as a reader sees it, on one line, not yet plain. Line breaks and elements part words. */
export function visibleText(element: PageElement): string {
  let text = "";
  for (const child of element.children) {
    if (typeof child === "string") text += child;
    else if (child.name === "br") text += "\n";
    else if (!isHidden(child)) text += isInline(child) ? visibleText(child) : ` ${visibleText(child)} `;
  }
  return text;
}

const inline = new Set(
  (
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rp rt ruby s samp small span " +
    "strike strong sub sup time tt u var wbr amp-fit-text"
  ).split(" "),
);

/** Whether an element stands within a line of text. */
export function isInline({ name }: PageElement): boolean {
  return inline.has(name);
}
