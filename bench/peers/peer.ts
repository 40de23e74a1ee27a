/** What an engine is given to index. */
export interface Corpus {
  /** Each sentence's words, folded and without stop words, parted by spaces. A sentence's number is its place. */
  readonly words: readonly string[];
  /** The sentences as written, one a line, in the same order. */
  readonly textFile: string;
  /** The articles they come from, JSON Lines. */
  readonly articlesFile: string;
}

export interface Question {
  readonly text: string;
  /** Its words, folded, without stop words and question words. */
  readonly words: readonly string[];
}

/** An article to be added to a corpus that is indexed already. */
export interface AddedArticle {
  /** The article's line of a JSON Lines file. */
  readonly line: string;
  readonly sentences: readonly AddedSentence[];
}

export interface AddedSentence {
  readonly id: number;
  readonly words: string;
  readonly text: string;
}

/** Numbers of sentences, best first. */
export type Ids = readonly number[];

/**
 * A search engine under test. What it does not have it leaves out, and the table says so. A method may throw: the engine
 * is then shown failing at that step, with the error's message.
 */
export interface Peer {
  /** Brings the corpus into the form that `build` takes. Neither timed nor counted as the index's memory. */
  readonly load?: (corpus: Corpus) => void | Promise<void>;
  /** Indexes every sentence. An engine that lives on disk writes into the folder. */
  readonly build: (corpus: Corpus, folder: string) => void | Promise<void>;
  readonly search: (question: Question, limit: number) => Ids | Promise<Ids>;
  /** The same, finding words that are spelled a little differently too. */
  readonly searchFuzzy?: (question: Question, limit: number) => Ids | Promise<Ids>;
  /** Writes the index into the folder; an engine that lives there makes sure that all of it is written. */
  readonly save?: (folder: string) => void | Promise<void>;
  /** Makes ready to search what `save` wrote. */
  readonly open?: (folder: string) => void | Promise<void>;
  /** Adds an article, which is found once this is done. */
  readonly add?: (article: AddedArticle) => void | Promise<void>;
  readonly close?: () => void | Promise<void>;
}
