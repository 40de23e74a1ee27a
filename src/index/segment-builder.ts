import type { Article } from "../domain/article.ts";
import type { Analyzer } from "../text/analyzer.ts";
import { splitSentences } from "../text/sentences.ts";
import type { Bm25fParameters } from "./bm25f.ts";
import { MAX_SLOTS } from "./blocks.ts";
import { MAX_LENGTH, fieldNorms } from "./field-norms.ts";
import { GrowingArray } from "./growing-array.ts";
import type { LengthTotals } from "./length-totals.ts";
import { Occurrences } from "./occurrences.ts";
import { packPairs } from "./pack-pairs.ts";
import { type AverageLengths, type Segment, articlesBySlot } from "./segment.ts";
import { TermNumbers } from "./term-numbers.ts";

/** What of an article the index depends on. */
export type IndexedText = Pick<Article, "title" | "body">;

/** Analyses articles one after the other and packs them into a segment. Used once: add, then build. */
export class SegmentBuilder {
  readonly #analyzer: Analyzer;
  readonly #terms = new TermNumbers();
  readonly #words = new TermNumbers();
  /** The analyzer's id of a word → its number counted from 1; 0 where it has not been met. */
  readonly #wordOfId = new GrowingArray(Uint32Array);
  readonly #wordCounts = new GrowingArray(Uint32Array);
  readonly #termOfWord = new GrowingArray(Uint32Array);
  readonly #inSentences = new Occurrences();
  readonly #inTitles = new Occurrences();
  readonly #titleLengths = new GrowingArray(Uint16Array);
  readonly #articleStarts = new GrowingArray(Uint32Array);
  readonly #articleEnds = new GrowingArray(Uint32Array);
  readonly #lengths = new GrowingArray(Uint16Array);
  readonly #starts = new GrowingArray(Uint32Array);
  readonly #sizes = new GrowingArray(Uint16Array);
  readonly #paragraphs = new GrowingArray(Uint32Array);
  #sentenceTerms = 0;
  #titleTerms = 0;

  constructor(analyzer: Analyzer) {
    this.#analyzer = analyzer;
  }

  /** Adds an article; the first gets number 0. Returns false, with nothing added, where the segment is full. */
  add({ title, body }: IndexedText): boolean {
    const spans = splitSentences(body);
    if (this.#lengths.length + spans.length > MAX_SLOTS) return false;
    const article = this.#articleStarts.length;
    const titleLength = this.#addTerms(title, this.#inTitles, article);
    this.#titleLengths.push(titleLength);
    this.#titleTerms += titleLength;
    this.#articleStarts.push(this.#lengths.length);
    for (const { start, end, paragraph } of spans) {
      const length = this.#addTerms(body.slice(start, end), this.#inSentences, this.#lengths.length);
      this.#sentenceTerms += length;
      this.#lengths.push(length);
      this.#starts.push(start);
      this.#sizes.push(end - start);
      this.#paragraphs.push(paragraph);
    }
    this.#articleEnds.push(this.#lengths.length);
    return true;
  }

  totals(): LengthTotals {
    return {
      sentences: this.#lengths.length,
      sentenceTerms: this.#sentenceTerms,
      titles: this.#titleLengths.length,
      titleTerms: this.#titleTerms,
    };
  }

  /** @param averages of the whole index the segment will be part of; the nearer, the tighter its bounds */
  build(averages: AverageLengths, parameters: Bm25fParameters): Segment {
    const { strings: terms, rankOf } = this.#terms.sorted();
    const titles = this.#inTitles.sorted(rankOf);
    const titleLength = this.#titleLengths.toArray();
    const articleStart = this.#articleStarts.toArray();
    const articleEnd = this.#articleEnds.toArray();
    const sentenceLength = this.#lengths.toArray(1);
    const slots = { sentenceLength, articleOf: articlesBySlot(articleStart, articleEnd, this.#lengths.length) };
    const pairs = packPairs({
      occurrences: this.#inSentences.sorted(rankOf),
      titles,
      articles: { titleLength, articleStart, articleEnd },
      slots,
      norms: fieldNorms(averages, parameters),
    });
    const words = this.#words.sorted();
    const wordCount = new Uint32Array(this.#words.size);
    for (const [number, rank] of words.rankOf.entries()) wordCount[rank] = this.#wordCounts.at(number);
    return {
      ...pairs,
      averages,
      terms,
      titleStart: titles.start,
      titleArticle: titles.place,
      titleFrequency: titles.frequency,
      titleLength,
      articleStart,
      articleEnd,
      sentenceLength,
      sentenceStart: this.#starts.toArray(1),
      sentenceSize: this.#sizes.toArray(1),
      sentenceParagraph: this.#paragraphs.toArray(1),
      words: words.strings,
      wordCount,
    };
  }

  /** @returns how many terms the text has */
  #addTerms(text: string, occurrences: Occurrences, place: number): number {
    let count = 0;
    this.#analyzer.eachTerm(text, (term, folded, _kind, id) => {
      occurrences.add(id === null ? this.#terms.numberOf(term) : this.#countWord(term, folded, id), place);
      count += 1;
    });
    return Math.min(count, MAX_LENGTH);
  }

  /** @returns the number of the word's term */
  #countWord(term: string, folded: string, id: number): number {
    // Looking a word up by its spelling is what building an index would spend most of its time on.
    while (this.#wordOfId.length <= id) this.#wordOfId.push(0);
    let word = this.#wordOfId.at(id) - 1;
    if (word < 0) {
      word = this.#words.numberOf(folded);
      this.#wordOfId.set(id, word + 1);
      if (word === this.#wordCounts.length) {
        this.#wordCounts.push(0);
        this.#termOfWord.push(this.#terms.numberOf(term));
      }
    }
    this.#wordCounts.set(word, this.#wordCounts.at(word) + 1);
    return this.#termOfWord.at(word);
  }
}
