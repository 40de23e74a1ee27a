import type { Messages } from "../../domain/messages.ts";
import type { NoValues } from "../../domain/messages/values.ts";
import type { Problem, ProblemDetail, ProblemId } from "../../domain/problem.ts";
import type { MessageId, Words } from "../../domain/words.ts";
import { fetchText } from "./corpus-fetching.ts";
import { shortText } from "./corpus-names.ts";
import { quoted } from "../text/words.ts";

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

/** Messages that are given nothing. */
type PlainDoubt = {
  [K in Extract<MessageId, `doubt.${string}`>]: Messages[K] extends NoValues ? K : never;
}[Extract<MessageId, `doubt.${string}`>];

/** What is always said in the same words. What stands neither here nor below is said to be checked. */
const PLAIN: Partial<Record<ProblemId, PlainDoubt>> = {
  "encoding-guessed": "doubt.encoding",
  "encoding-contradicted": "doubt.encoding",
  "encoding-unknown": "doubt.encoding",
  "feed-invalid": "doubt.feed-invalid",
  "feed-empty": "doubt.feed-empty",
  "pdf-damaged": "doubt.pdf-damaged",
  "pdf-locked": "doubt.pdf-locked",
  "pdf-no-text": "doubt.pdf-no-text",
  "pdf-too-costly": "doubt.too-costly",
  "source-too-costly": "doubt.too-costly",
  "page-too-complex": "doubt.too-costly",
  "page-unreadable": "doubt.unreadable",
  "file-unreadable": "doubt.unreadable",
  "file-not-regular": "doubt.unreadable",
  "file-not-utf8": "doubt.unreadable",
  "no-article": "doubt.no-article",
  "several-articles": "doubt.several-articles",
  teaser: "doubt.teaser",
  "text-short": "doubt.text-short",
  "live-coverage": "doubt.live-coverage",
  "text-from-metadata": "doubt.text-from-metadata",
  "field-missing": "doubt.missing",
  "field-empty": "doubt.missing",
  "body-empty": "doubt.missing",
  "field-too-long": "doubt.too-long",
  "body-too-long": "doubt.too-long",
  "file-too-large": "doubt.too-long",
  "pdf-too-long": "doubt.too-long",
  "front-matter-missing": "doubt.fields-unreadable",
  "front-matter-unclosed": "doubt.fields-unreadable",
  "front-matter-language": "doubt.fields-unreadable",
  "yaml-invalid": "doubt.fields-unreadable",
  "json-invalid": "doubt.fields-unreadable",
  "control-character": "doubt.character",
  "invisible-character": "doubt.character",
};

function wordsFor(words: Words, detail: ProblemDetail): string {
  const plain = PLAIN[detail.id];
  return plain === undefined ? (valued(words, detail) ?? words.say("doubt.other")) : words.say(plain);
}

/** What is said with what was found; null for anything else. */
function valued(words: Words, detail: ProblemDetail): string | null {
  const given = (value: string): string => quoted(words, shortText(value, VALUE_LENGTH));
  if ("failure" in detail) return fetchText(words, detail.failure);
  if (detail.id === "value-assumed") return words.say("doubt.value-assumed", { value: given(detail.value) });
  if (detail.id === "value-unknown") return words.say(detail.value === "url" ? "doubt.no-url" : "doubt.no-date");
  if (detail.id === "encoding-damaged") return words.say("doubt.encoding-damaged", { count: detail.count });
  if (detail.id === "language-differs") {
    const declared = languageNamed(words, detail.declared);
    return words.say("doubt.language-differs", { declared, detected: languageNamed(words, detail.detected) });
  }
  if (detail.id === "language-unknown") {
    return words.say("doubt.language-unknown", { language: languageNamed(words, detail.assumed) });
  }
  if (detail.id === "feed-too-long") return words.say("doubt.feed-too-long", { limit: detail.limit });
  if (detail.id === "feed-entries-unusable") return words.say("doubt.feed-entries", { count: detail.count });
  if (detail.id === "pdf-pages-without-text") return words.say("doubt.pdf-pages", { count: detail.count });
  if (detail.id === "format-unsupported") return words.say("doubt.format", { format: given(detail.format) });
  if (detail.id === "values-differ") {
    const values = words.list(detail.values.slice(0, VALUES_SHOWN).map(given), "and");
    return words.say("doubt.values-differ", { values });
  }
  if (detail.id === "canonical-elsewhere") {
    return words.say("doubt.canonical-elsewhere", { address: given(detail.received) });
  }
  if (detail.id === "date-invalid" || detail.id === "date-in-future" || detail.id === "url-invalid") {
    return words.say(`doubt.${detail.id}`, { value: given(detail.received) });
  }
  if (detail.id === "duplicate-body" || detail.id === "duplicate-id") {
    return words.say("doubt.duplicate", { other: given(detail.other) });
  }
  if (detail.id === "withdrawn-before") {
    const { on, reason } = detail;
    const why = [on === null ? "" : words.date(on, "short"), reason === null ? "" : given(reason)];
    return words.say("doubt.withdrawn-before", { why: why.filter((part) => part !== "").join(", ") });
  }
  return detail.id === "problems-omitted" ? words.say("doubt.omitted", { count: detail.count }) : null;
}

function languageNamed(words: Words, tag: string): string {
  return shortText(words.languageName(tag), VALUE_LENGTH);
}
