/** "none" where capitals tell nothing: all lower case, as people type, or all capitals, as headlines shout. */
export type Casing = "mixed" | "none";

/** Whether the capitals of a whole text tell anything. Linear in its length. */
export function casingOf(text: string): Casing {
  return /\p{Ll}/u.test(text) ? (/\p{Lu}/u.test(text) ? "mixed" : "none") : /\p{Lu}{4}/u.test(text) ? "none" : "mixed";
}

/** Words after which a caseless "us" is the pronoun: "tell us", "of us". */
const BEFORE_PRONOUN: ReadonlySet<string> = new Set(
  "tell tells told give gives gave let lets show shows help helps make makes of to for with between among like".split(
    " ",
  ),
);

/** Whether a folded token is a pronoun that could be an acronym, for {@link acronym} to tell. */
export function isUnclear(folded: string): boolean {
  return folded === "it" || folded === "us";
}

/**
 * Tells the country from the pronoun. With capitals in the text, "US", "U.S." and "the us" are the country; without, "us"
 * is, except after a word that takes a pronoun. "IT" needs its capitals or dots.
 *
 * @param folded - what {@link isUnclear}
 * @param before - the folded token before it, if any
 */
export function acronym(written: string, folded: string, before: string | undefined, casing: Casing): string {
  if (folded === "it") return written.includes(".") || (casing === "mixed" && written === "IT") ? "i.t" : folded;
  if (written.includes(".") || before === "the") return "u.s";
  if (casing === "mixed") return written.startsWith("US") ? "u.s" : folded;
  return before !== undefined && BEFORE_PRONOUN.has(before) ? folded : "u.s";
}
