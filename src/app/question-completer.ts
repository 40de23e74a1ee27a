import type { KnownNames } from "../answer/names/known-names.ts";
import type { NewsEvent } from "../domain/corpus.ts";
import { type CompletionFit, bestOf, createCompleter } from "../search/completion.ts";
import type { ArticleTitles } from "./article-titles.ts";

/** What a name and a title count beside a question that is known to have an answer. */
const NAME = 0.9;
const TITLE = 0.6;
/** Places of a list that titles leave to the others where there are enough of them. */
const TITLES_SHARE = 0.5;
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
      const known = bestOf([questions.fits(typed, limit), weighed(names.fits(typed, limit), NAME)], limit);
      // Titles of a large corpus take a while to be made ready, and who types does not wait.
      const titled = titles.isReady ? weighed(titles.fits(typed, limit).flatMap(titleFit), TITLE) : [];
      const room = Math.max(limit - known.length, Math.floor(limit * TITLES_SHARE));
      return bestOf([known, titled.slice(0, room)], limit).map(({ value }) => value);
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
