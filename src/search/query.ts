import distances from "natural/lib/natural/distance/levenshtein_distance.js";
import type { Contribution, Correction } from "../domain/answer.ts";
import { idfOf, termFrequency } from "../index/generation.ts";
import type { Span } from "../domain/sentence.ts";
import type { Term } from "../text/analyzer.ts";
import { QUESTION_WORDS } from "../text/stop-words.ts";
import { type Restriction, restrictionOf } from "./restriction.ts";
import type { SentenceIndex } from "./sentence-index.ts";
import { type Syntax, readSyntax } from "./syntax.ts";
import type { Resemblance } from "./vocabulary.ts";

/** A term of the index that stands for a word of the question. */
export interface QueryTerm {
  readonly term: string;
  /** The word as it is spelled in the corpus, for showing. */
  readonly matched: string;
  readonly how: Contribution["how"];
  /** What a match is worth beside an exact one, 0 to 1. */
  readonly weight: number;
}

/**
 * One idea of the question with the ways to say it. A sentence earns the best of the alternatives, never their sum: one
 * that says "MOIS" is not twice as much about the ministry for being found by its name and by its abbreviation.
 */
export interface Concept {
  readonly asked: string;
  /** Its words, folded and as they were read: corrected where they were taken for slips. */
  readonly words: readonly string[];
  readonly alternatives: readonly (readonly QueryTerm[])[];
  /** How telling the idea is: the idf of its most telling term, or of a term that occurs nowhere. */
  readonly idf: number;
  /** What the concept counts beside the others, 1 for words of the question itself. */
  readonly weight: number;
}

/** A question as the index understands it. */
export interface Query {
  readonly concepts: readonly Concept[];
  readonly corrections: readonly Correction[];
  /** Words that no article uses and that resemble none. */
  readonly unknownWords: readonly string[];
  /** What a sentence must satisfy beyond matching: null where the question sets no conditions. */
  readonly restriction: Restriction | null;
}

/** A corrected spelling is worth less than the word itself, the less the more letters differ. */
const FUZZY_WEIGHT = 0.9;
const MAX_FUZZY_MATCHES = 3;
/** Questions are a sentence or two; what goes on longer is not asked but pasted. */
const MAX_CONCEPTS = 40;
const ADDRESS = /\b(?:https?:\/\/|www\.)\S+/giu;

/** Words of the corpus that mean about what a word does and are looked up beside it. */
const MAX_RELATED = 8;
/** Cosine from which on a word means about what another does. */
const RELATED = 0.5;
/** A word that stands in more sentences than this is found often enough without them. */
const COMMON = 40;
/** What a word of about the same meaning is worth beside the word itself. */
const RELATED_WEIGHT = 0.6;

/** What is known of a question beside its text. */
export interface QueryOptions {
  /** What its words count beside others, 1 for those of the question itself. */
  readonly weight?: number;
  readonly syntax?: Syntax;
  /** Parts of it that carry no idea. */
  readonly empty?: readonly Span[];
  /** English words that stand for parts of a question in another language. */
  readonly english?: readonly { readonly span: Span; readonly words: string }[];
  /** Looks for words of about the same meaning too. */
  readonly related?: boolean;
}

/**
 * Turns a question into concepts, matching words the corpus does not know to words it does, and its operators into a
 * restriction. Words in quotes are taken as they stand: not corrected, and for no other name of the same thing.
 */
export function buildQuery(
  index: SentenceIndex,
  text: string,
  { weight = 1, syntax = readSyntax(text), empty = [], english = [], related = false }: QueryOptions = {},
): Query {
  const concepts: Concept[] = [];
  const corrections: Correction[] = [];
  const unknownWords: string[] = [];
  const seen = new Set<string>();

  for (const group of groupBySpan(askedTerms(index, text, syntax, empty))) {
    const key = group.map((term) => term.term).join(" ");
    if (seen.has(key) || concepts.length >= MAX_CONCEPTS) continue;
    seen.add(key);

    const ownWords = group.filter((term) => term.kind === "word");
    const aliases = group.filter((term) => term.kind === "alias");
    const start = Math.min(...group.map((term) => term.start));
    const end = Math.max(...group.map((term) => term.end));
    const asked = text.slice(start, end);
    const alternatives: (readonly QueryTerm[])[] = [];
    for (const alias of aliases) {
      if (occurs(index, alias.term)) {
        alternatives.push([{ term: alias.term, matched: alias.folded, how: "alias", weight: 1 }]);
      }
    }
    for (const { span, words } of english) {
      if (span.start < end && start < span.end) alternatives.push(...inEnglish(index, words));
    }
    // One word that is a name of the glossary is the same thing under all its names, and as telling under each.
    const isName = alternatives.length > 0 && ownWords.length < 2;
    const known = isName ? [] : ownWords.filter((word) => occurs(index, word.term));
    if (known.length > 0) alternatives.push(known.map((word) => exactTerm(word)));
    const [only] = ownWords.length === 1 ? known : [];
    if (only !== undefined && !only.quoted) {
      const meant = fuzzyAlternatives(index, index.vocabulary.likelyMeant(only.folded));
      alternatives.push(...meant.map(({ terms }) => terms));
    }
    if (alternatives.length === 0) {
      const resembling = ownWords.flatMap((word) =>
        word.quoted ? [] : fuzzyAlternatives(index, index.vocabulary.resembling(word.folded, MAX_FUZZY_MATCHES)),
      );
      alternatives.push(...resembling.map(({ terms }) => terms));
      const [best] = resembling;
      if (best !== undefined) corrections.push({ asked, read: best.word });
      else if (ownWords.every((word) => isQuestionWordSlip(word.folded))) continue;
      else unknownWords.push(asked);
    }
    const idfs = alternatives.flat().map((term) => idfOf(index.generation, term.term));
    const read = alternatives.length > 0 && alternatives.flat().every(({ how }) => how === "fuzzy");
    const words = read ? alternatives.flat().map(({ matched }) => matched) : ownWords.map(({ folded }) => folded);
    concepts.push({
      asked,
      words,
      alternatives: related && !isName ? [...alternatives, ...relatedTo(index, group, words)] : alternatives,
      weight,
      idf: idfs.length === 0 ? idfOf(index.generation, "") : Math.max(...idfs),
    });
  }
  return { concepts, corrections, unknownWords, restriction: restrictionOf(index.analyzer, syntax) };
}

interface AskedTerm extends Term {
  readonly quoted: boolean;
}

/** The terms of a question that count, where they stand in its text, operators left out. */
function askedTerms(
  index: SentenceIndex,
  text: string,
  { parts }: Syntax,
  empty: readonly Span[],
): readonly AskedTerm[] {
  return parts.flatMap(({ start, end, quoted }) => {
    // Addresses are pasted, not asked about; blanked out, they leave every other word where it is.
    const words = text.slice(start, end).replaceAll(ADDRESS, (address) => " ".repeat(address.length));
    return index.analyzer
      .analyze(words)
      .filter(({ stop, kind }) => !stop && !(quoted && kind === "alias"))
      .map((term) => Object.assign({}, term, { start: start + term.start, end: start + term.end, quoted }))
      .filter((term) => !empty.some((span) => span.start <= term.start && term.end <= span.end));
  });
}

/** Puts the words an alias covers together with it; every other word stands alone. */
function groupBySpan(terms: readonly AskedTerm[]): readonly (readonly AskedTerm[])[] {
  const groups: { end: number; readonly terms: AskedTerm[] }[] = [];
  for (const term of terms.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = groups.at(-1);
    if (last !== undefined && term.start < last.end) {
      last.terms.push(term);
      last.end = Math.max(last.end, term.end);
    } else {
      groups.push({ end: term.end, terms: [term] });
    }
  }
  return groups.map((group) => group.terms);
}

function fuzzyAlternatives(
  index: SentenceIndex,
  resembling: readonly Resemblance[],
): readonly { readonly word: string; readonly terms: readonly QueryTerm[] }[] {
  return resembling.flatMap((resemblance) =>
    // The corpus's spelling may itself be an alias: each of its terms is an alternative of its own.
    index.analyzer
      .analyze(resemblance.word)
      .filter((term) => !term.stop && occurs(index, term.term))
      .map((term) => ({
        word: resemblance.word,
        terms: [
          {
            term: term.term,
            matched: resemblance.word,
            how: "fuzzy" as const,
            weight: FUZZY_WEIGHT * resemblance.similarity,
          },
        ],
      })),
  );
}

/** "wich", "waht", "hwo": a slip for a word that asks, which is no idea of the question. */
function isQuestionWordSlip(folded: string): boolean {
  return (
    folded.length > 2 &&
    [...QUESTION_WORDS].some((word) => distances.DamerauLevenshteinDistance(folded, word, { restricted: true }) === 1)
  );
}

/** English words for a part of a question, all of which have to meet. */
function inEnglish(index: SentenceIndex, words: string): readonly (readonly QueryTerm[])[] {
  const terms = index.analyzer.analyze(words).filter(({ stop, kind }) => !stop && kind === "word");
  return terms.length > 0 && terms.every(({ term }) => occurs(index, term))
    ? [terms.map((term) => exactTerm(term))]
    : [];
}

/** Words of the corpus that mean about what the only word of a group does. */
function relatedTo(
  index: SentenceIndex,
  group: readonly AskedTerm[],
  words: readonly string[],
): readonly (readonly QueryTerm[])[] {
  const { related, vectors, analyzer } = index;
  const [only] = words;
  if (related === null || vectors === null || only === undefined || words.length > 1) return [];
  if (group.some(({ quoted }) => quoted)) return [];
  const row = vectors.row(only);
  if (row < 0) return [];
  if (group.some(({ term }) => termFrequency(index.generation, term).sentences > COMMON)) return [];
  return related.nearest(row, MAX_RELATED, RELATED).flatMap(({ word, similarity }) =>
    analyzer
      .analyze(word)
      .filter(({ stop, term }) => !stop && !group.some((own) => own.term === term) && occurs(index, term))
      .map(({ term }) => [{ term, matched: word, how: "meaning" as const, weight: RELATED_WEIGHT * similarity }]),
  );
}

function exactTerm(word: Term): QueryTerm {
  return { term: word.term, matched: word.surface, how: "exact", weight: 1 };
}

function occurs(index: SentenceIndex, term: string): boolean {
  const { sentences, titles } = termFrequency(index.generation, term);
  return sentences > 0 || titles > 0;
}
