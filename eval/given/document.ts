import { z } from "zod";
import type { Article } from "../../src/domain/article.ts";
import type { Sentence } from "../../src/domain/sentence.ts";
import { dayNumber } from "../../src/text/calendar.ts";
import { sentencesOf } from "../../src/text/sentences-of.ts";

/** What is published at an unreadable time is undated. */
const PUBLISHED = z
  .string()
  .nullish()
  .transform((text) => (text === null || text === undefined ? null : dayOf(text)));
const SENTENCE = z.union(
  [
    z.string(),
    z.object({ text: z.string() }).transform(({ text }) => text),
    z.object({ raw: z.string() }).transform(({ raw }) => raw),
  ],
  { error: "is no sentence" },
);

/** A text as one, or sentence by sentence. */
export const TEXT = z.union([z.string(), z.array(SENTENCE)], { error: "is neither a text nor a list of sentences" });

/** A document in any of the forms in which files give one. */
export const DOCUMENT = z.union(
  [
    TEXT.transform((text) => ({ title: null, text, published: null, publisher: null })),
    z
      .object({
        title: z.string().nullish(),
        sentences: TEXT.nullish(),
        text: TEXT.nullish(),
        body: TEXT.nullish(),
        published: PUBLISHED,
        date: PUBLISHED,
        publication_date: PUBLISHED,
        pub_time: PUBLISHED,
        time: PUBLISHED,
        publisher: z.string().nullish(),
      })
      .refine(({ sentences, text, body }) => (sentences ?? text ?? body) !== undefined)
      .transform(({ title, sentences, text, body, published, date, publication_date, pub_time, time, publisher }) => ({
        title: title ?? null,
        text: sentences ?? text ?? body ?? "",
        published: published ?? date ?? publication_date ?? pub_time ?? time,
        publisher: publisher ?? null,
      })),
  ],
  { error: 'is neither a text, a list of sentences, nor an object with "text", "body" or "sentences"' },
);

/** A document as a file gives it. */
export type GivenDocument = z.infer<typeof DOCUMENT>;

/** A document with its sentences, as every system is given it. */
export interface Document {
  readonly article: Article;
  readonly sentences: readonly Sentence[];
}

/** Makes articles of what a file gives; a document given sentence by sentence keeps them. */
export function documentsOf(given: readonly GivenDocument[]): readonly Document[] {
  return given.map(({ title, text, published, publisher }, place) => {
    const id = `document-${String(place + 1)}`;
    const article: Article = {
      id,
      title: title ?? "",
      publisher: publisher ?? id,
      agency: null,
      authors: [],
      url: null,
      published,
      language: "en",
      kind: "original",
      note: null,
      reprintOf: null,
      body: typeof text === "string" ? text : text.join("\n"),
      source: { file: id, bodyLine: 1 },
    };
    return { article, sentences: typeof text === "string" ? sentencesOf(article) : givenSentences(article, text) };
  });
}

function givenSentences(article: Article, texts: readonly string[]): readonly Sentence[] {
  let start = 0;
  return texts.map((text, position) => {
    const sentence = { article, position, paragraph: 0, text, start, end: start + text.length };
    start = sentence.end + 1;
    return sentence;
  });
}

/** The day of an ISO 8601 date or time; null where it is none. */
export function dayOf(text: string): string | null {
  const { year, month, day } = /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})(?!\d)/u.exec(text.trim())?.groups ?? {};
  if (year === undefined || dayNumber(Number(year), Number(month), Number(day)) === null) return null;
  return `${year}-${month ?? ""}-${day ?? ""}`;
}
