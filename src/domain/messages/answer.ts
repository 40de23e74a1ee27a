import type { DateValues, NoValues } from "./values.ts";

/** Said of answers, and of questions that have none. */
export interface AnswerMessages {
  readonly "answer.silence": NoValues;
  readonly "answer.closest": NoValues;
  readonly "answer.contradicted": NoValues;
  readonly "answer.unknown-words": { readonly words: string };
  readonly "answer.read-as": { readonly asked: string; readonly read: string };
  /** The question before, which this one leans on. */
  readonly "answer.after": { readonly question: string };
  readonly "answer.shared": NoValues;
  readonly "answer.share-not-yours": NoValues;
  readonly "answer.more": NoValues;
  readonly "answer.no-more": NoValues;
  readonly "answer.language": { readonly language: string };
  readonly "answer.question-language": { readonly written: string; readonly asked: string };
  readonly "disagreement.date": NoValues;
  readonly "disagreement.number": NoValues;
  readonly "disagreement.name": NoValues;
  readonly "disagreement.stance": NoValues;
  readonly "stance.claimed": NoValues;
  readonly "stance.denied": NoValues;
  readonly "stance.confirmed": NoValues;
  readonly "stance.reported": NoValues;
  readonly "stance.claimed-by": { readonly speakers: string };
  readonly "stance.denied-by": { readonly speakers: string };
  readonly "stance.confirmed-by": { readonly speakers: string };
  readonly "stance.reported-by": { readonly speakers: string };
  readonly "question.empty": NoValues;
  readonly "question.too-long": NoValues;
  readonly "question.no-words": NoValues;
  readonly "question.only-conditions": NoValues;
  readonly "question.date-unreadable": { readonly operator: string; readonly typed: string };
  readonly "question.publisher-unknown": { readonly typed: string };
  /** How a question was held: parts of a sentence, put together by `condition.only`. */
  readonly "condition.only": { readonly conditions: string };
  readonly "condition.only-without": { readonly what: string };
  readonly "condition.without": { readonly what: string };
  readonly "condition.word-for-word": { readonly phrases: string };
  readonly "condition.after": DateValues;
  readonly "condition.before": DateValues;
  readonly "condition.other-publishers": { readonly count: number };
}
