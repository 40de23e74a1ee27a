import type { NoValues } from "./values.ts";

/** Said of what people ask in vain. */
export interface GapMessages {
  readonly "gaps.title": NoValues;
  readonly "gaps.none": NoValues;
  /** Small print below a question. */
  readonly "gaps.times": { readonly count: number };
  readonly "gaps.badly-rated": { readonly count: number };
  readonly "gaps.day": { readonly date: string };
  readonly "gaps.days": { readonly first: string; readonly last: string };
  /** Other wordings, in quotation marks. */
  readonly "gaps.also": { readonly questions: string };
  /** The title of an article, in quotation marks. */
  readonly "gaps.answered": { readonly article: string };
  readonly "count.gaps": { readonly count: number };
}

/** Said of questions with known answers. */
export interface GoldMessages {
  readonly "gold.title": NoValues;
  readonly "gold.none": NoValues;
  readonly "gold.passed": { readonly count: number };
  readonly "gold.failed": { readonly count: number; readonly total: number };
  readonly "gold.mended": { readonly count: number };
  /** Why one failed: a line below the question. */
  readonly "gold.unusable": NoValues;
  readonly "gold.not-answered": NoValues;
  readonly "gold.answered-though-silent-expected": NoValues;
  readonly "gold.other-article": { readonly articles: string };
  readonly "gold.words-missing": { readonly words: string };
  /** What did it: titles of articles, in quotation marks. */
  readonly "gold.cause-added": { readonly articles: string };
  readonly "gold.cause-changed": { readonly articles: string };
  readonly "gold.cause-withdrawn": { readonly articles: string };
  /** What became of a question that was to be added or removed, in quotation marks. */
  readonly "gold.added": { readonly question: string };
  readonly "gold.removed": { readonly question: string };
  readonly "gold.expects-answered": NoValues;
  readonly "gold.expects-silence": NoValues;
  /** Why it was not. */
  readonly "gold.taken": NoValues;
  readonly "gold.full": NoValues;
  readonly "gold.unknown": NoValues;
  readonly "gold.unsound": NoValues;
  readonly "count.gold": { readonly count: number };
}
