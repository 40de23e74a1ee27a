import type { Passage } from "../domain/answer.ts";
import type { Article } from "../domain/article.ts";
import type { Reply } from "../domain/reply.ts";
import type { Sentence } from "../domain/sentence.ts";
import { escapeMarkdown, link } from "./markdown.ts";
import { publishedOn, publisherOf } from "./sources.ts";

/** Shows sentences with what stands around them in their articles, for the person who asked only. */
export function passageReply(passages: readonly Passage[]): Reply {
  if (passages.length === 0) return goneReply();
  const articles = [...new Set(passages.map(({ article }) => article))];
  return {
    visibility: "private",
    outcome: "information",
    title: passages.length === 1 ? "The passage in its article" : "The passages in their articles",
    body: articles
      .map((article) => {
        const own = passages.filter((passage) => passage.article === article);
        return `${sourceLine(article)}\n${quotation(own)}`;
      })
      .join("\n\n"),
    footer: null,
    controls: [],
  };
}

function sourceLine(article: Article): string {
  return `${escapeMarkdown(publisherOf(article))}, ${link(article.title, article.url)}, ${publishedOn(article)}`;
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
function goneReply(): Reply {
  return {
    visibility: "private",
    outcome: "information",
    title: null,
    body: "That passage is no longer in the articles: its article was changed or withdrawn. Ask again for the present state.",
    footer: null,
    controls: [],
  };
}
