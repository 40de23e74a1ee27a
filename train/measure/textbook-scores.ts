import { createAnalyzer } from "../../src/text/analyzer.ts";

/** BM25's parameters, as the project's own index has them for sentences. */
const K1 = 0.9;
const B = 0.4;

/** Scores every sentence for a question by BM25 over stems, stop words left out; nothing else: what vectors are to add to. */
export function createTextbook(sentences: readonly string[]): (question: string) => Float64Array {
  const analyzer = createAnalyzer([]);
  const termsOf = (text: string): readonly string[] =>
    analyzer
      .analyze(text)
      .filter(({ stop }) => !stop)
      .map(({ term }) => term);
  const postings = new Map<string, Map<number, number>>();
  const lengths = sentences.map((sentence, number) => {
    const terms = termsOf(sentence);
    for (const term of terms) {
      const posting = postings.get(term) ?? new Map<number, number>();
      posting.set(number, (posting.get(number) ?? 0) + 1);
      postings.set(term, posting);
    }
    return terms.length;
  });
  const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);

  return (question) => {
    const scores = new Float64Array(sentences.length);
    for (const term of new Set(termsOf(question))) {
      const posting = postings.get(term);
      if (posting === undefined) continue;
      const idf = Math.log(1 + (sentences.length - posting.size + 0.5) / (posting.size + 0.5));
      for (const [number, frequency] of posting) {
        const norm = K1 * (1 - B + (B * (lengths[number] ?? 0)) / average);
        scores[number] = (scores[number] ?? 0) + (idf * frequency) / (frequency + norm);
      }
    }
    return scores;
  };
}
