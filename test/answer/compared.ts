import { askingOf, candidatesFor, type Found } from "../../src/answer/asking.ts";
import { type Candidate, weighCandidates } from "../../src/answer/candidates.ts";
import type { RankingFeature } from "../../src/answer/features.ts";
import { type SignalValues, silenceSignals } from "../../src/answer/silence.ts";
import type { Article } from "../../src/domain/article.ts";
import type { Corpus } from "../../src/domain/corpus.ts";
import { readAskedQuestion } from "../../src/question/read-question.ts";
import { phraseShare } from "../../src/search/restriction.ts";
import { ownWordsOf, readSyntax, withoutQuotes } from "../../src/search/syntax.ts";
import { article, corpusOf, ferryCorpus } from "../fixtures/articles.ts";
import { meaningfulIndex, shippedModels } from "../fixtures/models.ts";

/** What is found for a question in a corpus, before it is weighed. */
export function compared(text: string, { articles, event }: Corpus = ferryCorpus()): Found {
  const index = meaningfulIndex(shippedModels(), articles, event.glossary);
  const syntax = readSyntax(text);
  const asked = readAskedQuestion(ownWordsOf(text, syntax), "2021-05-14");
  const heldShare = phraseShare(index.analyzer, syntax);
  return candidatesFor(
    askingOf(index),
    { text, context: [] },
    withoutQuotes(syntax),
    asked,
    { limit: 10 },
    { heldShare, encoded: null },
  );
}

/** A corpus of an article for each text, its sentences in order. */
export function telling(texts: readonly (string | (Partial<Article> & { readonly body: string }))[]): Corpus {
  return corpusOf(
    texts.map((one, place) =>
      article({ id: `t${String(place)}`, title: "News", ...(typeof one === "string" ? { body: one } : one) }),
    ),
  );
}

/** One feature of the sentence that begins like this. */
export function featureOf({ candidates }: Found, name: RankingFeature, begins: string): number {
  const found = candidates.find(({ hit }) => hit.sentence.text.startsWith(begins));
  if (found === undefined) throw new Error(`no sentence begins “${begins}”`);
  return found.features[name];
}

/** The sentences found, weighed as the program does. */
export function weighed({ candidates }: Found): readonly Candidate[] {
  return weighCandidates(candidates, shippedModels().answers);
}

/** What is known when it is decided whether to answer. */
export function signalsOf(text: string, corpus?: Corpus): SignalValues {
  const found = compared(text, corpus);
  const ranked = weighed(found);
  const [best] = ranked;
  if (best === undefined) throw new Error("nothing found");
  return silenceSignals(found.comparison, best, ranked);
}
