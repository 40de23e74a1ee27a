/** The part of `natural` that is measured, by path: its root loads database drivers, and its own type file is for the root. */
declare module "natural/lib/natural/tfidf/tfidf.js" {
  export default class TfIdf {
    addDocument(words: readonly string[]): void;
    /** The measure of each document, in order. */
    tfidfs(words: readonly string[]): readonly number[];
  }
}
