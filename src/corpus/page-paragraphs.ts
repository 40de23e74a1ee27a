import { furniturePhrases } from "./furniture-phrases.ts";

/** A paragraph of a saved page. */
export interface PageParagraph {
  readonly text: string;
  /** Line of the source on which it begins, counted from 1. */
  readonly line: number;
  /** Which run of lines without a blank one between them it stands in, from 0. */
  readonly block: number;
}

interface Line {
  readonly text: string;
  readonly number: number;
}

/**
 * Parts plain text into paragraphs. Blank lines part blocks. Within a block every line is a paragraph of its own, as
 * pages are saved, unless the file is wrapped by hand: then lines are joined until one ends short.
 */
export function pageParagraphs(text: string): readonly PageParagraph[] {
  const blocks = blocksOf(normalise(text));
  const width = wrapWidth(blocks);
  return blocks.flatMap((lines, block) => {
    const paragraphs = width === null ? lines.map((line) => [line]) : unwrap(lines, width);
    return paragraphs.flatMap((parts) => {
      const joined = parts.map((part) => part.text).join(" ");
      // A hyphen at a line's end belongs to the word.
      const whole = width === null ? joined : joined.replaceAll(/(?<=\p{L}-) (?=\p{Ll})/gu, "");
      const pieces = unglue(whole);
      return pieces.map((piece): PageParagraph => ({ text: piece, line: parts[0]?.number ?? 1, block }));
    });
  });
}

/** Whether a paragraph ends as sentences end. */
export function endsAsSentence(text: string): boolean {
  return /[.!?…:;。！？।؟]["'”’»)\]]*$/u.test(text);
}

/** One kind of line end and blank; nothing that cannot be seen. Other control characters stay, to be refused later. */
function normalise(text: string): string {
  return text
    .replaceAll(/\r\n?|[\f\v\u0085\u2028\u2029]/gu, "\n")
    .replaceAll(/[\u200B\u2060\uFEFF\u00AD\u202A-\u202E\u2066-\u2069]/gu, "");
}

function blocksOf(text: string): readonly (readonly Line[])[] {
  const blocks: Line[][] = [];
  let block: Line[] = [];
  for (const [index, raw] of text.split("\n").entries()) {
    const line = raw.replaceAll(/\s+/gu, " ").trim();
    if (line !== "") block.push({ text: line, number: index + 1 });
    else if (block.length > 0) {
      blocks.push(block);
      block = [];
    }
  }
  return block.length > 0 ? [...blocks, block] : blocks;
}

/** Length of the longest line where the text is wrapped by hand: many of its lines begin in the middle of a sentence. */
function wrapWidth(blocks: readonly (readonly Line[])[]): number | null {
  const width = blocks.flat().reduce((longest, { text }) => Math.max(longest, text.length), 0);
  const continuations = blocks.flatMap((lines) => lines.slice(1));
  const midSentence = continuations.filter(({ text }) => /^\p{Ll}/u.test(text));
  const isWrapped = width >= 40 && width <= 120 && midSentence.length * 3 >= continuations.length;
  return isWrapped && continuations.length > 0 ? width : null;
}

function unwrap(lines: readonly Line[], width: number): readonly (readonly Line[])[] {
  const paragraphs: Line[][] = [[]];
  for (const line of lines) {
    paragraphs.at(-1)?.push(line);
    const endsShort = line.text.length < width * 0.75 && endsAsSentence(line.text);
    if (endsShort || line.text.length < width * 0.4) paragraphs.push([]);
  }
  return paragraphs.filter((paragraph) => paragraph.length > 0);
}

const glueable = furniturePhrases
  .flatMap(({ whole }) => whole)
  .filter((phrase) => /^\p{L}+( \p{L}+)+$/u.test(phrase))
  .join("|");
const gluedPhrase = new RegExp(`(^|[\\p{Ll}\\p{N}][.!?…]["”’»)]?)(${glueable})(?=$|\\p{Lu})`, "gu");
const gluedSentence = /(?<=\p{Ll}{2}[.!?…]["”’»)]?)(?=\p{Lu}\p{Ll})/u;

/** Parts what a saved page ran together: furniture after a sentence ("…Iran.Skip to content"), then two sentences. */
function unglue(text: string): readonly string[] {
  const pieces = text.replaceAll(gluedPhrase, "$1\n$2\n").split("\n");
  return pieces.flatMap((piece) => {
    const words = piece.split(" ").map((word) => (isAddress(word) ? word : word.split(gluedSentence).join(" ")));
    const mended = words.join(" ").trim();
    return mended === "" ? [] : [mended];
  });
}

function isAddress(word: string): boolean {
  return /[@/]|^www\.|\.(al|com|gov|io|ir|js|net|org|tv|uk)\b/iu.test(word);
}
