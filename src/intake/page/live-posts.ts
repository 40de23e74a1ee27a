import type { JsonLdArticle } from "./json-ld-article.ts";
import { blocksOf } from "./blocks.ts";
import { isLiveContainer } from "./furniture-elements.ts";
import { plainText } from "./plain-text.ts";
import { selectParagraphs, type Selection, type SelectionHints } from "./select-paragraphs.ts";
import { attributeOf, elementsOf, holds, holdersOf, tokensOf, type PageElement } from "./tree.ts";
import { isHidden, visibleText } from "./visible.ts";

/**
 * The posts of live coverage in the order of the page: marked by microdata, or the elements with a time of their own in
 * what class or id call a live blog. Empty where the page has none of them.
 */
export function livePosts(root: PageElement): readonly PageElement[] {
  const all = [...elementsOf(root)].filter((element) => !isHidden(element));
  const marked = all.filter((element) => tokensOf(element, "itemprop").includes("liveblogupdate"));
  if (marked.length >= 2) return marked;
  const live = all.find((element) => element.name !== "body" && element.name !== "html" && isLiveContainer(element));
  if (live === undefined) return [];
  const inside = [...elementsOf(live)];
  const times = new Map<PageElement, number>();
  for (const time of inside.filter((element) => isTime(element))) {
    for (const holder of holdersOf(time)) times.set(holder, (times.get(holder) ?? 0) + 1);
  }
  const posts = inside.filter(
    (element) =>
      ["article", "li", "section", "div"].includes(element.name) &&
      times.get(element) === 1 &&
      /\p{L}{3}/u.test(visibleText(element)),
  );
  const outermost = posts.filter((post) => !posts.some((other) => other !== post && holds(other, post)));
  return outermost.length >= 2 ? outermost : [];
}

function isTime(element: PageElement): boolean {
  return (
    element.name === "time" ||
    /(?:^|[\s_-])(?:time|timestamp|hora|heure|uhrzeit|orario)(?:$|[\s_-])/iu.test(attributeOf(element, "class"))
  );
}

/** A post's paragraphs below its time, which is a paragraph of its own. */
export function readLivePost(
  post: PageElement,
  hints: SelectionHints,
): Selection & { readonly paragraphs: readonly string[] } {
  const time = [...elementsOf(post)].find((element) => isTime(element));
  const blocks = blocksOf(post).filter(({ element }) => time === undefined || !holds(time, element));
  const said = time === undefined ? "" : plainText(visibleText(time));
  const selection = selectParagraphs(
    blocks.filter(({ text }) => text !== said),
    hints,
  );
  const texts = selection.kept.map(({ text }) => text);
  return { ...selection, paragraphs: said === "" || texts.length === 0 ? texts : [said, ...texts] };
}

/** Posts that JSON-LD holds: the time of day as stated there, the headline, the text. */
export function postsFromMetadata({ posts }: JsonLdArticle): readonly string[] {
  return posts.flatMap(({ time, headline, paragraphs }) => {
    const clock = /T(\d{2}:\d{2})/u.exec(time)?.[1];
    const isRepeated = paragraphs[0] === headline;
    return [
      ...(clock === undefined ? [] : [clock]),
      ...(headline === "" || isRepeated ? [] : [headline]),
      ...paragraphs,
    ];
  });
}
