import type { NewsEvent } from "../domain/corpus.ts";
import { type Completer, createCompleter } from "../search/completion.ts";

/** Completes questions: with those the corpus is known to answer, and with the names of the event's glossary. */
export function questionCompleter({ examples, glossary }: NewsEvent): Completer<string> {
  const names = glossary.flatMap(({ term, aliases }) => [term, ...aliases]);
  return createCompleter([...examples, ...names].map((text) => ({ text, value: text })));
}
