import { findBylineDate } from "../../corpus/byline-date.ts";
import type { LeftOut } from "../../domain/import-report.ts";
import { intakeLimits } from "../limits.ts";
import { webAddress } from "../web-address.ts";
import { namesIn } from "./names-in.ts";

/** What a source says of its own article. All of it is doubtful. */
export interface FoundFields {
  readonly title: string | null;
  readonly publisher: string | null;
  readonly authors: readonly string[];
  readonly url: string | null;
  readonly published: string | null;
  readonly language: string | null;
}

export const nothingFound: FoundFields = Object.freeze({
  title: null,
  publisher: null,
  authors: [],
  url: null,
  published: null,
  language: null,
});

/** A text parted from the lines at its top that tell of it. */
export interface SavedFields {
  readonly found: FoundFields;
  /** The text with those lines emptied, so that all others keep their numbers. */
  readonly text: string;
  readonly leftOut: readonly LeftOut[];
}

type Label = "title" | "publisher" | "authors" | "url" | "published" | "language" | "nothing";

/** How people and programs that save pages write it. In small letters. */
const labels: Readonly<Record<string, Label>> = {
  title: "title",
  headline: "title",
  source: "publisher",
  publisher: "publisher",
  publication: "publisher",
  site: "publisher",
  author: "authors",
  authors: "authors",
  byline: "authors",
  by: "authors",
  url: "url",
  link: "url",
  address: "url",
  "original url": "url",
  "source url": "url",
  published: "published",
  "published on": "published",
  "date published": "published",
  "publication date": "published",
  date: "published",
  posted: "published",
  language: "language",
  "saved on": "nothing",
  saved: "nothing",
  retrieved: "nothing",
  accessed: "nothing",
  "date accessed": "nothing",
  "retrieved on": "nothing",
};

/** Lines with something on them among which such fields are looked for. */
const linesLookedAt = 12;

/**
 * Takes the fields from the top of a saved page: `Source: …`, `URL: …`, `Published: 10 September 2022`, `By Jane Doe`.
 * The first line that reads like the article's own ends them.
 * @param today `YYYY-MM-DD`
 */
export function takeSavedFields(text: string, today: string): SavedFields {
  const head = text.slice(0, 10_000);
  const lines = head.split("\n");
  let found = nothingFound;
  const leftOut: LeftOut[] = [];
  let seen = 0;
  for (const [index, raw] of lines.entries()) {
    const line = raw.trim();
    if (line === "") continue;
    seen += 1;
    // A line cut off by the look at the top alone is not judged.
    if (seen > linesLookedAt || line.length > 400 || index === lines.length - 1) break;
    const field = fieldOfLine(line, today);
    if (field === null) {
      if (isProse(line)) break;
      continue;
    }
    found = merged(found, field);
    leftOut.push({ line: index + 1, text: line, reason: "byline" });
    lines[index] = "";
  }
  return { found, text: leftOut.length === 0 ? text : lines.join("\n") + text.slice(head.length), leftOut };
}

/** What pairs of a label and a value say, their labels as in `takeSavedFields`. @param today `YYYY-MM-DD` */
export function foundInPairs(pairs: readonly (readonly [string, string])[], today: string): FoundFields {
  return pairs.reduce((found, [name, value]) => {
    const label = labelOf(name);
    const field = label === undefined || value.trim() === "" ? null : fieldOf(label, value.trim(), today);
    return field === null ? found : merged(found, field);
  }, nothingFound);
}

function labelOf(name: string): Label | undefined {
  const key = name.toLowerCase();
  return Object.hasOwn(labels, key) ? labels[key] : undefined;
}

function fieldOfLine(line: string, today: string): Partial<FoundFields> | null {
  const plain = line.replaceAll(/^[#>*_\s-]+|[*_]+/gu, "");
  const [, name = "", value = ""] = /^([\p{L} ]{2,20}?)\s*:\s*(\S.*)$/u.exec(plain) ?? [];
  const label = labelOf(name);
  if (label !== undefined) return fieldOf(label, value, today);
  const by = /^(?:By|BY) (\p{Lu}.*)$/u.exec(plain)?.[1];
  const authors = by === undefined || /[.!?]$/u.test(by) ? [] : namesIn(by);
  return authors.length === 0 ? null : { authors };
}

function fieldOf(label: Label, value: string, today: string): Partial<FoundFields> | null {
  const url = /https?:\/\/[^\s<>"]+/iu.exec(value)?.[0].replace(/[)\].,;]+$/u, "");
  switch (label) {
    case "publisher": {
      const address = url === undefined ? null : webAddress(url, null);
      const name = value
        .replaceAll(/[([<]?https?:\/\/\S+/giu, "")
        .trim()
        .slice(0, intakeLimits.nameLength);
      return { ...(address === null ? {} : { url: address }), ...(name === "" ? {} : { publisher: name }) };
    }
    case "url": {
      const address = webAddress(url ?? value, null);
      return address === null ? null : { url: address };
    }
    case "published":
      // A date nobody can be sure of is as good as none, but it is no part of the article.
      return { published: findBylineDate([value], today) };
    case "authors":
      return { authors: namesIn(value) };
    case "title":
      return { title: value.slice(0, intakeLimits.titleLength) };
    case "language":
      return /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/iu.test(value) ? { language: value } : {};
    case "nothing":
      return {};
  }
}

/** The first of two that tell the same counts. */
function merged(found: FoundFields, field: Partial<FoundFields>): FoundFields {
  return {
    title: found.title ?? field.title ?? null,
    publisher: found.publisher ?? field.publisher ?? null,
    authors: found.authors.length > 0 ? found.authors : (field.authors ?? []),
    url: found.url ?? field.url ?? null,
    published: found.published ?? field.published ?? null,
    language: found.language ?? field.language ?? null,
  };
}

function isProse(line: string): boolean {
  return line.split(" ").length >= 8 && /[.!?…。؟]["'”’»)\]]*$/u.test(line);
}
