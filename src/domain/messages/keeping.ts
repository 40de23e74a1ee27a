import type { NoValues } from "./values.ts";

/** Said of what is kept about people, and of what they can do about it. */
export interface KeepingMessages {
  readonly "privacy.title": NoValues;
  readonly "privacy.read": NoValues;
  readonly "privacy.questions": { readonly days: number };
  readonly "privacy.no-questions": NoValues;
  readonly "privacy.conversation": NoValues;
  readonly "privacy.deeds": NoValues;
  readonly "privacy.feedback": NoValues;
  readonly "privacy.follows": NoValues;
  readonly "privacy.language": NoValues;
  readonly "privacy.in-file": NoValues;
  readonly "privacy.in-database": NoValues;
  readonly "privacy.log": NoValues;
  readonly "privacy.yours": NoValues;
  readonly "forget.title": NoValues;
  readonly "forget.what": { readonly things: string };
  readonly "forget.sure": NoValues;
  readonly "forget.done": { readonly things: string };
  /** Things that are kept, as parts of a sentence. */
  readonly "forget.follows": { readonly count: number };
  readonly "forget.deeds": { readonly count: number };
  readonly "forget.feedback": { readonly count: number };
  readonly "forget.language": NoValues;
  readonly "forget.conversation": NoValues;
  readonly "forget.anonymous": { readonly days: number };
  readonly "forget.not-yours": NoValues;
  readonly "export.what": NoValues;
  readonly "export.part": { readonly kept: number; readonly all: number };
  readonly "export.nothing": NoValues;
  readonly "language.set": { readonly language: string };
  readonly "language.as-in-discord": { readonly language: string };
  readonly "language.articles": NoValues;
  readonly "language.server-set": { readonly language: string };
  readonly "language.server-only": NoValues;
  /** Names the permission as Discord does in this language. */
  readonly "language.needs-permission": NoValues;
}

/** Said of what people think of an answer. */
export interface FeedbackMessages {
  /** Titles of forms and labels of their fields: 45 characters. */
  readonly "form.not-right": NoValues;
  readonly "form.reason": NoValues;
  readonly "form.follow-up": NoValues;
  readonly "form.question": NoValues;
  readonly "feedback.thanks": NoValues;
  readonly "feedback.kept": NoValues;
  readonly "feedback.kept-reason": NoValues;
  readonly "follow.done": NoValues;
  readonly "follow.full": NoValues;
}

/** Said to those who follow a question. */
export interface FollowingMessages {
  readonly "following.title": NoValues;
  readonly "following.what": NoValues;
  readonly "following.none": NoValues;
  readonly "following.since": { readonly date: string };
  /** The question before one that leans on it. */
  readonly "following.after": { readonly question: string };
  readonly "following.ended": NoValues;
  readonly "following.ended-before": NoValues;
  readonly "told.answered-now": NoValues;
  readonly "told.changed": NoValues;
  readonly "told.no-longer-answered": NoValues;
}
