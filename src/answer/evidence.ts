import type { Evidence } from "../domain/answer.ts";
import type { Sentence, Span } from "../domain/sentence.ts";
import { matchSpans } from "../search/matches.ts";
import type { Query } from "../search/query.ts";
import type { Hit } from "../search/rank.ts";
import type { SentenceIndex } from "../search/sentence-index.ts";
import { findDates } from "../text/dates.ts";
import { answerSpans } from "./answer-spans.ts";
import { passageUrl } from "./passage-url.ts";
import type { QuestionKind } from "../question/question.ts";

/** A hit made ready to be shown, with the parts of it that the question asks for. */
export function evidenceOf(index: SentenceIndex, query: Query, hit: Hit, kind: QuestionKind, score: number): Evidence {
  const { sentence, contributions } = hit;
  const matches = matchSpans(index, query, sentence.text);
  const dates = findDates(sentence.text, sentence.article.published);
  const answers: readonly Span[] = answerSpans(kind, sentence.text, dates, matches);
  return withPassageUrl({ sentence, score, matches, answers, contributions, dates });
}

/** A sentence made ready to be shown that answers nothing in particular. */
export function plainEvidence(sentence: Sentence, matches: readonly Span[] = []): Evidence {
  const dates = findDates(sentence.text, sentence.article.published);
  return withPassageUrl({ sentence, score: 1, matches, answers: [], contributions: [], dates });
}

/** The address is worked out when it is asked for: of most sentences that are found it never is. */
function withPassageUrl(evidence: Omit<Evidence, "passageUrl">): Evidence {
  const { sentence, score, matches, answers, contributions, dates } = evidence;
  let known: { readonly url: string | null } | null = null;
  return {
    sentence,
    score,
    matches,
    answers,
    contributions,
    dates,
    get passageUrl() {
      known ??= { url: passageUrl(sentence) };
      return known.url;
    },
  };
}
