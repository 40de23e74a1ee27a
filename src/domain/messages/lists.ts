import type { NoValues } from "./values.ts";

/** Said around lists: of passages, of articles, and of one article. */
export interface ListMessages {
  readonly "search.title": { readonly words: string };
  readonly "search.nothing": NoValues;
  readonly "search.nothing-on-conditions": NoValues;
  readonly "search.try-otherwise": NoValues;
  readonly "search.without-quotes": { readonly phrases: string };
  readonly "passage.title": { readonly count: number };
  readonly "passage.gone": NoValues;
  readonly "sources.title": NoValues;
  readonly "article.by": { readonly authors: string };
  readonly "article.no-address": NoValues;
  readonly "article.original": NoValues;
  readonly "article.brief": NoValues;
  readonly "article.note": { readonly note: string };
  readonly "article.reprint": { readonly title: string; readonly publisher: string };
  readonly "article.none": { readonly wanted: string };
  readonly "pager.page": { readonly page: number; readonly pages: number };
  /** What stands above a list to choose from while nothing is chosen: 150 characters. */
  readonly "select.passage": NoValues;
  readonly "select.article": NoValues;
  readonly "select.stop-following": NoValues;
  readonly "select.claim": NoValues;
}

/** Labels of buttons: 80 characters. */
export interface ButtonMessages {
  readonly "button.context": NoValues;
  readonly "button.why": NoValues;
  readonly "button.more": NoValues;
  readonly "button.follow-up": NoValues;
  readonly "button.share": NoValues;
  readonly "button.helpful": NoValues;
  readonly "button.not-right": NoValues;
  readonly "button.follow": NoValues;
  readonly "button.previous": NoValues;
  readonly "button.next": NoValues;
  readonly "button.forget": NoValues;
  readonly "button.stop-following": NoValues;
}
