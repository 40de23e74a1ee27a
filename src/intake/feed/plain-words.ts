import { Parser } from "htmlparser2";

const silent = new Set(["script", "style", "template", "noscript", "iframe", "object", "svg"]);

/**
 * A line of text out of a feed, whose authors write markup, entities, both or neither: words alone, cut to `limit`. Null
 * where nothing is left.
 */
export function plainWords(text: string | null | undefined, limit: number): string | null {
  const start = (text ?? "").slice(0, limit * 20);
  const words = (/<[a-z/!?]|&[a-z#]/iu.test(start) ? withoutMarkup(start) : start)
    // What cannot be seen or turns the direction of writing has no business in a title.
    .replaceAll(/[\p{Cf}\p{Cs}\uFFFE\uFFFF]/gu, (character) => (/[\u200C\u200D]/u.test(character) ? character : ""))
    .replaceAll(/[\s\p{Cc}]+/gu, " ")
    .trim();
  if (words === "") return null;
  return words.length <= limit ? words : `${words.slice(0, limit - 1).trimEnd()}…`;
}

function withoutMarkup(text: string): string {
  const pieces: string[] = [];
  let hidden = 0;
  const parser = new Parser({
    onopentag(name) {
      if (silent.has(name)) hidden += 1;
      else pieces.push(isInline(name) ? "" : " ");
    },
    ontext(data) {
      if (hidden === 0) pieces.push(data);
    },
    onclosetag(name) {
      if (silent.has(name)) hidden -= 1;
    },
  });
  parser.end(text);
  return pieces.join("");
}

function isInline(name: string): boolean {
  return /^(?:a|abbr|b|bdi|bdo|cite|code|em|font|i|mark|q|s|small|span|strong|sub|sup|u)$/u.test(name);
}
