/** Whether a text holds one of the words, as a word or its beginning, letter case and accents aside; any where there are none. */
export function mentionsOne(text: string, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const folded = ` ${fold(text)}`;
  return words.some((word) => folded.includes(` ${fold(word)}`));
}

function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
