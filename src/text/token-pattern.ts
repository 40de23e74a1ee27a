/** What may stand for an apostrophe. */
export const APOSTROPHE = "'’ʼ‘ʹ＇`´";

/** Parts the thousands of a number, beside an unbreakable space: "10,000". */
export const THOUSANDS = ",\\u00A0\\u2009\\u202F";

/** A character that words and numbers consist of. */
export const WORD = "[\\p{L}\\p{M}\\p{Nl}\\p{No}\\d]";

/**
 * What a token is. In order: dotted abbreviations (U.S., e.g.), names with an ampersand (AT&T), numbers with thousands
 * parted by commas or unbreakable spaces, decimals and versions, and words, apostrophes inside.
 */
export const TOKEN = [
  `\\p{L}(?:\\.\\p{L})+(?!${WORD})\\.?`,
  `\\p{L}{1,3}&\\p{L}{1,3}(?!${WORD})`,
  `\\d{1,3}(?:[${THOUSANDS}]\\d{3})+(?:\\.\\d+)?(?!\\d)`,
  `\\d+(?:\\.\\d+)+`,
  `${WORD}+(?:[${APOSTROPHE}]${WORD}+)*`,
].join("|");
