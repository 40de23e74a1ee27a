import { AIM_NOUNS, PLACE_NOUNS, QUANTITY_NOUNS, REASON_NOUNS, SOMEBODY_NOUNS, TIME_NOUNS } from "./nouns.ts";
import { isSwap } from "./slips.ts";

/** Words beside those that ask which tell what is asked. */
const TELLING =
  "whos|whats|wheres|whens|whys|hows|whod|did|does|was|were|have|has|are|can|will|would|could|should|made|caused|happened|happen|said|say|stand|mean|means|meaning|difference|between|list|name|timeline|sequence|events|compare|anyone|anybody|until|since|kind|type|many|much|long|often|come|true|know|tell|behind|responsible|define|definition|people";

const WORDS: ReadonlySet<string> = new Set(
  [TELLING, TIME_NOUNS, PLACE_NOUNS, QUANTITY_NOUNS, REASON_NOUNS, AIM_NOUNS, SOMEBODY_NOUNS].flatMap((list) =>
    list.split("|").filter((word) => !word.includes(" ")),
  ),
);
/** Real words that have two letters of a key word swapped. */
const OTHERS: ReadonlySet<string> = new Set(
  "dose aws untied tows ear arte coe mourning faction contingent signer".split(" "),
);
/** Only in words as long as this is a missing or doubled letter surely a slip. */
const LONG = 7;

const BY_LETTERS = byLetters();
const WITHOUT_ONE: ReadonlyMap<string, string> = new Map(
  // "Managers" without a letter is "manages".
  [...WORDS]
    .filter((word) => word.length >= LONG && !word.endsWith("s"))
    .flatMap((word) => shortened(word).map((short) => [short, word] as const)),
);

/** The word telling what is asked that a word is a slip of: letters swapped, or one missing or too many of a long word. */
export function keyWordMeant(folded: string): string | null {
  if (folded.length < 3 || WORDS.has(folded) || OTHERS.has(folded)) return null;
  const swapped = BY_LETTERS.get(sorted(folded))?.find((word) => isSwap(folded, word));
  if (swapped !== undefined) return swapped;
  if (folded.length < LONG - 1) return null;
  const longer = WITHOUT_ONE.get(folded);
  if (longer !== undefined || folded.length <= LONG) return longer ?? null;
  return shortened(folded).find((word) => word.length >= LONG && !folded.endsWith("s") && WORDS.has(word)) ?? null;
}

function byLetters(): ReadonlyMap<string, readonly string[]> {
  const words = new Map<string, string[]>();
  for (const word of WORDS) words.set(sorted(word), [...(words.get(sorted(word)) ?? []), word]);
  return words;
}

function sorted(word: string): string {
  return word.split("").sort().join("");
}

/** A word without one of its letters, for each of them but the first and the last. */
function shortened(word: string): readonly string[] {
  return Array.from({ length: word.length - 2 }, (_, index) => word.slice(0, index + 1) + word.slice(index + 2));
}
