import type { DateValues, NoValues } from "./values.ts";

/** What stands in many places: counts, dates, quotation marks, and what went wrong. */
export interface CommonMessages {
  readonly "count.articles": { readonly count: number };
  readonly "count.independent-sources": { readonly count: number };
  readonly "count.passages": { readonly count: number };
  readonly "count.passages-more-than": { readonly count: number };
  readonly "text.quoted": { readonly text: string };
  readonly "text.date-range": { readonly from: string; readonly to: string };
  readonly "source.undated": NoValues;
  readonly "source.as-of": DateValues;
  readonly "source.corpus": { readonly version: string };
  /** How much older an article is than the newest. */
  readonly "source.age-days": { readonly count: number };
  readonly "source.age-months": { readonly count: number };
  readonly "source.age-years": { readonly count: number };
  readonly "source.stale-months": { readonly count: number };
  readonly "source.stale-years": { readonly count: number };
  /** Markdown; told to the person whose command or button failed. */
  readonly "failure.unexpected": { readonly reference: string };
  readonly "failure.too-slow": { readonly reference: string };
  readonly "failure.stale-button": NoValues;
  readonly "failure.stale-command": NoValues;
  readonly "failure.unknown-request": NoValues;
  readonly "failure.closing": NoValues;
  readonly "failure.missing-permission": { readonly permissions: string };
  /** `when` is a time that Discord shows in the reader's own way: "in 5 seconds". */
  readonly "failure.too-many-person": { readonly when: string };
  readonly "failure.too-many-channel": { readonly when: string };
  readonly "failure.form-too-late": NoValues;
  readonly "failure.sent-privately": NoValues;
  readonly "failure.store-unavailable": NoValues;
  /** What the bot may be forbidden, after "let it". */
  readonly "permission.view-channel": NoValues;
  readonly "permission.send-messages": NoValues;
  readonly "permission.send-messages-in-threads": NoValues;
  readonly "permission.embed-links": NoValues;
  readonly "permission.attach-files": NoValues;
}
