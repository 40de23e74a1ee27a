import type { Corpus } from "../domain/corpus.ts";
import type { Coverage } from "../domain/picture.ts";
import { buildGenerationAside } from "../index/build-generation.ts";
import { createSentenceIndex } from "../search/sentence-index.ts";
import { coverageOf } from "../upkeep/coverage/coverage.ts";
import { mentionsOf } from "../upkeep/coverage/mentions.ts";
import { metNames } from "../upkeep/glossary/met-names.ts";
import { Turns } from "../upkeep/turns.ts";
import type { ServedLibrary } from "./served-library.ts";

/** Names of articles that are looked at beside the glossary's; far fewer are ever shown. */
const MOST_NAMES = 200;
/** What stands in one article alone is no topic of a corpus. */
const FEWEST_ARTICLES = 2;

/** What a library covers. Names count as far as it has been made ready, see `prepare`. */
export function coverageOfLibrary({
  corpus,
  index,
  names,
}: Pick<ServedLibrary, "corpus" | "index" | "names">): Coverage {
  return coverageOf(corpus, mentionsOf(index, corpus.event.glossary, names.met(MOST_NAMES)));
}

/**
 * What a corpus covers that is not served: reads all of it.
 *
 * @throws (rejects with) the signal's reason, once it fires
 */
export async function coverageOfCorpus(corpus: Corpus, signal: AbortSignal): Promise<Coverage> {
  const { articles, event } = corpus;
  const index = createSentenceIndex(await buildGenerationAside(articles, { glossary: event.glossary }));
  const names = await metNames(articles, new Turns(signal));
  const met = names
    .map(({ name, articles: having }) => ({ name, articles: having.length }))
    .filter(({ articles: having }) => having >= FEWEST_ARTICLES);
  return coverageOf(corpus, mentionsOf(index, event.glossary, met.slice(0, MOST_NAMES)));
}
