/** The longest word an automaton takes: a position for each letter and one more must fit in 32 bits. */
export const MAX_AUTOMATON_WORD = 31;
const ASCII = 128;

/**
 * Reads a text letter by letter and tells how many slips part it from a word: letters left out, put in, changed, or two
 * neighbours swapped (the restricted Damerau-Levenshtein distance, also called optimal string alignment).
 *
 * The rows of the textbook's table (R. Wagner and M. Fischer, "The string-to-string correction problem", 1974) as bits, all
 * cells of a row at once (S. Wu and U. Manber, "Fast text searching allowing errors", 1992), with swaps after H. Hyyrö, "A
 * bit-vector algorithm for computing Levenshtein and Damerau edit distances", 2003: bit `i` of row `[depth][slips]` is set
 * where the word's first `i` letters can be made the text's first `depth` letters with so many slips. Every depth keeps its
 * rows, so that texts with a common beginning share them: read on from any depth that was reached.
 *
 * Letters are UTF-16 code units.
 */
export class SlipAutomaton {
  /** The most slips that are told apart. */
  readonly tolerated: number;
  /** For each letter the places where the word holds it: bit `i` is its `i`th letter, counted from 1. */
  readonly #places: ReadonlyMap<number, number>;
  /** The same for the commonest letters: looking into an array is several times faster. */
  readonly #asciiPlaces = new Int32Array(ASCII);
  readonly #length: number;
  readonly #positions: number;
  readonly #rows: Int32Array;
  /** The places of the letter read at each depth. */
  readonly #read: Int32Array;

  /** @param word at most {@link MAX_AUTOMATON_WORD} letters; only so many are looked at */
  constructor(word: string, tolerated: number) {
    this.tolerated = tolerated;
    this.#length = Math.min(word.length, MAX_AUTOMATON_WORD);
    this.#places = placesOf(word.slice(0, this.#length));
    for (const [letter, places] of this.#places) if (letter < ASCII) this.#asciiPlaces[letter] = places;
    this.#positions = this.#length === MAX_AUTOMATON_WORD ? -1 : (1 << (this.#length + 1)) - 1;
    // A text longer than word and slips together is dead, so no deeper row is ever written.
    const depths = this.#length + tolerated + 2;
    this.#rows = new Int32Array(depths * (tolerated + 1));
    this.#read = new Int32Array(depths);
    for (let slips = 0; slips <= tolerated; slips += 1) this.#rows[slips] = ((2 << slips) - 1) & this.#positions;
  }

  /**
   * Reads `letter` after the first `depth` letters, which were read before. False where no text that begins like this is
   * within the slips tolerated: whatever follows, the lowest cell of a row never falls, swaps included, since the row a
   * swap starts from put its cells, one slip dearer, into the row between.
   */
  step(depth: number, letter: number): boolean {
    const rows = this.#rows;
    const width = this.tolerated + 1;
    const here = depth * width;
    const next = here + width;
    const places = (letter < ASCII ? this.#asciiPlaces[letter] : this.#places.get(letter)) ?? 0;
    const swapped = depth === 0 ? 0 : (places << 1) & (this.#read[depth - 1] ?? 0);
    this.#read[depth] = places;
    let reached = ((rows[here] ?? 0) << 1) & places;
    rows[next] = reached;
    for (let slips = 1; slips < width; slips += 1) {
      const cheaper = rows[here + slips - 1] ?? 0;
      const before = depth === 0 ? 0 : (rows[here - width + slips - 1] ?? 0);
      reached =
        ((((rows[here + slips] ?? 0) << 1) & places) |
          cheaper |
          ((cheaper | reached) << 1) |
          ((before << 2) & swapped)) &
        this.#positions;
      rows[next + slips] = reached;
    }
    return reached !== 0;
  }

  /** Whether the text read up to `depth` is the word with no more slips than tolerated. */
  takesAt(depth: number): boolean {
    return (((this.#rows[depth * (this.tolerated + 1) + this.tolerated] ?? 0) >>> this.#length) & 1) === 1;
  }

  /** How many slips part the word from the text read up to `depth`; one more than tolerated where there are more. */
  slipsAt(depth: number): number {
    const width = this.tolerated + 1;
    let slips = 0;
    while (slips < width && (((this.#rows[depth * width + slips] ?? 0) >>> this.#length) & 1) === 0) slips += 1;
    return slips;
  }
}

/** For each letter the places where the word holds it: bit `i` is its `i`th letter, counted from 1. */
function placesOf(word: string): ReadonlyMap<number, number> {
  const places = new Map<number, number>();
  for (let place = 0; place < word.length; place += 1) {
    const letter = word.charCodeAt(place);
    places.set(letter, (places.get(letter) ?? 0) | (2 << place));
  }
  return places;
}
