import type { DateValues, NoValues } from "./values.ts";

/** Said in what moderators post, and in its files. */
export interface PublicationMessages {
  /** What is posted, as a title. */
  readonly "publication.summary": NoValues;
  readonly "publication.timeline": NoValues;
  readonly "publication.comparison": NoValues;
  readonly "publication.digest": NoValues;
  readonly "publication.titled": { readonly kind: string; readonly topic: string };
  readonly "publication.until": DateValues;
  /** Where a digest has nothing to tell. */
  readonly "publication.nothing": NoValues;
  /** Stands before the moderators' own words. */
  readonly "publication.note": NoValues;
  readonly "publication.own-title": NoValues;
  /** `notes` are numbers of footnotes in raised digits. */
  readonly "publication.contested": { readonly notes: string };
  /** What became of a sentence, in brackets after it. */
  readonly "publication.withdrawn": DateValues;
  readonly "publication.changed": DateValues;
  readonly "publication.struck": DateValues;
  readonly "publication.corrected": DateValues;
  readonly "publication.posted": DateValues;
  /** Other dates that other articles give, in brackets after one. */
  readonly "publication.other-dates": { readonly dates: string };
  /** Headings of a comparison. */
  readonly "publication.shared": NoValues;
  readonly "publication.single": { readonly publisher: string };
  readonly "button.verify": NoValues;
  readonly "button.copy": NoValues;
  readonly "button.manage": NoValues;
}
