import type { Problem, ProblemDetail } from "../domain/problem.ts";
import type { Words } from "../domain/words.ts";
import { fetchText } from "./corpus-fetching.ts";
import { shortText } from "./corpus-names.ts";
import { quoted } from "./words.ts";

const VALUE_LENGTH = 100;
const VALUES_SHOWN = 3;

/** What is uncertain or wrong in a few plain words, after the name of the field: "date: 2030-01-01 has not come yet". */
export function doubtText(words: Words, { field, detail }: Problem): string {
  const doubt = wordsFor(words, detail);
  return field === null ? doubt : words.say("doubt.of", { what: fieldName(words, field), doubt });
}

/** The same with the file and the line in front: "articles/a.md:3: …". */
export function doubtInFile(words: Words, problem: Problem): string {
  const file = shortText(problem.file, VALUE_LENGTH);
  const what = problem.line === null ? file : `${file}:${String(problem.line)}`;
  return words.say("doubt.of", { what, doubt: doubtText(words, problem) });
}

/** What a field is called; its own name where it is none of an article's. */
export function fieldName(words: Words, field: string): string {
  return words.find(`field.${field}`) ?? shortText(field, VALUE_LENGTH);
}

function wordsFor(words: Words, detail: ProblemDetail): string {
  const given = (value: string): string => quoted(words, shortText(value, VALUE_LENGTH));
  switch (detail.id) {
    case "value-assumed":
      return words.say("doubt.value-assumed", { value: given(detail.value) });
    case "value-unknown":
      return words.say(detail.value === "url" ? "doubt.no-url" : "doubt.no-date");
    case "encoding-guessed":
    case "encoding-contradicted":
    case "encoding-unknown":
      return words.say("doubt.encoding");
    case "encoding-damaged":
      return words.say("doubt.encoding-damaged", { count: detail.count });
    case "language-differs":
      return words.say("doubt.language-differs", {
        declared: languageNamed(words, detail.declared),
        detected: languageNamed(words, detail.detected),
      });
    case "language-unknown":
      return words.say("doubt.language-unknown", { language: languageNamed(words, detail.assumed) });
    case "feed-invalid":
    case "feed-empty":
    case "pdf-damaged":
    case "pdf-locked":
    case "pdf-no-text":
    case "no-article":
    case "several-articles":
    case "teaser":
    case "text-short":
    case "live-coverage":
    case "text-from-metadata":
      return words.say(`doubt.${detail.id}`);
    case "feed-too-long":
      return words.say("doubt.feed-too-long", { limit: detail.limit });
    case "feed-entries-unusable":
      return words.say("doubt.feed-entries", { count: detail.count });
    case "pdf-pages-without-text":
      return words.say("doubt.pdf-pages", { count: detail.count });
    case "pdf-too-costly":
    case "source-too-costly":
    case "page-too-slow":
    case "page-too-complex":
      return words.say("doubt.too-costly");
    case "page-unreadable":
    case "file-unreadable":
    case "file-not-regular":
    case "file-not-utf8":
      return words.say("doubt.unreadable");
    case "format-unsupported":
      return words.say("doubt.format", { format: given(detail.format) });
    case "values-differ":
      return words.say("doubt.values-differ", {
        values: words.list(detail.values.slice(0, VALUES_SHOWN).map(given), "and"),
      });
    case "canonical-elsewhere":
      return words.say("doubt.canonical-elsewhere", { address: given(detail.received) });
    case "date-invalid":
    case "date-in-future":
    case "url-invalid":
      return words.say(`doubt.${detail.id}`, { value: given(detail.received) });
    case "field-missing":
    case "field-empty":
    case "body-empty":
      return words.say("doubt.missing");
    case "field-too-long":
    case "body-too-long":
    case "file-too-large":
    case "pdf-too-long":
      return words.say("doubt.too-long");
    case "duplicate-body":
    case "duplicate-id":
      return words.say("doubt.duplicate", { other: given(detail.other) });
    case "front-matter-missing":
    case "front-matter-unclosed":
    case "front-matter-language":
    case "yaml-invalid":
    case "json-invalid":
      return words.say("doubt.fields-unreadable");
    case "control-character":
    case "invisible-character":
      return words.say("doubt.character");
    case "problems-omitted":
      return words.say("doubt.omitted", { count: detail.count });
    case "not-fetched":
      return fetchText(words, detail.failure);
    default:
      return words.say("doubt.other");
  }
}

function languageNamed(words: Words, tag: string): string {
  return shortText(words.languageName(tag), VALUE_LENGTH);
}
