import { type Sentences, typedText } from "./sentences.ts";
import type { System } from "./system.ts";
import { topHits } from "./top-hits.ts";

const K1 = 1.2;
const B = 0.75;

/**
 * BM25 as a textbook has it (Manning, Raghavan and Schütze, "Introduction to Information Retrieval", 2008, section 11.4.3)
 * over stems, stop words left out, the sentence its only field.
 */
export function createBm25({ all, stems }: Sentences): System {
  const postings = new Map<string, Map<number, number>>();
  const lengths: number[] = [];
  for (const [id, { text }] of all.entries()) {
    const terms = stems(text);
    lengths.push(terms.length);
    for (const term of terms) {
      const posting = postings.get(term) ?? new Map<number, number>();
      postings.set(term, posting.set(id, (posting.get(id) ?? 0) + 1));
    }
  }
  const average = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;

  return {
    name: "bm25",
    title: "BM25 alone",
    rank(question, limit, within) {
      const scores = new Map<number, number>();
      for (const term of new Set(stems(typedText(question)))) {
        const posting = postings.get(term) ?? new Map<number, number>();
        const idf = Math.log(1 + (all.length - posting.size + 0.5) / (posting.size + 0.5));
        for (const [id, frequency] of posting) {
          const norm = K1 * (1 - B + (B * (lengths[id] ?? 0)) / average);
          scores.set(id, (scores.get(id) ?? 0) + (idf * frequency * (K1 + 1)) / (frequency + norm));
        }
      }
      return topHits(all, scores, limit, within);
    },
  };
}
