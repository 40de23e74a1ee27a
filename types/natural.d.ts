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
