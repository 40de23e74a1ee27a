import { STOP_WORDS } from "../../../src/text/stop-words.ts";
import { rougeWords } from "../../metrics/rouge.ts";
import { type Tie, byRank, pageRank } from "./page-rank.ts";
import type { Summariser } from "./system.ts";

/** Cosine from which on two sentences are tied, as the paper found best. */
const THRESHOLD = 0.1;

/**
 * LexRank (Erkan and Radev 2004): sentences tied by the cosine of their TF-IDF vectors where it is above a threshold,
 * ranked by PageRank; idf over the sentences of the cluster, stop words left out.
 */
export const LEX_RANK: Summariser = {
  name: "lexrank",
  title: "LexRank",
  summarise: async (documents) => {
    const texts = documents.flatMap(({ sentences }) => sentences.map(({ text }) => text));
    const vectors = vectorsOf(texts.map((text) => rougeWords(text).filter((word) => !STOPS.has(word))));
    return Promise.resolve(byRank(texts, pageRank(vectors.map((own, place) => tiesOf(own, place, vectors)))));
  },
};

const STOPS = new Set([...STOP_WORDS].flatMap((word) => rougeWords(word)));

type Vector = ReadonlyMap<string, number>;

function vectorsOf(sentences: readonly (readonly string[])[]): readonly Vector[] {
  const holding = new Map<string, number>();
  for (const words of sentences) for (const word of new Set(words)) holding.set(word, (holding.get(word) ?? 0) + 1);
  return sentences.map((words) => {
    const vector = new Map<string, number>();
    for (const word of words) {
      const idf = Math.log(sentences.length / (holding.get(word) ?? 1));
      vector.set(word, (vector.get(word) ?? 0) + idf);
    }
    const length = Math.sqrt([...vector.values()].reduce((sum, value) => sum + value ** 2, 0));
    return new Map([...vector].map(([word, value]) => [word, length === 0 ? 0 : value / length]));
  });
}

function tiesOf(own: Vector, place: number, all: readonly Vector[]): readonly Tie[] {
  return all.flatMap((other, to) => {
    if (to === place) return [];
    let cosine = 0;
    for (const [word, value] of own) cosine += value * (other.get(word) ?? 0);
    return cosine > THRESHOLD ? [{ to, weight: cosine }] : [];
  });
}
