import { createAnswerer } from "../../src/answer/answerer.ts";
import { Independence } from "../../src/answer/independence.ts";
import { retellingOf } from "../../src/digest/retelling.ts";
import type { Corpus } from "../../src/domain/corpus.ts";
import type { Retelling } from "../../src/domain/digest.ts";
import type { Sentence } from "../../src/domain/sentence.ts";
import { buildSentenceIndex, sentencesOfArticle } from "../../src/search/sentence-index.ts";
import { createAnalyzer } from "../../src/text/analyzer.ts";
import { article, corpusOf } from "../fixtures/articles.ts";
import { shippedModels } from "../fixtures/models.ts";

/** A corpus that can be retold, with the refs of its sentences. */
export interface Retold extends Retelling {
  readonly refOf: (sentence: Sentence) => string;
  readonly sentences: () => readonly Sentence[];
}

export function retold(corpus: Corpus): Retold {
  const index = buildSentenceIndex(corpus.articles, createAnalyzer(corpus.event.glossary), shippedModels().vectors);
  const refOf = ({ article: { id }, start }: Sentence): string => `${id}.${String(start)}`;
  const sentences = (): readonly Sentence[] => index.articles.flatMap((_, place) => sentencesOfArticle(index, place));
  return {
    refOf,
    sentences,
    ...retellingOf({
      index,
      answerer: createAnswerer(index, { model: shippedModels().answers }),
      independence: new Independence(index.analyzer),
      refOf,
      sentenceOf: (ref) => sentences().find((sentence) => refOf(sentence) === ref),
    }),
  };
}

/** A fire, told by papers that do not agree in everything, with sentences nobody would want to read alone. */
export function harbourFire(): Corpus {
  return corpusOf([
    article({
      id: "council",
      publisher: "Coast Radio",
      published: "2021-06-20",
      title: "Terminal to reopen",
      body: "The council of Lundvik decided that the ferry terminal will reopen in September with two new gates. But it will cost more than planned. Who will pay for the roof?\n\nRead more about the council at www.coast.example.",
    }),
    article({
      id: "inquiry",
      publisher: "Northern Herald",
      published: "2021-06-12",
      title: "Inquiry blames wiring",
      body: "An inquiry found that old wiring under the ticket office had started the fire at Lundvik. She had warned of it for years. Inspector Nils Aas said that nobody had checked the cables since 2009. TICKETS AND TIMES",
    }),
    article({
      id: "herald",
      publisher: "Northern Herald",
      published: "2021-05-04",
      title: "Fire destroys terminal",
      body: "The ferry terminal burned down at Lundvik on 3 May 2021. The fire brigade said that 19 people were hurt in the fire at Lundvik. He also thanked the sailors who carried hoses.",
    }),
    article({
      id: "gazette",
      published: "2021-05-04",
      title: "Flames at the harbour",
      body: "The ferry terminal burned down at Lundvik on 3 May 2021. The fire brigade said that 14 people were hurt in the fire at Lundvik. It was the largest fire since the war. Mayor Ida Brandt promised free buses to the islands until the ferries sail again.",
    }),
    article({
      id: "islands",
      publisher: "Island Post",
      published: "2021-05-06",
      title: "Islanders wait",
      body: "Islanders waited for up to six hours for the replacement boats from Aasen, the shipping company said. The shipping company lost 40 cars and its archive to the flames. However, nobody complained.",
    }),
  ]);
}
