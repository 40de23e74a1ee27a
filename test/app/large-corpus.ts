import type { Corpus } from "../../src/domain/corpus.ts";
import { MIN_SNAPSHOT_SENTENCES } from "../../src/app/index-files.ts";
import { article, corpusOf } from "../fixtures/articles.ts";

const SENTENCES_EACH = 50;

/** A corpus just large enough for its index to be kept. The sentence about `pilot 7` stands in the article `day-7` alone. */
export function largeCorpus(sentences = MIN_SNAPSHOT_SENTENCES): Corpus {
  const filler = "The ferry sailed from Lundvik to the islands on time. ".repeat(SENTENCES_EACH - 1);
  return corpusOf(
    Array.from({ length: Math.ceil(sentences / SENTENCES_EACH) }, (_, day) =>
      article({ id: `day-${String(day)}`, body: `${filler}The harbour thanked pilot${String(day)} for the day.` }),
    ),
  );
}
