import { chooseLanguage } from "../language.ts";
import type { FieldValue } from "./choose-value.ts";
import { metaValues, microdataValues, type PageSources } from "./page-facts.ts";
import { attributeOf, elementsOf } from "./tree.ts";

/** The article's language: as the page declares it, doubted where the text is plainly in another; else by the text. */
export function languageOf(sources: PageSources, text: string): FieldValue<string> {
  const declared = declaredLanguage(sources);
  const { language, doubt } = chooseLanguage(declared?.value ?? null, text);
  return { value: language, doubts: [...(declared?.doubts ?? []), ...(doubt === null ? [] : [doubt])] };
}

/**
 * The language that the page says it is in, as a BCP 47 tag: JSON-LD, microdata, the `lang` of the page, Open Graph,
 * other metadata. Null where it says none.
 */
function declaredLanguage(sources: PageSources): FieldValue<string> | null {
  const { root, article } = sources;
  const lang = [...elementsOf(root)].find(({ name }) => name === "html");
  const candidates = [
    article?.language ?? "",
    ...microdataValues(sources, "inlanguage").slice(0, 1),
    lang === undefined ? "" : attributeOf(lang, "lang") || attributeOf(lang, "xml:lang"),
    ...metaValues(sources, ["og:locale", "content-language", "dc.language", "dcterms.language", "language"]),
  ];
  const tags = candidates.flatMap((candidate) => primaryTag(candidate));
  const [value, ...others] = tags;
  if (value === undefined) return null;
  const differing = [...new Set(others.filter((tag) => tag !== value))];
  return { value, doubts: differing.length === 0 ? [] : [{ id: "values-differ", values: [value, ...differing] }] };
}

/** "en_GB" is "en": what region it was written in says nothing about how to read it. */
function primaryTag(text: string): readonly string[] {
  const [tag = ""] = text.split(/[-_,;\s]/u);
  return /^[a-z]{2,3}$/iu.test(tag) && tag.toLowerCase() !== "und" ? [tag.toLowerCase()] : [];
}
