import type { Question } from "../../src/domain/answer.ts";
import type { Article } from "../../src/domain/article.ts";
import { type Analyzer, createAnalyzer } from "../../src/text/analyzer.ts";
import { sentencesOf } from "../../src/text/sentences-of.ts";
import type { SystemHit } from "./system.ts";

/** What the systems to compare with are given: the sentences that Footnote has, and the words it makes of them. */
export interface Sentences {
  /** A sentence's number is its place. */
  readonly all: readonly SystemHit[];
  /** The stems of a text without stop words, in order. */
  readonly stems: (text: string) => readonly string[];
}

/** The sentences of the articles, in the order of the corpus. The names of a glossary are Footnote's own and not given. */
export function sentencesFor(articles: readonly Article[]): Sentences {
  const analyzer = createAnalyzer([]);
  return {
    all: articles.flatMap((article) => sentencesOf(article).map(({ text }) => ({ text, article: article.id }))),
    stems: (text) => stemsOf(analyzer, text),
  };
}

/**
 * A question as it would be put to a search engine without a notion of conversation: what the person asked before goes
 * first. Person and bot speak in turn, the person first.
 */
export function typedText({ text, context }: Question): string {
  return [...context.filter((_, turn) => turn % 2 === 0), text].join(" ");
}

function stemsOf(analyzer: Analyzer, text: string): readonly string[] {
  const stems: string[] = [];
  analyzer.eachTerm(text, (term) => stems.push(term));
  return stems;
}
