import { Parser } from "htmlparser2";

const deepest = 100;
const pieceLength = 16_384;

/**
 * Makes well-formed XML of what only resembles it: open elements are closed, stray `<` and `&` escaped, declarations of
 * types and entities dropped, what follows on nesting deeper than any feed left out. Nothing is fetched or expanded.
 */
export function mendXml(text: string): string {
  const pieces: string[] = [];
  let depth = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        depth += 1;
        if (depth > deepest || !isName(name)) return;
        const written = Object.entries(attributes).filter(([key]) => isName(key));
        pieces.push(`<${name}${written.map(([key, value]) => ` ${key}="${escaped(value)}"`).join("")}>`);
      },
      ontext(data) {
        if (depth > 0 && depth <= deepest) pieces.push(escaped(data));
      },
      onclosetag(name) {
        if (depth <= deepest && isName(name)) pieces.push(`</${name}>`);
        depth -= 1;
      },
    },
    { xmlMode: true, decodeEntities: true, recognizeCDATA: true },
  );
  // The parser slows down with each level, and within one piece there can be but some thousand.
  const isTooDeep = () => depth > deepest;
  for (let from = 0; from < text.length && !isTooDeep(); from += pieceLength) {
    parser.write(text.slice(from, from + pieceLength));
  }
  parser.end();
  // Halves of characters are looked for at the end, for the ends of pieces part some.
  return pieces.join("").replaceAll(/\p{Cs}/gu, "");
}

/** What XML allows as a name, less what stands for something in JavaScript's objects. */
function isName(name: string): boolean {
  return /^[\p{L}_][\p{L}\p{N}_.:-]{0,99}$/u.test(name) && !/^(?:__proto__|constructor|prototype)$/u.test(name);
}

/** Characters that XML 1.0 forbids are left out. */
function escaped(text: string): string {
  return text
    .replaceAll(/[\uFFFE\uFFFF]|(?![\t\n\r])\p{Cc}/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
