import type { Article } from "../../domain/article.ts";
import type { DateMention, Sentence } from "../../domain/sentence.ts";
import type { Analyzer } from "../../text/analyzer.ts";
import { findDates } from "../../text/dates.ts";
import { type DateRole, dateRole } from "./date-role.ts";

/** A date of a sentence, with what it does there. */
export interface DatedMention extends DateMention {
  readonly role: DateRole;
}

/** A sentence as a timeline looks at it. */
export interface ReadSentence {
  readonly sentence: Sentence;
  /** See {@link ArticleReader.termsOf}; empty where no date is mentioned. */
  readonly terms: readonly string[];
  readonly mentions: readonly DatedMention[];
}

/** Names of months are written with a capital; "may" is mostly a verb. */
const CAPITALS =
  /\b(?:J[Aa][Nn]|F[Ee][Bb]|M[Aa][Rr]|A[Pp][Rr]|M[Aa][Yy]|J[Uu][NnLl]|A[Uu][Gg]|S[Ee][Pp]|O[Cc][Tt]|N[Oo][Vv]|D[Ee][Cc])/u;
const OTHERS =
  /(?:19|20)\d\d|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day|\b(?:yesterday|today|tonight|tomorrow|ago|weekend)\b|\b(?:last|this|next)\s+(?:week|month|year|night|morning|afternoon|evening)|\d[./]\d/iu;
/** Characters of a sentence whose words are compared. */
const MAX_LENGTH = 1_000;

/** Whether a text may mention a date: true for all that do, and some more. Reading dates takes long, this next to nothing. */
export function mayNameDate(text: string): boolean {
  return CAPITALS.test(text) || OTHERS.test(text);
}

/** Reads articles for timelines, and remembers what it read for as long as somebody holds the article. */
export class ArticleReader {
  readonly #analyzer: Analyzer;
  readonly #read = new WeakMap<Article, { readonly dated: number; readonly sentences: readonly ReadSentence[] }>();

  constructor(analyzer: Analyzer) {
    this.#analyzer = analyzer;
  }

  /**
   * @param sentences all of the article, in order
   * @param dated how many of them are looked at for dates, among those that may name one
   */
  read(article: Article, sentences: readonly Sentence[], dated: number): readonly ReadSentence[] {
    const known = this.#read.get(article);
    if (known !== undefined && known.dated >= dated) return known.sentences;
    let left = dated;
    const read = sentences.map((sentence): ReadSentence => {
      const looked = left > 0 && mayNameDate(sentence.text);
      if (looked) left -= 1;
      const mentions = looked ? withRoles(sentence, findDates(sentence.text, article.published)) : [];
      return { sentence, terms: mentions.length > 0 ? this.termsOf(sentence.text) : [], mentions };
    });
    this.#read.set(article, { dated: left > 0 ? Infinity : dated, sentences: read });
    return read;
  }

  /** Reads a sentence whose dates were found already. */
  readOne(sentence: Sentence, dates: readonly DateMention[]): ReadSentence {
    return { sentence, terms: this.termsOf(sentence.text), mentions: withRoles(sentence, dates) };
  }

  /** Stems of the words with content, in order. */
  termsOf(text: string): readonly string[] {
    const terms: string[] = [];
    this.#analyzer.eachTerm(text.slice(0, MAX_LENGTH), (term, folded) => {
      if (!/^\d/u.test(folded)) terms.push(term);
    });
    return terms;
  }
}

function withRoles({ text, article }: Sentence, dates: readonly DateMention[]): readonly DatedMention[] {
  return dates.map((mention) => ({ ...mention, role: dateRole(text, mention, article.published) }));
}
