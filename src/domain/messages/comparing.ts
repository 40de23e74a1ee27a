import type { NoValues } from "./values.ts";

/** Said by `/compare`. */
export interface ComparingMessages {
  readonly "command.compare.name": NoValues;
  readonly "command.compare.description": NoValues;
  readonly "command.compare.option.topic.name": NoValues;
  readonly "command.compare.option.topic.description": NoValues;
  /** A title: the topic as it was typed. */
  readonly "compare.title": { readonly topic: string };
  /** Headings; what follows are sentences. */
  readonly "compare.shared": NoValues;
  readonly "compare.single": { readonly publisher: string };
  readonly "compare.one-publisher": { readonly publisher: string };
  /** Where no two publishers say the same, nor contradict each other. */
  readonly "compare.nothing-shared": NoValues;
  readonly "count.publishers": { readonly count: number };
}
