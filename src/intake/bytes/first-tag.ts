/** What markup begins with. */
export interface FirstTag {
  /** Name of the first element in lower case, without a prefix; `!doctype html` where that stands before it. */
  readonly name: string;
  readonly hasXmlDeclaration: boolean;
}

/** Prologues longer than this are nobody's. */
const headLength = 65_536;

/** The first tag of a text, comments, declarations and processing instructions passed over; null where there is none. */
export function firstTag(text: string): FirstTag | null {
  const head = text.slice(0, headLength);
  let hasXmlDeclaration = false;
  let at = 0;
  for (;;) {
    at += /^\s*/u.exec(head.slice(at, at + 4096))?.[0].length ?? 0;
    const rest = head.slice(at, at + 200);
    const end = endOfProlog(head, at, rest);
    if (end === null) {
      const name = /^<(?:[\w.-]{1,40}:)?([a-z][\w-]{0,40})(?=[\s/>]|$)/iu.exec(rest)?.[1];
      return name === undefined ? null : { name: name.toLowerCase(), hasXmlDeclaration };
    }
    if (/^<!doctype\s+html/iu.test(rest)) return { name: "!doctype html", hasXmlDeclaration };
    if (rest.startsWith("<?xml")) hasXmlDeclaration = true;
    if (end <= at) return null;
    at = end;
  }
}

/** Where a comment, a declaration or an instruction that begins here ends, 0 where it does not; null for none. */
function endOfProlog(head: string, at: number, rest: string): number | null {
  if (rest.startsWith("<!--")) return after(head, "-->", at);
  if (rest.startsWith("<?")) return after(head, ">", at);
  if (!/^<!doctype/iu.test(rest)) return null;
  const [bracket, close] = [head.indexOf("[", at), head.indexOf(">", at)];
  // Declarations of its own stand in brackets: `<!DOCTYPE rss [ … ]>`.
  if (bracket === -1 || close < bracket) return close + 1;
  return after(head, ">", after(head, "]", bracket));
}

function after(head: string, end: string, from: number): number {
  const found = head.indexOf(end, from);
  return found === -1 ? 0 : found + end.length;
}
