/** Letters that Unicode does not decompose, as people type them who do not have them on their keyboard. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
  ŋ: "n",
  ħ: "h",
  ŧ: "t",
  ə: "e",
  ς: "σ",
};

const UNDECOMPOSED = new RegExp(`[${Object.keys(PLAIN).join("")}]`, "gu");

/**
 * Brings a word to the form that is compared: compatibility decomposition (Unicode NFKD), without marks, lower case, with
 * the letters that have no decomposition replaced: "Durrës" → "durres", "Straße" → "strasse". Keeps its punctuation.
 */
export function fold(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}+/gu, "")
    .replace(UNDECOMPOSED, (letter) => PLAIN[letter] ?? letter);
}
