import Fuse from "fuse.js";
import distances from "natural/lib/natural/distance/levenshtein_distance.js";

/** A word of the corpus that a question's unknown word may have meant. */
export interface Resemblance {
  readonly word: string;
  /** 1 for the same word, towards 0 the more letters differ. */
  readonly similarity: number;
}

/** Words shorter than this are too easily taken for one another to be corrected. */
const MIN_LENGTH = 4;
/** Longer words are not searched for: nobody mistypes one into a known word, and matching them costs the most. */
const MAX_LENGTH = 32;
/** How many of Fuse's candidates are measured letter by letter. */
const CANDIDATES = 24;

/** How many slips a word of this length may hold and still be recognised. */
function toleratedDistance(length: number): number {
  if (length < 7) return 1;
  return length < 11 ? 2 : 3;
}

/**
 * The words of a corpus, to be matched with words it does not know: typing slips and spelling variants alike.
 *
 * Fuse.js proposes, the Damerau-Levenshtein distance over whole words decides: Fuse looks for the best *part* of a word
 * ("iran" is within "tirana"), which is right for titles and wrong for spellings. Words are kept by length, so that only
 * those of about the right length are looked at.
 */
export class Vocabulary {
  readonly #counts: ReadonlyMap<string, number>;
  readonly #byLength = new Map<number, Fuse<string>>();

  /** @param counts how often each folded word occurs in the corpus */
  constructor(counts: ReadonlyMap<string, number>) {
    this.#counts = counts;
    const buckets = new Map<number, string[]>();
    for (const word of counts.keys()) {
      if (word.length < MIN_LENGTH - 1 || word.length > MAX_LENGTH || /\d/u.test(word)) continue;
      const bucket = buckets.get(word.length);
      if (bucket === undefined) buckets.set(word.length, [word]);
      else bucket.push(word);
    }
    for (const [length, words] of buckets) {
      this.#byLength.set(length, new Fuse(words, { includeScore: true, threshold: 0.45, ignoreLocation: true }));
    }
  }

  get size(): number {
    return this.#counts.size;
  }

  /**
   * The known words nearest to an unknown one, nearest first; among equals the commoner word first. Empty for words that
   * are too short or hold digits, where one character makes another thing.
   */
  resembling(word: string, limit: number): readonly Resemblance[] {
    if (word.length < MIN_LENGTH || word.length > MAX_LENGTH || /\d/u.test(word)) return [];
    const tolerated = toleratedDistance(word.length);
    const found: { readonly word: string; readonly distance: number }[] = [];
    for (let length = word.length - tolerated; length <= word.length + tolerated; length += 1) {
      for (const { item } of this.#byLength.get(length)?.search(word, { limit: CANDIDATES }) ?? []) {
        const distance = distances.DamerauLevenshteinDistance(word, item, { restricted: true });
        if (distance <= tolerated && isLikelySlip(word, item)) found.push({ word: item, distance });
      }
    }
    return found
      .toSorted(
        (a, b) => a.distance - b.distance || this.#count(b.word) - this.#count(a.word) || compare(a.word, b.word),
      )
      .slice(0, limit)
      .map(({ word: match, distance }) => ({
        word: match,
        similarity: 1 - distance / Math.max(word.length, match.length),
      }));
  }

  #count(word: string): number {
    return this.#counts.get(word) ?? 0;
  }
}

/**
 * Whether one word may be a slip for the other, and not just another word. People seldom get both first letters wrong,
 * or "carried" would answer for "married". In words of up to five letters one changed letter makes another word ("king",
 * "kind"), so there only swapped letters count, and from five letters a letter dropped or doubled.
 */
function isLikelySlip(typed: string, known: string): boolean {
  if (typed[0] !== known[0] && !(typed[0] === known[1] && typed[1] === known[0])) return false;
  if (typed.length > 5) return true;
  const swapped = typed.length === known.length && lettersOf(typed) === lettersOf(known);
  return swapped || (typed.length === 5 && known.length === 6) || isDoubled(typed, known);
}

/** A word's letters in alphabetical order: the same for words that differ in their order alone. */
function lettersOf(word: string): string {
  return word.split("").sort().join("");
}

/** Whether the typed word is the known one with one letter doubled. */
function isDoubled(typed: string, known: string): boolean {
  return typed.length === known.length + 1 && typed.length >= 5 && typed.replaceAll(/(.)\1/gu, "$1") === known;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
