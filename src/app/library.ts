import { createHash } from "node:crypto";
import Fuse from "fuse.js";
import { type Answerer, type AnswerOptions, createAnswerer } from "../answer/answerer.ts";
import type { Article } from "../domain/article.ts";
import type { Library, LibraryStatus } from "../domain/command.ts";
import type { Corpus } from "../domain/corpus.ts";
import type { Sentence } from "../domain/sentence.ts";
import { type SentenceIndex, sentencesOfArticle } from "../search/sentence-index.ts";

/** A library with the parts the command line looks at directly. */
export interface OpenLibrary extends Library {
  readonly corpus: Corpus;
  readonly answerer: Answerer;
}

/** Answers from a corpus. @param index of the same corpus */
export function openLibrary(
  corpus: Corpus,
  index: SentenceIndex,
  softwareVersion: string,
  options?: AnswerOptions,
): OpenLibrary {
  const answerer = createAnswerer(index, options);
  const byId = new Map(corpus.articles.map((article) => [article.id, article]));
  const byKey = new Map(corpus.articles.map((article, number) => [keyOf(article), number]));
  const titles = new Fuse(corpus.articles, {
    keys: [{ name: "title", weight: 2 }, "publisher", "agency", "id"],
    ignoreLocation: true,
    ignoreDiacritics: true,
    threshold: 0.35,
  });
  const status = statusOf(corpus, index, softwareVersion);

  return {
    corpus,
    answerer,
    ask: (question) => Promise.resolve(answerer.ask(question)),
    search: (query, page) =>
      Promise.resolve(
        answerer.search({ text: query, context: [] }, { ...page, ownWordsOnly: true, quotes: "required" }),
      ),
    articles: () => corpus.articles,
    article: (id) => byId.get(id),
    completeArticle: (typed, limit) =>
      typed.trim() === ""
        ? corpus.articles.slice(0, limit)
        : titles.search(typed.slice(0, 100), { limit }).map(({ item }) => item),
    refOf: (sentence) => `${keyOf(sentence.article)}.${sentence.start.toString(36)}`,
    passage(ref, radius) {
      const [key = "", start = ""] = ref.split(".");
      const article = byKey.get(key);
      if (article === undefined) return undefined;
      const sentences = sentencesOfArticle(index, article);
      const place = sentences.findIndex((sentence) => sentence.start.toString(36) === start);
      return passageAt(sentences, place, radius);
    },
    status: () => status,
  };
}

function passageAt(sentences: readonly Sentence[], place: number, radius: number): ReturnType<Library["passage"]> {
  const sentence = sentences[place];
  if (sentence === undefined) return undefined;
  return {
    article: sentence.article,
    before: sentences.slice(Math.max(0, place - radius), place),
    sentence,
    after: sentences.slice(place + 1, place + 1 + radius),
  };
}

/** Eight characters that name an article's content: a button made before a change must not open something else. */
function keyOf(article: Article): string {
  return createHash("sha256").update(article.id).update("\0").update(article.body).digest("base64url").slice(0, 8);
}

function statusOf(corpus: Corpus, index: SentenceIndex, softwareVersion: string): LibraryStatus {
  return {
    event: corpus.event,
    corpusVersion: corpus.version,
    articleCount: corpus.articles.length,
    sentenceCount: index.sentenceCount,
    newest: corpus.articles.find(({ published }) => published !== null)?.published ?? null,
    softwareVersion,
  };
}
