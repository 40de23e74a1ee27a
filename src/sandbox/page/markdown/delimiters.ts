const wordCharacter = /[A-Za-z0-9_]/;
const space = /\s/;

/** Index just after the closing delimiter, with the span of the content, or null where the delimiter is not closed. */
export interface Delimited {
  readonly contentStart: number;
  readonly contentEnd: number;
  readonly end: number;
}

/** `**strong**` and `__underline__`: the first doubled mark that a third does not follow closes. */
export function doubled(source: string, at: number, mark: "*" | "_"): Delimited | null {
  const pair = mark + mark;
  if (!source.startsWith(pair, at)) {
    return null;
  }
  const contentStart = at + 2;
  for (let i = contentStart; i < source.length; i += source[i] === "\\" ? 2 : 1) {
    if (i > contentStart && source.startsWith(pair, i) && source[i + 2] !== mark) {
      return { contentStart, contentEnd: i, end: i + 2 };
    }
  }
  return null;
}

/** `~~strike~~` and `||spoiler||`: the next pair closes, a backslash before it does not matter. */
export function paired(source: string, at: number, pair: "~~" | "||"): Delimited | null {
  if (!source.startsWith(pair, at)) {
    return null;
  }
  const contentStart = at + 2;
  const contentEnd = source.indexOf(pair, contentStart + 1);
  return contentEnd === -1 ? null : { contentStart, contentEnd, end: contentEnd + 2 };
}

/** `*emphasis*`: no white space directly inside either star. */
export function starred(source: string, at: number): Delimited | null {
  const contentStart = at + 1;
  if (source[at] !== "*" || space.test(source[contentStart] ?? " ")) {
    return null;
  }
  for (let i = contentStart; i < source.length; i += 1) {
    if (source[i] === "\\") {
      i += 1;
    } else if (source[i] === "*" && source[i + 1] === "*") {
      i += 1;
    } else if (source[i] === "*") {
      return i > contentStart && !space.test(source[i - 1] ?? " ") ? { contentStart, contentEnd: i, end: i + 1 } : null;
    }
  }
  return null;
}

/** `_emphasis_`: the closing mark must end a word, so that `snake_case_name` stays as it is. */
export function underscored(source: string, at: number): Delimited | null {
  if (source[at] !== "_") {
    return null;
  }
  const contentStart = at + 1;
  for (let i = contentStart; i < source.length; i += 1) {
    if (source[i] === "\\") {
      i += 1;
    } else if (source[i] === "_" && source[i + 1] === "_") {
      i += 1;
    } else if (source[i] === "_") {
      const closes = i > contentStart && !wordCharacter.test(source[i + 1] ?? " ");
      return closes ? { contentStart, contentEnd: i, end: i + 1 } : null;
    }
  }
  return null;
}
