/** The address if it is absolute, http or https, and names a host; otherwise null. */
export function webAddress(text: string): string | null {
  if (!/^https?:\/\/[^\s]/i.test(text) || !URL.canParse(text)) {
    return null;
  }
  return new URL(text).href;
}

export interface LinkText {
  readonly label: string;
  readonly url: string;
  readonly end: number;
}

/** `[label](address "title")` at `at`. A label that shows an address of its own is refused, as Discord does. */
export function maskedLink(source: string, at: number): LinkText | null {
  const labelEnd = closingBracket(source, at);
  if (labelEnd === null || source[labelEnd + 1] !== "(") {
    return null;
  }
  const label = source.slice(at + 1, labelEnd);
  const target = /\(\s*(?:<([^<>\n]*)>|((?:\\.|\([^()\s]*\)|[^\s()\\])+))(?:\s+(?:"[^"\n]*"|'[^'\n]*'))?\s*\)/y;
  target.lastIndex = labelEnd + 1;
  const found = target.exec(source);
  if (found === null || label.trim() === "" || /https?:\/\//i.test(label)) {
    return null;
  }
  const url = webAddress((found[1] ?? found[2] ?? "").replace(/\\([^0-9A-Za-z\s])/g, "$1"));
  return url === null ? null : { label, url, end: target.lastIndex };
}

/** A bare address at `at`, without the punctuation that ends a sentence and without an unopened closing bracket. */
export function bareAddress(source: string, at: number): LinkText | null {
  const address = /https?:\/\/[^\s<]+/iy;
  address.lastIndex = at;
  let text = address.exec(source)?.[0] ?? "";
  while (/[.,:;"'\]]$/.test(text) || (text.endsWith(")") && count(text, ")") > count(text, "("))) {
    text = text.slice(0, -1);
  }
  const url = webAddress(text);
  return url === null ? null : { label: text, url, end: at + text.length };
}

/** `<https://…>` at `at`. */
export function angledAddress(source: string, at: number): LinkText | null {
  const address = /<(https?:\/\/[^\s<>]+)>/iy;
  address.lastIndex = at;
  const label = address.exec(source)?.[1];
  const url = label === undefined ? null : webAddress(label);
  return label === undefined || url === null ? null : { label, url, end: at + label.length + 2 };
}

function closingBracket(source: string, at: number): number | null {
  let open = 0;
  for (let i = at; i < source.length; i += 1) {
    const character = source[i];
    if (character === "\\") {
      i += 1;
    } else if (character === "[") {
      open += 1;
    } else if (character === "]") {
      open -= 1;
      if (open === 0) {
        return i;
      }
    }
  }
  return null;
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}
