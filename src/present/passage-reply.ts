import type { Passage } from "../domain/answer.ts";
import type { Reply } from "../domain/reply.ts";
import type { Sentence } from "../domain/sentence.ts";
import { escapeMarkdown, link } from "./markdown.ts";
import { publishedOn, publisherOf } from "./sources.ts";

/** Shows sentences with what stands around them in their articles, for the person who asked only. */
export function passageReply(passages: readonly Passage[]): Reply {
  if (passages.length === 0) return goneReply();
  return {
    visibility: "private",
    outcome: "information",
    title: passages.length === 1 ? "The passage in its article" : "The passages in their articles",
    body: passages.map((passage) => passageMarkdown(passage)).join("\n\n"),
    footer: null,
    controls: [],
  };
}

function passageMarkdown({ article, before, sentence, after }: Passage): string {
  const quote = paragraphsOf([...before, sentence, ...after])
    .map((paragraph) =>
      paragraph
        .map((one) => {
          const text = escapeMarkdown(one.text).trim();
          return one.start === sentence.start ? `**${text}**` : text;
        })
        .join(" "),
    )
    .join("\n");
  const source = `${escapeMarkdown(publisherOf(article))}, ${link(article.title, article.url)}, ${publishedOn(article)}`;
  return `${source}\n${quote
    .split("\n")
    .map((line) => `> ${line}`)
    .join("\n")}`;
}

/** Sentences grouped as the article's paragraphs group them. */
function paragraphsOf(sentences: readonly Sentence[]): readonly (readonly Sentence[])[] {
  const groups = new Map<number, Sentence[]>();
  for (const sentence of sentences)
    groups.set(sentence.paragraph, [...(groups.get(sentence.paragraph) ?? []), sentence]);
  return [...groups.values()];
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
