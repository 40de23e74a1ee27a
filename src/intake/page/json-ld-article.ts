import { htmlParagraphs, htmlText } from "./html-text.ts";
import type { JsonLd, JsonLdThing } from "./json-ld.ts";
import { foldText } from "./plain-text.ts";

/** Who is named as author, publisher or source. */
export interface NamedParty {
  readonly name: string;
  readonly isOrganisation: boolean;
}

/** A post of live coverage. */
export interface LivePost {
  /** As the page has it, ISO 8601; empty where there is none. */
  readonly time: string;
  readonly headline: string;
  readonly paragraphs: readonly string[];
}

/** What JSON-LD says of the page's article. Texts are plain; what is not said is empty. */
export interface JsonLdArticle {
  readonly headline: string;
  readonly paragraphs: readonly string[];
  readonly datePublished: string;
  readonly authors: readonly NamedParty[];
  readonly publisher: string;
  readonly sources: readonly string[];
  readonly language: string;
  readonly urls: readonly string[];
  readonly isFree: boolean | null;
  readonly isLive: boolean;
  readonly posts: readonly LivePost[];
}

const articleTypes =
  /^(?:\w*(?:News|Report|Opinion|Analysis|Background|Review|Satirical|Ask|Tech|Scholarly|Advertiser)\w*Article|Article|AnalysisNewsArticle|BlogPosting|LiveBlogPosting|SocialMediaPosting|Report|ReviewNewsArticle|OpinionNewsArticle|BackgroundNewsArticle)$/u;

/**
 * The article that the page's JSON-LD tells of: of several, the one whose headline the page shows; null where there is
 * none. @param shown headings of the page
 */
export function findJsonLdArticle({ things, byId }: JsonLd, shown: readonly string[]): JsonLdArticle | null {
  const articles = things.filter((thing) => typesOf(thing).some((type) => articleTypes.test(type)));
  const known = new Set(shown.map((text) => foldText(text)));
  const chosen = articles.find((thing) => known.has(foldText(textOf(thing["headline"])))) ?? articles[0];
  if (chosen === undefined) return null;
  const posts = listOf(chosen["liveBlogUpdate"]).flatMap((value) => livePost(thingOf(value, byId)));
  const free = textOf(chosen["isAccessibleForFree"]).toLowerCase();
  return {
    headline: textOf(chosen["headline"]) || textOf(chosen["name"]),
    paragraphs: htmlParagraphs(rawTextOf(chosen["articleBody"])),
    datePublished: textOf(chosen["datePublished"]),
    authors: listOf(chosen["author"]).flatMap((value) => partiesOf(value, byId)),
    publisher: partiesOf(chosen["publisher"], byId)[0]?.name ?? "",
    sources: [chosen["sourceOrganization"], chosen["provider"], chosen["copyrightHolder"]].flatMap((value) =>
      listOf(value).flatMap((one) => partiesOf(one, byId).map(({ name }) => name)),
    ),
    language: textOf(chosen["inLanguage"]) || textOf(thingOf(chosen["inLanguage"], byId)?.["alternateName"]),
    urls: [chosen["url"], chosen["mainEntityOfPage"], thingOf(chosen["mainEntityOfPage"], byId)?.["@id"]]
      .map((value) => textOf(value))
      .filter((url) => url !== ""),
    isFree: free === "" ? null : !["false", "0", "no"].includes(free.split("/").at(-1) ?? ""),
    isLive: typesOf(chosen).includes("LiveBlogPosting"),
    posts,
  };
}

function typesOf(thing: JsonLdThing): readonly string[] {
  return listOf(thing["@type"])
    .filter((type) => typeof type === "string")
    .map((type) => type.replace(/^(?:https?:\/\/schema\.org\/|schema:)/u, ""));
}

function livePost(thing: JsonLdThing | null): readonly LivePost[] {
  if (thing === null) return [];
  const headline = textOf(thing["headline"]) || textOf(thing["name"]);
  const paragraphs = htmlParagraphs(rawTextOf(thing["articleBody"]) || rawTextOf(thing["description"]));
  return headline === "" && paragraphs.length === 0
    ? []
    : [{ time: textOf(thing["datePublished"]), headline, paragraphs }];
}

function partiesOf(value: unknown, byId: JsonLd["byId"]): readonly NamedParty[] {
  if (Array.isArray(value)) return value.flatMap((one: unknown) => partiesOf(one, byId));
  const thing = thingOf(value, byId);
  const name = thing === null ? textOf(value) : textOf(thing["name"]);
  if (name === "") return [];
  return [{ name, isOrganisation: thing !== null && typesOf(thing).some((type) => /Organi[sz]ation$/u.test(type)) }];
}

function thingOf(value: unknown, byId: JsonLd["byId"]): JsonLdThing | null {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  const entries = Object.entries(value);
  const [first] = entries;
  if (entries.length === 1 && first?.[0] === "@id" && typeof first[1] === "string") return byId.get(first[1]) ?? null;
  return Object.fromEntries(entries);
}

function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

/** A value's text: of a list the first, of `{"@value": …}` what is in it. */
function rawTextOf(value: unknown): string {
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (Array.isArray(value)) return rawTextOf(value[0]);
  if (typeof value !== "object" || value === null) return "";
  const inner = "@value" in value ? value["@value"] : "name" in value ? value.name : "";
  return typeof inner === "string" ? inner : "";
}

function textOf(value: unknown): string {
  return htmlText(rawTextOf(value));
}
