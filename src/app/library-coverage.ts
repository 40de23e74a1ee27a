import type { Coverage } from "../domain/picture.ts";
import { coverageOf } from "../upkeep/coverage/coverage.ts";
import { mentionsOf } from "../upkeep/coverage/mentions.ts";
import type { ServedLibrary } from "./served-library.ts";

/** Names of articles that are counted beside the glossary's; more are never shown. */
const NAMES = 50;

/** What a library covers. Names count as far as it has been made ready, see `prepare`. */
export function coverageOfLibrary({ corpus, index, names }: Pick<ServedLibrary, "corpus" | "index" | "names">): Coverage {
  return coverageOf(corpus, mentionsOf(index, corpus.event.glossary, names.met(NAMES)));
}
