/** Bytes in which a page or an XML file states its encoding. The HTML standard looks at 1,024; real pages need more. */
const headLength = 8192;

/** The encoding that a content type states: `text/html; charset="utf-8"`. Null where it states none. */
export function charsetOfContentType(contentType: string | null): string | null {
  return /;\s*charset\s*=\s*["']?([\w.:-]{1,40})/iu.exec((contentType ?? "").slice(0, 500))?.[1] ?? null;
}

/**
 * The encoding that a source states of itself: in its XML declaration, in `<meta charset>` or in a `<meta>` that stands
 * for the content type. Null where it states none.
 */
export function charsetOfMarkup(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, headLength)).toString("latin1");
  if (!/^(?:\u00EF\u00BB\u00BF)?\s*</u.test(head)) return null;
  const declaration = /^\s*<\?xml\s[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})["']/iu.exec(head)?.[1];
  if (declaration !== undefined) return ofAsciiBytes(declaration);
  for (const [tag] of head.replaceAll(/<!--[^]*?-->/gu, "").matchAll(/<meta[\s/][^>]{0,500}>/giu)) {
    // `charset=` is an attribute of its own, or part of `content="text/html; charset=…"`.
    const isContent = /http-equiv\s*=\s*["']?content-type/iu.test(tag);
    const pattern = isContent
      ? /charset\s*=\s*["']?([\w.:-]{1,40})/iu
      : /[\s"']charset\s*=\s*["']?\s*([\w.:-]{1,40})/iu;
    const label = pattern.exec(tag)?.[1];
    if (label !== undefined && (isContent || !/\scontent\s*=/iu.test(tag))) return ofAsciiBytes(label);
  }
  return null;
}

/** What could be read as ASCII is not in UTF-16, whatever it says: by the HTML standard it is in UTF-8. */
function ofAsciiBytes(label: string): string {
  return /^(?:utf-?16|utf-?32|ucs-?[24]|unicode$)/iu.test(label) ? "utf-8" : label;
}
