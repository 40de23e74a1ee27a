import { namesIn } from "../../answer/names/names-in.ts";
import type { Article } from "../../domain/article.ts";
import { sentencesOf } from "../../text/sentences-of.ts";
import type { Turns } from "../turns.ts";
import type { NameEvidence } from "./suggestion.ts";

/** A name, as articles write it. */
export interface MetName {
  readonly name: string;
  /** Places in the corpus of the articles that have it, ascending. */
  readonly articles: readonly number[];
}

/** Names that are compared, those of most articles. */
const MAX_NAMES = 20_000;

/** What articles write as names within their sentences, those met in most articles first. */
export async function metNames(articles: readonly Article[], turns: Turns): Promise<readonly MetName[]> {
  const places = new Map<string, number[]>();
  for (const [order, { body }] of articles.entries()) {
    await turns.next();
    for (const name of namesIn(body)) {
      const known = places.get(name);
      if (known === undefined) places.set(name, [order]);
      else known.push(order);
    }
  }
  return [...places]
    .map(([name, own]) => ({ name, articles: own }))
    .toSorted((a, b) => b.articles.length - a.articles.length || (a.name < b.name ? -1 : 1))
    .slice(0, MAX_NAMES);
}

/** The first sentence of an article that has the name. */
export function sentenceWith(article: Article | undefined, name: string): readonly NameEvidence[] {
  if (article === undefined) return [];
  const found = sentencesOf(article).find(({ text }) => text.includes(name));
  return found === undefined ? [] : [{ articleId: article.id, sentence: found.text }];
}
