import type { Evidence } from "../domain/answer.ts";
import type { Span } from "../domain/sentence.ts";
import { matchSpans } from "../search/matches.ts";
import type { Query } from "../search/query.ts";
import type { Hit } from "../search/rank.ts";
import type { SentenceIndex } from "../search/sentence-index.ts";
import { findDates } from "../text/dates.ts";
import { answerSpans } from "./answer-spans.ts";
import type { QuestionKind } from "../question/question.ts";

/** A hit made ready to be shown, with the parts of it that the question asks for. */
export function evidenceOf(index: SentenceIndex, query: Query, hit: Hit, kind: QuestionKind, score: number): Evidence {
  const { sentence } = hit;
  const matches = matchSpans(index, query, sentence.text);
  const dates = findDates(sentence.text, sentence.article.published);
  const answers: readonly Span[] = answerSpans(kind, sentence.text, dates, matches);
  return { sentence, score, matches, answers, contributions: hit.contributions, dates };
}
