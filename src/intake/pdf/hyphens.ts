/**
 * Joins the lines of a paragraph. A hyphen at a line's end is dropped where it parts a word, and stays where the document
 * has the word with a hyphen elsewhere, or what follows begins with a capital or a figure.
 * @param known words of the whole document, in small letters
 */
export function joinLines(lines: readonly string[], known: ReadonlySet<string>): string {
  return lines.reduce((text, line) => {
    const parted = /([\p{L}\p{M}]+(?:[-'’][\p{L}\p{M}]+)*)([-\u00AD\u2010])$/u.exec(text.slice(-80));
    const [, start = "", hyphen = ""] = parted ?? [];
    const end = /^\p{Ll}[\p{L}\p{M}]*/u.exec(line)?.[0];
    if (parted === null) return text === "" ? line : `${text} ${line}`;
    const without = text.slice(0, -1);
    if (hyphen === "\u00AD") return without + line;
    if (end === undefined) return text + line;
    const [whole, hyphened] = [`${start}${end}`.toLowerCase(), `${start}-${end}`.toLowerCase()];
    // One letter before a hyphen is a word of its own: "e-mail".
    const staysParted = (known.has(hyphened) && !known.has(whole)) || /(?:^|[^\p{L}])\p{L}$/u.test(start);
    return (staysParted ? text : without) + line;
  }, "");
}
