/** Words that ask and are long enough to be told from others when one letter is amiss. */
const LONG = ["what", "when", "where", "which", "whose", "whom"];
const SHORT = ["who", "why", "how"];

/** Real words and commoner slips of others, one letter from a word that asks. */
const OTHERS: ReadonlySet<string> = new Set(
  (
    "hat chat that heat wheat whet whit wat swat want wait watt wart waft phat white while whale wheel whelk whey whim whip " +
    "hen then them than went were here there these those whore whale hose chose whole hers she he wee weed week wheal " +
    "wish with rich witch whirl winch welch hitch wham who why how ho hoe hot hop show now row cow low two woo way shy thy try whoa " +
    "wan wen hwy chen shen zhen khat wheres whats whens"
  ).split(" "),
);

/**
 * The English word that asks and that `folded` is a slip of ("wehn", "waht", "wich"), null where it is none or another word.
 * One letter wrong, missing, too many or two swapped, which is distance 1 by Damerau's measure with restricted swaps.
 */
export function questionWordMeant(folded: string): string | null {
  if (OTHERS.has(folded) || folded.length < 3 || folded.length > 6) return null;
  return (
    LONG.find((word) => (folded.length > 3 || folded.startsWith("wh")) && isOneSlip(folded, word)) ??
    SHORT.find((word) => folded.length === word.length && isSwap(folded, word)) ??
    null
  );
}

/** Whether two different words are one slip apart. */
export function isOneSlip(typed: string, meant: string): boolean {
  if (typed === meant || Math.abs(typed.length - meant.length) > 1) return false;
  if (isSwap(typed, meant)) return true;
  let same = 0;
  while (same < typed.length && typed[same] === meant[same]) same += 1;
  const typedRest = typed.slice(typed.length >= meant.length ? same + 1 : same);
  const meantRest = meant.slice(meant.length >= typed.length ? same + 1 : same);
  return typedRest === meantRest;
}

/** Whether two letters that follow each other stand the other way round. */
export function isSwap(typed: string, meant: string): boolean {
  if (typed.length !== meant.length) return false;
  let first = 0;
  while (first < typed.length && typed[first] === meant[first]) first += 1;
  return (
    first + 1 < typed.length &&
    typed[first] === meant[first + 1] &&
    typed[first + 1] === meant[first] &&
    typed.slice(first + 2) === meant.slice(first + 2)
  );
}
