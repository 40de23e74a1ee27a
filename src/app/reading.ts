import type { Answerer } from "../answer/answerer.ts";
import { checkText } from "../answer/claims/check-text.ts";
import { changeSince, fingerprintOf } from "../answer/fingerprint.ts";
import { Independence } from "../answer/independence.ts";
import { latestArticles } from "../answer/latest.ts";
import { NamePages } from "../answer/names/about-name.ts";
import { NameFinder } from "../answer/names/find-name.ts";
import type { KnownNames } from "../answer/names/known-names.ts";
import { Quotes } from "../answer/quotes.ts";
import type { Library } from "../domain/command.ts";
import type { Corpus } from "../domain/corpus.ts";
import type { Retelling } from "../domain/digest.ts";
import { type RetellingSource, retellingOf } from "../digest/retelling.ts";
import type { SentenceIndex } from "../search/sentence-index.ts";

/** What can be read off the articles beside answers. */
export type Reading = Pick<
  Library,
  | "check"
  | "aboutName"
  | "quotes"
  | "latest"
  | "completeName"
  | "independentSources"
  | "fingerprint"
  | "changeSince"
  | keyof Retelling
>;

/** Reads one state of a corpus. */
export function readingOf(
  { event }: Corpus,
  index: SentenceIndex,
  answerer: Answerer,
  names: KnownNames,
  refs: Pick<RetellingSource, "sentenceOf" | "refOf">,
): Reading {
  const finder = new NameFinder(index, event.glossary, names);
  const pages = new NamePages(index, finder);
  const quotes = new Quotes(index, answerer, finder);
  const independence = new Independence(index.analyzer);
  return {
    check: async (text, signal) => checkText(index, answerer, text, signal),
    aboutName: async (typed, page) => pages.page(typed, page),
    quotes: async (wanted, page) => quotes.page(wanted, page),
    latest: (since, page) => latestArticles(index, since, page),
    completeName: (typed, limit) => names.complete(typed, limit),
    independentSources: (articles) => independence.count(articles),
    fingerprint: fingerprintOf,
    changeSince,
    ...retellingOf({ index, answerer, independence, ...refs }),
  };
}
