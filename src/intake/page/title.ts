import { chooseValue, type FieldValue } from "./choose-value.ts";
import { metaValues, microdataValues, type PageSources } from "./page-facts.ts";
import { pageLimits } from "./page-limits.ts";
import { foldText, plainText } from "./plain-text.ts";
import { elementsOf, type PageElement } from "./tree.ts";
import { isHidden, isInline, visibleText } from "./visible.ts";

/** Titles that a page gives its article, the surest first. */
export interface TitleCandidates {
  readonly titles: readonly string[];
  /** How many of them, from the first on, can be trusted; the rest only fill in. */
  readonly sure: number;
}

/** The headings of first rank that a reader sees. */
export function shownHeadlines(root: PageElement): readonly string[] {
  return [...elementsOf(root)]
    .filter((element) => element.name === "h1" && !isHidden(element))
    .map((element) => headingText(element))
    .filter((text) => text !== "");
}

/** Of a heading that was never closed the first line. */
function headingText(element: PageElement): string {
  const end = element.children.findIndex(
    (child) => typeof child !== "string" && child.name !== "br" && !isInline(child) && !isHidden(child),
  );
  const line = plainText(
    visibleText({ ...element, children: element.children.slice(0, end === -1 ? undefined : end) }),
  );
  return line === "" ? plainText(visibleText(element)) : line;
}

/**
 * Titles that the page gives its article, the surest first: JSON-LD, microdata, Open Graph, the headline shown, other
 * metadata, the window's title; each without the site's name at its end.
 */
export function titleCandidates(facts: PageSources, siteNames: readonly string[]): TitleCandidates {
  const { root, article } = facts;
  const sure = [
    article?.headline ?? "",
    ...microdataValues(facts, "headline").slice(0, 1),
    ...metaValues(facts, ["og:title"]),
  ];
  const window = [...elementsOf(root)].find(({ name, parent }) => name === "title" && parent?.name !== "svg");
  const metadata = metaValues(facts, [
    "dc.title",
    "dcterms.title",
    "parsely-title",
    "sailthru.title",
    "twitter:title",
    "title",
  ]);
  const others = [...metadata, window === undefined ? "" : plainText(visibleText(window))];
  const trim = (title: string) => withoutSite(title, siteNames);
  const metaTitles = [...sure, ...others].map((title) => trim(title));
  const isOwn = (title: string) => title !== "" && !siteNames.some((name) => foldText(name) === foldText(title));
  const known = [...sure.map((title) => trim(title)), ...headlinesOf(root, metaTitles)].filter((title) => isOwn(title));
  return {
    titles: [...known, ...others.map((title) => trim(title)).filter((title) => isOwn(title))],
    sure: known.length,
  };
}

/** Of several headlines those that metadata knows; else the last, since a site's own name comes first. */
function headlinesOf(root: PageElement, metaTitles: readonly string[]): readonly string[] {
  const shown = shownHeadlines(root);
  const known = shown.filter((headline) => metaTitles.some((title) => isSameTitle(title, headline)));
  return known.length > 0 ? known.slice(0, 1) : shown.filter((headline) => headline.split(" ").length > 2).slice(0, 1);
}

/** The title of the article, with a doubt where JSON-LD, Open Graph and the headline do not agree; null where none is. */
export function titleOf({ titles: candidates, sure }: TitleCandidates): FieldValue<string> | null {
  const chosen = chooseValue(candidates, sure, isSameTitle);
  if (chosen === null) return null;
  // Metadata cuts long headlines short.
  const start = foldText(chosen.value);
  const whole = /(?:…|\.\.\.)$/u.test(chosen.value)
    ? candidates.find((title) => title.length > chosen.value.length && foldText(title).startsWith(start))
    : undefined;
  return { ...chosen, value: (whole ?? chosen.value).slice(0, pageLimits.title).trim() };
}

/** Whether two titles are the same, or one is the other cut short or with a site's name. */
function isSameTitle(one: string, other: string): boolean {
  const [a, b] = [foldText(one), foldText(other)];
  return a !== "" && b !== "" && (a.startsWith(b) || b.startsWith(a) || a.endsWith(b) || b.endsWith(a));
}

/** "Ferry stopped - Quill Post" without " - Quill Post", where that is what the site is called. */
function withoutSite(title: string, siteNames: readonly string[]): string {
  const known = siteNames.map((name) => foldText(name)).filter((name) => name !== "");
  const parts = title.split(/\s+(?:[-–—|·•»:]|::)\s+|\s*[|»]\s*/u);
  let bare = title;
  for (let end = parts.length - 1; end > 0; end -= 1) {
    const last = foldText(parts[end] ?? "");
    const isSite = known.some((name) => last === name || last === name.replace(/^the/u, "") || `${last}com` === name);
    if (!isSite) break;
    bare = bare.slice(0, bare.lastIndexOf(parts[end] ?? "")).replace(/[\s|»·•:–—-]+$/u, "");
  }
  const [first = ""] = parts;
  if (parts.length > 1 && known.includes(foldText(first)))
    bare = bare.slice(first.length).replace(/^[\s|»·•:–—-]+/u, "");
  return bare === "" ? title : bare;
}
