import { agencyNamed, withoutAgency } from "./agency.ts";
import { microdataValues, type PageFacts } from "./page-facts.ts";
import { pageLimits } from "./page-limits.ts";
import { foldText, plainText } from "./plain-text.ts";
import { elementsOf, tokensOf } from "./tree.ts";
import { visibleText } from "./visible.ts";

const metaNames = [
  "author",
  "parsely-author",
  "sailthru.author",
  "dc.creator",
  "dcterms.creator",
  "byl",
  "citation_author",
];

/**
 * Who wrote the article, as the page names them, from the first source that names any: JSON-LD, microdata, metadata, a
 * link to the author, the line below the headline. Publishers, agencies and "staff" are no authors.
 */
export function authorsOf(facts: PageFacts, publishers: readonly string[]): readonly string[] {
  const { article } = facts;
  const excluded = new Set(publishers.map((name) => foldText(name)));
  const people = article?.authors.filter(({ isOrganisation }) => !isOrganisation).map(({ name }) => name) ?? [];
  const sources = [
    people,
    microdataValues(facts, "author"),
    facts.meta.get("article:author") ?? [],
    ...metaNames.map((name) => facts.meta.get(name) ?? []),
    linkedAuthors(facts),
    bylines(facts),
  ];
  for (const source of sources) {
    const names = source.flatMap((text) => namesIn(text)).filter((name) => !excluded.has(foldText(name)));
    const distinct = names.filter(
      (name, index) => names.findIndex((one) => foldText(one) === foldText(name)) === index,
    );
    if (distinct.length > 0) return distinct.slice(0, pageLimits.authors);
  }
  return [];
}

function linkedAuthors({ root, head }: PageFacts): readonly string[] {
  const near = new Set(head.map(({ element }) => element));
  return [...elementsOf(root)]
    .filter((element) => tokensOf(element, "rel").includes("author") && element.name === "a")
    .filter((element) => element.parent !== null && near.has(element.parent))
    .map((element) => plainText(visibleText(element)));
}

const by =
  /^(?:(?:written |reported |story |text |posted |submitted )?by|von|par|por|di|nga|tekst|text|nga gazetari|نوشته|نویسنده|گزارش)\s*:?\s+(?=\p{Lu}|[\p{Script=Arabic}])/iu;

/** Lines above the text that begin as bylines do. */
function bylines({ head }: PageFacts): readonly string[] {
  return head
    .map(({ text }) => text.replace(/^[-–—|•]\s*/u, ""))
    .filter((text) => text.length <= 150 && by.test(text) && !/[.!?]$/u.test(text.replace(/\b\p{Lu}\.$/u, "")));
}

const role =
  /\b(?:staff|reporter|correspondent|editor|writer|journalist|redaktion|redacci[oó]n|r[eé]daction|redazione|redaksia|newsroom|ministry|department|government|office|desk|team|admin|administrator|bureau|agency|agencies|agenturen|agences|agencias|agenzie|news service|webmaster|guest|contributor)\b/iu;

/** The names in a byline: "By Ada Nib and Otto Quill, Blotter staff". */
function namesIn(text: string): readonly string[] {
  if (/^https?:/iu.test(text)) return [];
  const bare =
    text
      .replace(by, "")
      .replaceAll(/\([^)]*\)|\S+@\S+|@\S+/gu, " ")
      .split(
        /\s[|•·–—/]\s|\bin \p{Lu}|\b(?:updated|published|posted)\b|\bon \p{L}+,? \d|\bon \p{L}{3,9}, |\bat \d/iu,
      )[0] ?? "";
  return bare
    .split(/\s*[,;،]\s*|\s+(?:and|und|et|y|e|dhe|with|mit|avec|con|me|&|و)\s+/u)
    .map((name) => plainText(withoutAgency(name.replace(/^(?:and|und|et|y|e|dhe)\s+/u, "").replace(/[.:]$/u, ""))))
    .map((name) => (/^[\p{Lu}\s.'’-]+$/u.test(name) ? titleCase(name) : name))
    .filter((name) => isName(name) && agencyNamed(name) === null);
}

function isName(name: string): boolean {
  const words = name.split(" ");
  if (name.length < 2 || name.length > 60 || words.length > 6 || role.test(name) || /[\d/]/u.test(name)) return false;
  return /^\p{Lu}|^[\p{Script=Arabic}]/u.test(name);
}

function titleCase(name: string): string {
  return name.replaceAll(/\p{L}+/gu, (word) => word.slice(0, 1) + word.slice(1).toLowerCase());
}
