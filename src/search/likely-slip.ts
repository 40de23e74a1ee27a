/**
 * Whether one word may be a slip for the other, and not just another word. People seldom get both first letters wrong,
 * or "carried" would answer for "married". In words of up to five letters one changed letter makes another word ("king",
 * "kind"), so there only swapped letters count, and from five letters a letter dropped or doubled.
 */
export function isLikelySlip(typed: string, known: string): boolean {
  if (typed[0] !== known[0] && !(typed[0] === known[1] && typed[1] === known[0])) return false;
  if (typed.length > 5) return true;
  const swapped = typed.length === known.length && lettersOf(typed) === lettersOf(known);
  return swapped || (typed.length === 5 && known.length === 6) || isDoubled(typed, known);
}

/** What a word must begin with for another to be a likely slip for it: the same letter, or the first two swapped. */
export function likelyBeginnings(word: string): readonly string[] {
  const [first = "", second = ""] = word.split("");
  return first === second ? [first] : [first, second + first];
}

/** A word's letters in alphabetical order: the same for words that differ in their order alone. */
export function lettersOf(word: string): string {
  return word.split("").sort().join("");
}

/** Whether the typed word is the known one with one letter doubled. */
function isDoubled(typed: string, known: string): boolean {
  return typed.length === known.length + 1 && typed.length >= 5 && typed.replaceAll(/(.)\1/gu, "$1") === known;
}
