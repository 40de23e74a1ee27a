/** An abbreviation and what an author says that it stands for. */
export interface Abbreviation {
  readonly short: string;
  readonly long: string;
}

const BRACKETED = /(?<before>[^()[\]]{2,200})\((?<inner>[^()[\]]{2,120})\)/gu;
/** Two to ten characters, a capital first and another after it. */
const SHORT = /^(?=.{2,10}$)\p{Lu}[\p{L}\p{N}.&/-]*\p{Lu}[\p{L}\p{N}.&/-]*$/u;
const LETTERS = /[\p{L}\p{N}]/gu;
const IN_WORD = /[\p{L}\p{N}]/u;
const WORDS = /\S+/gu;
const ARTICLE = /^(?:the|an?)\s+/iu;

/**
 * Abbreviations that a sentence explains: "Ministry of Transport (MT)" or "MT (Ministry of Transport)". The method is that
 * of Schwartz & Hearst (2003), "A simple algorithm for identifying abbreviation definitions in biomedical text": the
 * letters of the short form are looked for from the right in the words before it, and its first letter has to begin a word.
 * Linear in the length of the sentence.
 */
export function abbreviationsIn(sentence: string): readonly Abbreviation[] {
  const found: Abbreviation[] = [];
  for (const { groups } of sentence.matchAll(BRACKETED)) {
    const before = (groups?.["before"] ?? "").trimEnd();
    // "(MT, for short)", "(MT; in French: …)"
    const inner = (groups?.["inner"] ?? "").split(/[,;:]/u)[0]?.trim() ?? "";
    const last = /\S+$/u.exec(before)?.[0] ?? "";
    const [short, text] = SHORT.test(inner) ? [inner, before] : SHORT.test(last) ? [last, inner] : ["", ""];
    const long = short === "" ? null : longFormOf(short, text, text === before);
    if (long !== null) found.push({ short, long });
  }
  return found;
}

/** @param isBefore whether the long form ends with the text, rather than is the text */
function longFormOf(short: string, text: string, isBefore: boolean): string | null {
  const letters = short.match(LETTERS)?.length ?? 0;
  const words = [...text.matchAll(WORDS)];
  const most = Math.min(letters + 5, letters * 2);
  if (!isBefore && words.length > most) return null;
  const candidate = isBefore ? text.slice(words.at(-most)?.index ?? 0) : text;
  // "FDD" is the Foundation for Defence of Democracies, and not "for Defence of Democracies".
  const start = bestStart(short, candidate, true) ?? bestStart(short, candidate, false);
  if (start === null) return null;
  const long = candidate
    .slice(start)
    .replace(ARTICLE, "")
    .replace(/^["'“‘«]+|["'”’»,.]+$/gu, "");
  const isLonger = long.length > short.length && long.split(/\s+/u).length >= 2;
  return isLonger && !long.split(/\s+/u).includes(short) ? long : null;
}

/**
 * Where the shortest long form begins, or null where the letters are not there in order.
 *
 * @param asWritten whether its first letter has to be a capital as the short form's is
 */
function bestStart(short: string, text: string, asWritten: boolean): number | null {
  const long = text.toLowerCase();
  let at = long.length - 1;
  for (let letter = short.length - 1; letter >= 0; letter -= 1) {
    const wanted = short.charAt(letter).toLowerCase();
    if (!IN_WORD.test(wanted)) continue;
    const begins = letter === 0 ? beginsWord : () => true;
    while (at >= 0 && !(long.charAt(at) === wanted && begins(at))) at -= 1;
    if (at < 0) return null;
    at -= 1;
  }
  return text.lastIndexOf(" ", at + 1) + 1;

  function beginsWord(place: number): boolean {
    if (IN_WORD.test(text.charAt(place - 1))) return false;
    return !asWritten || text.charAt(place) === short.charAt(0);
  }
}
