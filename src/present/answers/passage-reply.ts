import type { Passage } from "../../domain/answer.ts";
import type { Article } from "../../domain/article.ts";
import type { Reply } from "../../domain/reply.ts";
import type { Sentence } from "../../domain/sentence.ts";
import type { Words } from "../../domain/words.ts";
import { cutAtWord } from "../text/cut.ts";
import { LIMITS } from "../text/limits.ts";
import { escapeMarkdown, link } from "../text/markdown.ts";
import { publishedOn, publisherOf } from "./sources.ts";

/** Shows sentences with what stands around them in their articles, for the person who asked only. */
export function passageReply(words: Words, passages: readonly Passage[]): Reply {
  if (passages.length === 0) return goneReply(words);
  return {
    visibility: "private",
    outcome: "information",
    title: words.say("passage.title", { count: passages.length }),
    body: fitting((room) => bodyOf(words, passages, room)),
    footer: null,
    controls: [],
  };
}

/** How much is shown of what can be of any length. */
interface Room {
  /** Sentences on either side. */
  readonly around: number;
  /** Characters of a sentence, and of a title. */
  readonly sentence: number;
  readonly title: number;
}

/** From all there is to what always fits: rather less around than a passage cut off by Discord. */
const ROOMS: readonly Room[] = [
  { around: Number.POSITIVE_INFINITY, sentence: 1_000, title: 150 },
  { around: 1, sentence: 600, title: 100 },
  { around: 0, sentence: 400, title: 60 },
];
const LEAST: Room = { around: 0, sentence: 200, title: 0 };

function fitting(body: (room: Room) => string): string {
  const { descriptionLength } = LIMITS.embed;
  return ROOMS.map((room) => () => body(room)).find((make) => make().length <= descriptionLength)?.() ?? body(LEAST);
}

function bodyOf(words: Words, passages: readonly Passage[], room: Room): string {
  const articles = [...new Set(passages.map(({ article }) => article))];
  return articles
    .map((article) => {
      const own = passages.filter((passage) => passage.article === article).map((passage) => within(passage, room));
      return `${sourceLine(words, article, room)}\n${quotation(own)}`;
    })
    .join("\n\n");
}

function within({ article, before, sentence, after }: Passage, { around, sentence: length }: Room): Passage {
  const shortened = (one: Sentence): Sentence => ({ ...one, text: cutAtWord(one.text, length) });
  return {
    article,
    before: before.slice(Math.max(0, before.length - around)).map((one) => shortened(one)),
    sentence: shortened(sentence),
    after: after.slice(0, around).map((one) => shortened(one)),
  };
}

/** Who published it, its title with a link, when; where there is no room for more, who and when. */
function sourceLine(words: Words, article: Article, { title }: Room): string {
  const publisher = escapeMarkdown(cutAtWord(publisherOf(article), Math.max(title, 30)));
  const linked = title === 0 ? "" : link(cutAtWord(article.title, title), article.url);
  return [publisher, linked, publishedOn(words, article)].filter((part) => part !== "").join(", ");
}

/** The sentences of one article's passages, each once, the quoted ones set off, a mark where something is left out. */
function quotation(passages: readonly Passage[]): string {
  const quoted = new Set(passages.map(({ sentence }) => sentence.position));
  const all = passages.flatMap(({ before, sentence, after }) => [...before, sentence, ...after]);
  const sentences = [...new Map(all.map((sentence) => [sentence.position, sentence])).values()].toSorted(
    (a, b) => a.position - b.position,
  );
  let text = "";
  for (const [place, sentence] of sentences.entries()) {
    const words = escapeMarkdown(sentence.text).trim();
    text += between(sentences[place - 1], sentence) + (quoted.has(sentence.position) ? `**${words}**` : words);
  }
  return text
    .split("\n")
    .map((line) => `> ${line}`)
    .join("\n");
}

function between(previous: Sentence | undefined, next: Sentence): string {
  if (previous === undefined) return "";
  if (next.position > previous.position + 1) return "\n…\n";
  return next.paragraph === previous.paragraph ? " " : "\n";
}

/** For a passage whose article has been changed or taken away since it was quoted. */
function goneReply(words: Words): Reply {
  return {
    visibility: "private",
    outcome: "information",
    title: null,
    body: words.say("passage.gone"),
    footer: null,
    controls: [],
  };
}
