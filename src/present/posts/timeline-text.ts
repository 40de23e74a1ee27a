import type { Timeline, TimelineEvent } from "../../domain/digest.ts";
import type { Words } from "../../domain/words.ts";
import { cleanText } from "../text/clean.ts";
import { publishedOn, publisherOf } from "../answers/sources.ts";
import { readAs, unknownWords, unusableQuestion } from "../text/words.ts";

/** A timeline as plain text for a terminal. */
export function timelineText(words: Words, told: Timeline): string {
  switch (told.status) {
    case "unusable-topic":
      return cleanText(unusableQuestion(words, told.reason));
    case "nothing-then":
      return "The articles tell of it, but of nothing that happened then.";
    case "not-in-articles": {
      const unknown = told.unknownWords.length === 0 ? [] : [cleanText(unknownWords(words, told.unknownWords))];
      return ["The articles give no dates for this.", ...unknown].join("\n");
    }
    case "told": {
      const { events, passedOver, corrections } = told;
      const readings = corrections.map(({ asked, read }) => cleanText(readAs(words, asked, read)));
      const rest = passedOver === 0 ? [] : ["", `${String(passedOver)} more dates; --dates shows more of them.`];
      return [...readings, ...events.flatMap((event) => lines(words, event)), ...rest].join("\n");
    }
  }
}

function lines(words: Words, event: TimelineEvent): readonly string[] {
  const { point, articles, independentSources, otherDates } = event;
  const { sentence } = point.evidence;
  const told = articles === 1 ? "" : `; ${String(articles)} articles, ${String(independentSources)} independent`;
  const source = `${publisherOf(sentence.article)}, ${publishedOn(words, sentence.article)}${told}`;
  return [
    `${whenOf(event)}  ${cleanText(sentence.text).trim()}`,
    `    ${cleanText(source)}`,
    ...otherDates.map(({ date, point: other }) =>
      cleanText(`    but ${date} in ${publisherOf(other.evidence.sentence.article)}: ${other.evidence.sentence.text}`),
    ),
  ];
}

function whenOf({ from, to, precision }: TimelineEvent): string {
  switch (precision) {
    case "day":
      return from;
    case "month":
      return from.slice(0, 7);
    case "year":
      return from.slice(0, 4);
    case "range":
      return `${from} to ${to}`;
  }
}
