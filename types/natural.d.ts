/**
 * The parts of `natural` that Footnote uses, by path: the package's root loads database drivers and takes a second, and
 * its own type file breaks `verbatimModuleSyntax`.
 */
declare module "natural/lib/natural/stemmers/porter_stemmer.js" {
  const stemmer: {
    /** Porter's algorithm (1980) over one lower-case English word. */
    stem(word: string): string;
  };
  export default stemmer;
}

declare module "natural/lib/natural/distance/levenshtein_distance.js" {
  const distances: {
    /**
     * Number of insertions, deletions, substitutions and swaps of neighbours that turn one string into the other.
     * `restricted` counts no substring twice (optimal string alignment).
     */
    DamerauLevenshteinDistance(source: string, target: string, options: { readonly restricted: boolean }): number;
  };
  export default distances;
}
