import { FITTED } from "./fitted.ts";
import { PSEUDO_WORDS, pseudoWord } from "./pseudo-words.ts";
import { type Random, weighted } from "./random.ts";

/** A word by its rank in the language, from 0 for the commonest. */
export type Rank = number;

/** An open-ended vocabulary: some words are names, the others have forms. */
export interface Lexicon {
  /** Draws a word as often as its rank has it. */
  readonly draw: (random: Random) => Rank;
  /** Draws a rare word, as fits a name that a story turns on. */
  readonly drawRare: (random: Random) => Rank;
  readonly isName: (rank: Rank) => boolean;
  /** The word in one of its forms; names have one only, and are capitalised. */
  readonly spell: (random: Random, rank: Rank) => string;
}

type Kind = "name" | "noun" | "verb" | "adjective";

/** How often each form of a word is used; what is left over is the plain form. */
const FORMS: Readonly<Record<Kind, readonly (readonly [ending: string, share: number])[]>> = {
  name: [],
  noun: [["s", 0.3]],
  verb: [
    ["ed", 0.28],
    ["ing", 0.17],
    ["s", 0.15],
  ],
  adjective: [["ly", 0.12]],
};

export function createLexicon(): Lexicon {
  const { shift, head, core, tail } = FITTED.ranks;
  const masses = Array.from({ length: core }, (_, rank) => (rank + 1 + shift) ** -head);
  const atCore = masses.at(-1) ?? 0;
  const tailMass = (atCore * core) / (tail - 1);
  const total = masses.reduce((sum, mass) => sum + mass, 0) + tailMass;
  const drawCore = weighted(masses);

  const drawRare = (random: Random): Rank => {
    // The inverse of the tail's distribution function.
    const rank = Math.floor(core * (1 - random()) ** (-1 / (tail - 1)));
    return Math.min(rank, PSEUDO_WORDS - 1);
  };
  return {
    draw: (random) => (random() * total < tailMass ? drawRare(random) : drawCore(random)),
    drawRare,
    isName: (rank) => kindOf(rank) === "name",
    spell: (random, rank) => {
      const kind = kindOf(rank);
      const word = pseudoWord(rank);
      return kind === "name" ? capitalised(word) : inflect(word, kind, random());
    },
  };
}

/** What kind of word a rank is: always the same, and unrelated to its neighbours' (Knuth's multiplicative hash). */
function kindOf(rank: Rank): Kind {
  const share = (Math.imul(rank + 1, 0x9e3779b1) >>> 0) / 2 ** 32;
  if (share < FITTED.names) return "name";
  if (share < 0.55) return "noun";
  return share < 0.87 ? "verb" : "adjective";
}

function inflect(word: string, kind: Kind, chance: number): string {
  let from = 0;
  for (const [ending, share] of FORMS[kind]) {
    from += share;
    if (chance < from) return attach(word, ending);
  }
  return word;
}

/** Puts an ending on a word as English spells it. */
function attach(word: string, ending: string): string {
  if (ending === "s") return /(?:x|s|sh|th)$/u.test(word) ? `${word}es` : `${word}s`;
  return ending !== "ly" && /[^aeiou]e$/u.test(word) ? `${word.slice(0, -1)}${ending}` : `${word}${ending}`;
}

export function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
