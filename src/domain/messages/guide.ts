import type { NoValues } from "./values.ts";

/** What the bot says of itself. */
export interface GuideMessages {
  readonly "help.title": NoValues;
  readonly "help.what": { readonly event: string; readonly count: number };
  readonly "help.examples": NoValues;
  readonly "help.narrow": NoValues;
  readonly "help.phrase": NoValues;
  readonly "help.phrase-meaning": NoValues;
  readonly "help.without": NoValues;
  readonly "help.without-meaning": NoValues;
  readonly "help.publisher": NoValues;
  readonly "help.publisher-meaning": NoValues;
  readonly "help.dates-meaning": NoValues;
  readonly "help.tips": NoValues;
  readonly "about.title": NoValues;
  readonly "about.what": NoValues;
  readonly "about.articles": { readonly articles: number; readonly sentences: number };
  readonly "about.newest": { readonly date: string };
  readonly "about.newest-undated": NoValues;
  readonly "about.corpus-version": { readonly version: string };
  readonly "about.software-version": { readonly version: string };
  readonly "about.privacy": NoValues;
}
