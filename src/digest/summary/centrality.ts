import type { Told } from "./material.ts";

/**
 * How much each sentence is like all others, 1 for the one that is most: the sum of the cosines of their TF-IDF vectors,
 * which is degree centrality without a threshold (continuous LexRank's first step, Erkan and Radev 2004) and likeness to the
 * centroid (Radev et al. 2004) in one, and takes time in step with the text.
 *
 * @param size the number of concepts
 */
export function centralityOf(told: readonly Told[], size: number): Float64Array {
  const holding = new Uint32Array(size);
  for (const { terms } of told) for (const term of terms) holding[term] = (holding[term] ?? 0) + 1;
  const idf = Float64Array.from(holding, (count) => (count === 0 ? 0 : Math.log(told.length / count)));
  const lengths = told.map(({ terms }) => Math.sqrt(terms.reduce((sum, term) => sum + (idf[term] ?? 0) ** 2, 0)));
  const centroid = new Float64Array(size);
  for (const [place, { terms, relevance }] of told.entries()) {
    const length = lengths[place] ?? 0;
    if (length > 0) {
      for (const term of terms) centroid[term] = (centroid[term] ?? 0) + (relevance * (idf[term] ?? 0)) / length;
    }
  }
  const degrees = Float64Array.from(told, ({ terms }, place) => {
    const length = lengths[place] ?? 0;
    return length === 0 ? 0 : terms.reduce((sum, term) => sum + (idf[term] ?? 0) * (centroid[term] ?? 0), 0) / length;
  });
  const most = degrees.reduce((max, degree) => Math.max(max, degree), 0);
  // Where all sentences are made of the same words none is more central than another.
  return degrees.map((degree) => (most === 0 ? 1 : degree / most));
}
