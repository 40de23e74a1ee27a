import type { NoValues } from "./values.ts";

/** Said of work that takes its time, and of files that were uploaded for it. */
export interface WorkingMessages {
  readonly "button.cancel": NoValues;
  /** How much has been read, sentences or articles. */
  readonly "working.reading": { readonly done: number; readonly of: number };
  readonly "working.cancelled": NoValues;
  readonly "working.ended": NoValues;
  readonly "working.not-yours": NoValues;
  /** `name` stands in quotation marks; `most` is in megabytes. */
  readonly "working.file-too-large": { readonly name: string; readonly most: string };
}
