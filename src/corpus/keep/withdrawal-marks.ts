/** What a withdrawn article's file says of its withdrawal. */
export interface Withdrawal {
  /** `YYYY-MM-DD` */
  readonly on: string;
  readonly reason: string;
}

/*
 * The marks are the last two lines of the front matter, always written in this one form, and found by their form again:
 * all else of the file stays as it is, byte for byte, even where it is no YAML. The bytes are read as Latin-1, in which
 * every byte is a character; the marks are pure ASCII.
 */
const marks =
  /(?<=\n)withdrawn: (\d{4}-\d{2}-\d{2})\r?\nreason: ("(?:[\x20\x21\x23-\x5B\x5D-\x7E]|\\.)*")\r?\n(?=---[ \t]*(?:\r?\n|$))/u;

/** The file with its withdrawal told in the front matter; null where it has none. */
export function withWithdrawal(bytes: Buffer, { on, reason }: Withdrawal): Buffer | null {
  const text = bytes.toString("latin1");
  const opening = /^(?:\xEF\xBB\xBF)?---[ \t]*(\r?\n)/u.exec(text);
  if (!opening) return null;
  const [start, lineEnd = "\n"] = opening;
  const closing = /^---[ \t]*\r?$/mu.exec(text.slice(start.length));
  if (!closing) return null;
  const place = start.length + closing.index;
  const told = `withdrawn: ${on}${lineEnd}reason: ${asciiJson(reason)}${lineEnd}`;
  return Buffer.from(text.slice(0, place) + told + text.slice(place), "latin1");
}

/** What the front matter tells of a withdrawal; null where it tells of none. */
export function withdrawalOf(bytes: Buffer): Withdrawal | null {
  const [, on, reason] = findMarks(bytes.toString("latin1")) ?? [];
  if (on === undefined || reason === undefined) return null;
  try {
    return { on, reason: String(JSON.parse(reason)) };
  } catch {
    return null;
  }
}

/** The file as it was before it was withdrawn. */
export function withoutWithdrawal(bytes: Buffer): Buffer {
  const text = bytes.toString("latin1");
  const found = findMarks(text);
  if (!found) return bytes;
  return Buffer.from(text.slice(0, found.index) + text.slice(found.index + found[0].length), "latin1");
}

/** A text may hold such lines too, so only those right before the end of the front matter count. */
function findMarks(text: string): RegExpExecArray | null {
  const found = marks.exec(text);
  if (!found) return null;
  const opening = text.indexOf("\n") + 1;
  const isInFrontMatter = !/^---[ \t]*\r?$/mu.test(text.slice(opening, found.index));
  return isInFrontMatter ? found : null;
}

/** JSON is YAML as well; what is not ASCII is written as escapes. */
function asciiJson(text: string): string {
  return JSON.stringify(text).replaceAll(/[^\x20-\x7E]/gu, (character) =>
    [...Array(character.length).keys()]
      .map((index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, "0")}`)
      .join(""),
  );
}
