import type { Evidence } from "../../domain/answer.ts";
import type { Citation } from "../../domain/publication.ts";
import type { DateMention } from "../../domain/sentence.ts";
import type { Words } from "../../domain/words.ts";
import { cutAtWord } from "./cut.ts";
import { escapeMarkdown } from "./markdown.ts";
import { pieces } from "./quote.ts";

/** Dates that are kept with a citation. */
const MOST_DATES = 10;

/** A sentence with all that showing it takes, so that it outlives its article. */
export function citationOf({ sentence, dates, passageUrl }: Evidence): Citation {
  const { article, start, end, text } = sentence;
  const { title, publisher, agency, url, published, language, kind } = article;
  return {
    article: article.id,
    start,
    end,
    text,
    dates: dates.filter(({ relative }) => relative).slice(0, MOST_DATES),
    source: { title, publisher, agency, url, published, language, kind, passageUrl },
  };
}

/** A cited sentence as plain text, with what its dates mean in brackets after them: "on Saturday [10 September 2022]". */
export function citedText(words: Words, { text, dates }: Pick<Citation, "text" | "dates">): string {
  return pieces(words, text, [], dates)
    .map((piece) => piece.text)
    .join("");
}

/** The same as Discord Markdown, of at most `length` characters of the sentence. */
export function citedMarkdown(words: Words, { text, dates }: Pick<Citation, "text" | "dates">, length: number): string {
  const shown = cutAtWord(text, length);
  const within = ({ end }: DateMention): boolean => end < shown.length || shown === text;
  return escapeMarkdown(citedText(words, { text: shown, dates: dates.filter(within) })).trim();
}
