import { STOP_WORDS } from "../../../src/text/stop-words.ts";
import { rougeWords } from "../../metrics/rouge.ts";
import { type Tie, byRank, pageRank } from "./page-rank.ts";
import type { Summariser } from "./system.ts";

/**
 * TextRank (Mihalcea and Tarau 2004): sentences tied by the words with content that they share over the logarithms of
 * their lengths, ranked by PageRank.
 */
export const TEXT_RANK: Summariser = {
  name: "textrank",
  title: "TextRank",
  summarise: async (documents) => {
    const texts = documents.flatMap(({ sentences }) => sentences.map(({ text }) => text));
    const words = texts.map((text) => new Set(rougeWords(text).filter((word) => !STOPS.has(word))));
    return Promise.resolve(byRank(texts, pageRank(words.map((own, place) => tiesOf(own, place, words)))));
  },
};

const STOPS = new Set([...STOP_WORDS].flatMap((word) => rougeWords(word)));

function tiesOf(own: ReadonlySet<string>, place: number, all: readonly ReadonlySet<string>[]): readonly Tie[] {
  return all.flatMap((other, to) => {
    if (to === place) return [];
    let shared = 0;
    for (const word of own) if (other.has(word)) shared += 1;
    const length = Math.log(own.size) + Math.log(other.size);
    return shared > 0 && length > 0 ? [{ to, weight: shared / length }] : [];
  });
}
