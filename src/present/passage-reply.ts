import type { Passage } from "../domain/answer.ts";
import type { Article } from "../domain/article.ts";
import type { Reply } from "../domain/reply.ts";
import type { Sentence } from "../domain/sentence.ts";
import type { Words } from "../domain/words.ts";
import { escapeMarkdown, link } from "./markdown.ts";
import { publishedOn, publisherOf } from "./sources.ts";

/** Shows sentences with what stands around them in their articles, for the person who asked only. */
export function passageReply(words: Words, passages: readonly Passage[]): Reply {
  if (passages.length === 0) return goneReply(words);
  const articles = [...new Set(passages.map(({ article }) => article))];
  return {
    visibility: "private",
    outcome: "information",
    title: words.say("passage.title", { count: passages.length }),
    body: articles
      .map((article) => {
        const own = passages.filter((passage) => passage.article === article);
        return `${sourceLine(words, article)}\n${quotation(own)}`;
      })
      .join("\n\n"),
    footer: null,
    controls: [],
  };
}

function sourceLine(words: Words, article: Article): string {
  return `${escapeMarkdown(publisherOf(article))}, ${link(article.title, article.url)}, ${publishedOn(words, article)}`;
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
