import type { KnownNames } from "../answer/names/known-names.ts";
import type { NewsEvent } from "../domain/corpus.ts";
import { type CompletionFit, bestOf, createCompleter } from "../search/completion.ts";
import type { ArticleTitles } from "./article-titles.ts";

/** What a name and a title count beside a question that is known to have an answer. */
const NAME = 0.9;
const TITLE = 0.6;
/** Share of a list that names may take: one word is often in many of them. */
const NAMES_SHARE = 1 / 3;
/** Longest title that is proposed: Discord takes no more. */
const MAX_TITLE = 100;

/** Completes what somebody is about to ask. */
export interface QuestionCompleter {
  complete(typed: string, limit: number): readonly string[];
}

/**
 * Completes questions: with those the corpus is known to answer, with names, and with titles of articles, which ask well as
 * they stand. All are held against what was typed alike; of what fits as well, questions come before names before titles.
 */
export function questionCompleter(
  { examples }: NewsEvent,
  names: KnownNames,
  titles: ArticleTitles,
): QuestionCompleter {
  const questions = createCompleter(examples.map((text) => ({ text, value: text })));
  return {
    complete(typed, limit) {
      if (typed.trim() === "") return questions.complete("", limit);
      const named = weighed(names.fits(typed, Math.ceil(limit * NAMES_SHARE)), NAME);
      // Titles of a large corpus take a while to be made ready, and who types does not wait.
      const titled = titles.isReady ? weighed(titles.fits(typed, limit).flatMap(titleFit), TITLE) : [];
      return bestOf([questions.fits(typed, limit), named, titled], limit).map(({ value }) => value);
    },
  };
}

function titleFit(fit: CompletionFit<{ readonly title: string }>): readonly CompletionFit<string>[] {
  const { title } = fit.value;
  return title.length > MAX_TITLE ? [] : [{ ...fit, value: title }];
}

function weighed(fits: readonly CompletionFit<string>[], weight: number): readonly CompletionFit<string>[] {
  return fits.map((fit) => ({ ...fit, score: fit.score * weight }));
}
