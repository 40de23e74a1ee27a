import { chooseValue, type FieldValue } from "./choose-value.ts";
import { metaValues, microdataValues, type PageSources } from "./page-facts.ts";
import { pageLimits } from "./page-limits.ts";
import { foldText } from "./plain-text.ts";

/** Names of the site, the surest first: JSON-LD, Open Graph, microdata, other metadata. */
export function siteNames(facts: PageSources): readonly string[] {
  const microdata = microdataValues(facts, "publisher").slice(0, 1);
  const others = [
    "dc.publisher",
    "dcterms.publisher",
    "citation_publisher",
    "publisher",
    "application-name",
    "apple-mobile-web-app-title",
  ];
  return [
    facts.article?.publisher ?? "",
    ...metaValues(facts, ["og:site_name"]),
    ...microdata,
    ...metaValues(facts, others),
  ]
    .map((name) => name.slice(0, pageLimits.name))
    .filter((name) => name !== "" && !/^https?:/iu.test(name));
}

/** Who published the article; where the page does not say, the host of its address stands in. */
export function publisherOf(names: readonly string[], url: string | null): FieldValue<string> | null {
  const chosen = chooseValue(names, 2, isSameName);
  if (chosen !== null) return chosen;
  if (url === null || !URL.canParse(url)) return null;
  const value = new URL(url).hostname.replace(/^www\./u, "");
  return { value, doubts: [{ id: "value-assumed", value }] };
}

/** "The Quill Post" is "Quill Post", and "quillpost.example" is too. */
function isSameName(one: string, other: string): boolean {
  const [a, b] = [bare(one), bare(other)];
  return a.includes(b) || b.includes(a);
}

function bare(name: string): string {
  return foldText(name.replace(/^(?:www\.|the )/iu, "").replace(/\.\p{L}{2,7}$/u, ""));
}
