import type { GlossaryEntry } from "../../domain/corpus.ts";
import type { Sentence, Span } from "../../domain/sentence.ts";
import { idfOf } from "../../index/generation.ts";
import type { Query, QueryTerm } from "../../search/query.ts";
import { type Hit, rank } from "../../search/rank.ts";
import type { SentenceIndex } from "../../search/sentence-index.ts";
import type { Term } from "../../text/analyzer.ts";
import { nameTree } from "../../text/alias-names.ts";
import type { KnownNames } from "./known-names.ts";

/** A name that sentences hold. */
export interface FoundName {
  /** As the glossary or the articles write it. */
  readonly name: string;
  readonly aliases: readonly string[];
  /** Where a text holds it, or an alias of it. */
  readonly spansIn: (text: string) => readonly Span[];
  /** Sentences that hold it, best first by what else they hold. */
  readonly sentences: (limit: number) => readonly Hit[];
}

/** Longest name, in characters, and in words. */
const MAX_TYPED = 100;
const MAX_WORDS = 8;
/** Sentences looked at for how the articles write a word. */
const LOOKED_AT = 60;
/** So little typed is no name yet that could be completed. */
const MIN_BEGINNING = 3;

const POSSESSIVE = /['’]s?$/u;
const GOING_ON = /^(?: \p{Lu}[\p{L}\p{M}\p{N}'’&-]*)+/u;
/** What makes a newspaper of a place. */
const OUTLET = /^ (?:Times|News|Post|Herald|Daily|Radio|TV|Television|Tribune|Gazette)\b/u;

/** Finds names in the glossary and in the articles of an index, however they were typed. */
export class NameFinder {
  readonly #index: SentenceIndex;
  readonly #known: KnownNames;
  /** Key of the index → its entry. */
  readonly #entries: ReadonlyMap<string, GlossaryEntry>;

  constructor(index: SentenceIndex, glossary: readonly GlossaryEntry[], known: KnownNames) {
    this.#index = index;
    this.#known = known;
    this.#entries = new Map(glossary.flatMap((entry) => keysOf(entry).map((key) => [key, entry] as const)));
  }

  /**
   * As it stands first, then with its end or a letter of it amended, then word by word read as words of the articles.
   * Null where no article holds what comes of it.
   */
  find(typed: string): FoundName | null {
    const text = typed.slice(0, MAX_TYPED).trim();
    return this.asItStands(text) ?? this.#completed(text) ?? this.#corrected(text);
  }

  /** As it stands, whatever its case. */
  asItStands(typed: string): FoundName | null {
    const text = typed.slice(0, MAX_TYPED).trim();
    return this.#ofGlossary(text) ?? this.#ofArticles(text) ?? this.#beginningOf(text);
  }

  /** A name that goes on in the articles: "Credins" for "Credins Bank". */
  #beginningOf(text: string): FoundName | null {
    const { analyzer } = this.#index;
    const words = analyzer.analyze(text).filter(({ kind }) => kind === "word");
    const [first] = words;
    if (first === undefined || first.stop || words.length > MAX_WORDS) return null;
    const spansIn = (held: string): readonly Span[] => writtenIn(analyzer.analyze(held), words);
    const longer = this.#written(
      text,
      words,
      spansIn,
      ({ text: held }, { end }) => GOING_ON.exec(held.slice(end))?.[0],
    );
    return longer === null ? null : this.#ofArticles(longer);
  }

  #completed(text: string): FoundName | null {
    if (text.length < MIN_BEGINNING) return null;
    const [best] = this.#known.complete(text, 1);
    return best === undefined ? null : this.asItStands(best);
  }

  #corrected(text: string): FoundName | null {
    const { analyzer, vocabulary } = this.#index;
    let corrected = text;
    for (const { folded, surface, stop, kind } of analyzer.analyze(text)) {
      if (stop || kind === "alias" || vocabulary.count(folded) > 0) continue;
      const [meant] = vocabulary.resembling(folded, 1);
      if (meant === undefined) return null;
      corrected = corrected.replace(surface, meant.word);
    }
    return corrected === text ? null : this.asItStands(corrected);
  }

  /** A text that is one name of the glossary and nothing else. */
  #ofGlossary(text: string): FoundName | null {
    const terms = this.#index.analyzer.analyze(text);
    const alias = terms.find(({ kind }) => kind === "alias");
    if (alias === undefined) return null;
    const isOnly = terms.every((term) => term.stop || (term.start >= alias.start && term.end <= alias.end));
    const entry = this.#entries.get(alias.term);
    if (!isOnly || entry === undefined) return null;
    const spansIn = (held: string): readonly Span[] =>
      this.#index.analyzer
        .analyze(held)
        .filter(({ term, kind, end }) => kind === "alias" && term === alias.term && !OUTLET.test(held.slice(end)));
    const query = this.#queryOf(text, [{ term: alias.term, matched: alias.folded, how: "alias", weight: 1 }], null);
    return this.#found(entry.term, entry.aliases, spansIn, query);
  }

  /** Words that the articles write as a name: in a row, with capitals, within a sentence. */
  #ofArticles(text: string): FoundName | null {
    const { analyzer } = this.#index;
    const words = analyzer.analyze(text).filter(({ kind }) => kind === "word");
    if (words.length > MAX_WORDS) return null;
    const spansIn = (held: string): readonly Span[] =>
      writtenIn(analyzer.analyze(held), words).filter((span) => !goesOn(held, span));
    const name = this.#written(text, words, spansIn, () => "");
    const query = name === null ? null : this.#wordsQuery(text, words, spansIn);
    return name === null || query === null ? null : this.#found(name, [], spansIn, query);
  }

  /**
   * How sentences write a name, the first that does so within a sentence: what begins one has a capital in any case.
   *
   * @param further what of the sentence belongs to the name besides; undefined where the span is not it
   */
  #written(
    text: string,
    words: readonly Term[],
    spansIn: FoundName["spansIn"],
    further: (sentence: Sentence, span: Span) => string | undefined,
  ): string | null {
    const query = this.#wordsQuery(text, words, spansIn);
    if (query === null) return null;
    for (const { sentence } of rank(this.#index, query, { limit: LOOKED_AT, ownWordsOnly: true }).hits) {
      for (const span of spansIn(sentence.text)) {
        const more = further(sentence, span);
        if (more === undefined) continue;
        const written = (sentence.text.slice(span.start, span.end) + more).replace(POSSESSIVE, "");
        if (span.start > 0 || /\s\p{Lu}|\p{Lu}{2}/u.test(written)) return written;
      }
    }
    return null;
  }

  #wordsQuery(text: string, words: readonly Term[], spansIn: FoundName["spansIn"]): Query | null {
    const required = [...new Set(words.filter(({ stop }) => !stop).map(({ term }) => term))];
    if (required.length === 0) return null;
    const admitsSentence = (held: string): boolean => spansIn(held).length > 0;
    const terms = required.map((term) => ({ term, matched: term, how: "exact", weight: 1 }) as const);
    return this.#queryOf(text, terms, { required, excluded: [], admitsArticle: null, admitsSentence });
  }

  #queryOf(asked: string, terms: readonly QueryTerm[], restriction: Query["restriction"]): Query {
    const idf = Math.max(...terms.map(({ term }) => idfOf(this.#index.generation, term)));
    const words = terms.map(({ matched }) => matched);
    return {
      concepts: [{ asked, words, alternatives: [terms], idf, weight: 1 }],
      corrections: [],
      unknownWords: [],
      restriction,
    };
  }

  #found(name: string, aliases: readonly string[], spansIn: FoundName["spansIn"], query: Query): FoundName | null {
    const sentences = (limit: number): readonly Hit[] => rank(this.#index, query, { limit, ownWordsOnly: true }).hits;
    return sentences(1).length === 0 ? null : { name, aliases, spansIn, sentences };
  }
}

/** The keys under which an index holds an entry. */
function keysOf(entry: GlossaryEntry): readonly string[] {
  const names: string[] = [];
  const walk = ({ next, name }: ReturnType<typeof nameTree>): void => {
    if (name !== null) names.push(name.term);
    for (const node of next.values()) walk(node);
  };
  walk(nameTree([{ term: entry.term, aliases: [] }]));
  return names;
}

/** Where words stand in a row, written as a name. */
function writtenIn(terms: readonly Term[], words: readonly Term[]): readonly Span[] {
  const held = terms.filter(({ kind }) => kind === "word");
  return held.flatMap(({ start }, place): readonly Span[] => {
    const run = held.slice(place, place + words.length);
    const last = run.at(-1);
    if (last === undefined || run.length < words.length) return [];
    const isName = run.every(
      ({ term, stop, surface }, at) => term === words[at]?.term && (stop || /^[\p{Lu}\p{N}]/u.test(surface)),
    );
    return isName ? [{ start, end: last.end }] : [];
  });
}

/** Whether a name is only the beginning of another: "Iran" in "Iran International", but not in "Iran's Quds Force". */
function goesOn(text: string, { start, end }: Span): boolean {
  return GOING_ON.test(text.slice(end)) && !/['’]s$/u.test(text.slice(start, end));
}
