/**
 * Figures of real news and encyclopaedia prose that the generated corpus is fitted to.
 *
 * How they were got: 11,777 sentences of 1,024 English articles (evidence sentences of news, Wikipedia paragraphs of two
 * public question sets, and two whole news reports) were split and tokenised with Footnote's own `src/text`, and counted.
 * Only these numbers were kept; no sentence of the texts is here.
 *
 * Lengths, numbers, names, commas, quotations and possessives are as counted. Chances that work together (function words,
 * recurrence, ranks) were set by trial until the generated text, counted the same way, came out like the real: 40 % stop
 * words, about 26,000 different words in 10,000 sentences. That a million sentences have some 300,000 is not counted but
 * carried on from there by Heaps' law.
 */
export const FITTED = Object.freeze({
  /** Tokens of a sentence: log-normal, with the mean and deviation of the logarithm. Mean 23.5, median 21, 99 % ≤ 60. */
  sentenceLength: Object.freeze({ logMean: 3.03, logDeviation: 0.5, least: 4, most: 90 }),
  /**
   * How often a function word follows a content word or a sentence's beginning, and another function word. In the long
   * run 47 % of the tokens are function words, 40 % ones that Footnote leaves out.
   */
  functionWord: Object.freeze({ afterContent: 0.61, afterFunction: 0.3 }),
  /** Tokens that are numbers. */
  numbers: 0.024,
  /** Commas a sentence, sentences with quotation marks, possessives a sentence. */
  commas: 1.4,
  quotations: 0.18,
  possessives: 0.2,
  /** Content words that are names, and so capitalised within a sentence. */
  names: 0.23,
  /**
   * Content words that their article has used before: 27 % in texts of 11 sentences, 40 % in news reports of 23, 56 % in
   * texts of 220. Words come back at this rate on purpose, and by chance.
   */
  recurrence: 0.45,
  /** Content words that all articles about one story draw from. */
  storyWords: 0.12,
  /** Sentences of an article: log-normal, a mean of 25. */
  articleLength: Object.freeze({ logMean: 3.1, logDeviation: 0.48, least: 3, most: 120 }),
  /**
   * How often the word of rank r is used: (r + shift)^−head up to the rank where the core of a language ends, r^−tail
   * beyond. Mandelbrot's form of Zipf's law for the core; the two regimes are those of Gerlach and Altmann, "Stochastic
   * model for the vocabulary growth in natural languages", Physical Review X 3 (2013). Heaps' law follows from it: the
   * vocabulary grows with the power 1/tail of the text.
   */
  ranks: Object.freeze({ shift: 20, head: 0.85, core: 7000, tail: 2 }),
});
