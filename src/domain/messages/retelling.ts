import type { NoValues } from "./values.ts";

/** Said where a summary, a timeline or a comparison was wanted. */
export interface RetellingMessages {
  /** Label of a button: 80 characters. */
  readonly "button.make-draft": NoValues;
  /** Articles are about it, but of another time; the second where the newest of them is dated. */
  readonly "retelling.nothing-then": NoValues;
  readonly "retelling.nothing-then-newest": { readonly date: string };
}
