import type { Article } from "../../src/domain/article.ts";
import type { Sentence } from "../../src/domain/sentence.ts";
import { sentencesOf } from "../../src/text/sentences-of.ts";
import type { GivenDocument } from "./cluster-line.ts";

/** A document of a cluster with its sentences, as every system is given it. */
export interface Document {
  readonly article: Article;
  readonly sentences: readonly Sentence[];
}

/** Makes articles of what a file gives; a document given sentence by sentence keeps them. */
export function documentsOf(given: readonly GivenDocument[]): readonly Document[] {
  return given.map(({ title, text, published, publisher }, place) => {
    const id = `document-${String(place + 1)}`;
    const body = typeof text === "string" ? text : text.join("\n");
    const article: Article = {
      id,
      title: title ?? "",
      publisher: publisher ?? id,
      agency: null,
      authors: [],
      url: null,
      published: published ?? null,
      language: "en",
      kind: "original",
      note: null,
      body,
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
