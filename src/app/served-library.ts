import type { Question } from "../domain/answer.ts";
import type { EncodedQuestion } from "../answer/comparison.ts";
import { plainEvidence } from "../answer/evidence.ts";
import { type Answerer, type AnswerOptions, createAnswerer } from "../answer/answerer.ts";
import { KnownNames } from "../answer/names/known-names.ts";
import type { Library, LibraryStatus } from "../domain/command.ts";
import type { PartialDate } from "../domain/article.ts";
import type { Corpus } from "../domain/corpus.ts";
import type { Sentence } from "../domain/sentence.ts";
import { type SentenceIndex, sentencesOfArticle } from "../search/sentence-index.ts";
import { ArticleTitles } from "./article-titles.ts";
import { questionCompleter } from "./question-completer.ts";
import { readingOf } from "./reading.ts";
import type { SentenceEncoding } from "./sentence-encoding.ts";
import { SentenceRefs } from "./sentence-refs.ts";

/** A library over one state of a corpus, with its parts. Never changed: whoever holds it never sees anything else. */
export interface ServedLibrary extends Library {
  readonly corpus: Corpus;
  readonly index: SentenceIndex;
  readonly answerer: Answerer;
  readonly titles: ArticleTitles;
  readonly names: KnownNames;
  readonly refs: SentenceRefs;
  /** Makes ready, a little at a time, what completes what people type; it can be used before. Ends early once `signal` fires. */
  prepare(signal: AbortSignal): Promise<void>;
  /** How it answers: for whoever makes another that answers like it. */
  readonly options: AnswerOptions;
  /** What the answerer is to be given with a question; null where there is no sentence encoder, or it is not ready. */
  readonly encoded: (question: Question) => Promise<EncodedQuestion | null>;
}

export interface ServeOptions {
  readonly softwareVersion: string;
  readonly answers: LibraryAnswers;
}

export interface LibraryAnswers extends AnswerOptions {
  /** Compares questions and sentences too, where an operator has installed a model for it. */
  readonly encoding?: SentenceEncoding | null | undefined;
  /** By which the newest article is old; the system's clock when absent. */
  readonly now?: (() => Date) | undefined;
}

/**
 * Answers from a corpus.
 *
 * @param index of the same corpus
 * @param earlier what was served before, from which what stayed the same is taken over
 */
export function serveLibrary(
  corpus: Corpus,
  index: SentenceIndex,
  { softwareVersion, answers }: ServeOptions,
  earlier?: ServedLibrary,
): ServedLibrary {
  const answerer = createAnswerer(index, answers);
  const byId = new Map(corpus.articles.map((article) => [article.id, article]));
  const titles = new ArticleTitles(corpus.articles, earlier?.titles);
  const names = new KnownNames(index, corpus.event.glossary, earlier?.names);
  const questions = questionCompleter(corpus.event, names, titles);
  const refs = new SentenceRefs(corpus.articles, earlier?.refs);
  const status = statusOf(corpus, index, softwareVersion);
  const placeOf = (ref: string): { readonly among: readonly Sentence[]; readonly place: number } | undefined => {
    const found = refs.find(ref);
    if (found === undefined) return undefined;
    const among = sentencesOfArticle(index, found.article);
    return { among, place: among.findIndex(({ start }) => start === found.start) };
  };
  const sentenceOf = (ref: string): Sentence | undefined => {
    const found = placeOf(ref);
    return found?.among[found.place];
  };
  const { encoding } = answers;
  const encoded = async (question: Question): Promise<EncodedQuestion | null> =>
    (await encoding?.question(index, answerer.wording(question))) ?? null;

  return {
    corpus,
    index,
    answerer,
    options: answers,
    titles,
    names,
    refs,
    encoded,
    async prepare(signal) {
      await names.prepare(signal);
      await titles.prepare(signal);
    },
    ask: async (question) => answerer.ask(question, await encoded(question)),
    search: (query, page) =>
      Promise.resolve(
        answerer.search({ text: query, context: [] }, { ...page, ownWordsOnly: true, quotes: "required" }),
      ),
    more: async (question, page) =>
      answerer.search(question, { ...page, quotes: "preferred", encoded: await encoded(question) }),
    ...readingOf(corpus, index, answerer, names, { sentenceOf, refOf: (sentence) => refs.refOf(sentence) }),
    articles: () => corpus.articles,
    article: (id) => byId.get(id),
    completeArticle: (typed, limit) => titles.complete(typed, limit),
    completeQuestion: (typed, limit) => questions.complete(typed, limit),
    refOf: (sentence) => refs.refOf(sentence),
    evidence(ref) {
      const sentence = sentenceOf(ref);
      return sentence && plainEvidence(sentence);
    },
    passage(ref, radius) {
      const found = placeOf(ref);
      return found && passageAt(found.among, found.place, radius);
    },
    status: () => ({ ...status, daysSinceNewest: daysSince(status.newest, answers.now?.() ?? new Date()) }),
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

const DAY_MS = 86_400_000;

/** Days since a date, none where it is to come; since its last day where it is a month or a year. */
function daysSince(date: PartialDate | null, now: Date): number | null {
  if (date === null) return null;
  const [year = 0, month = 12, day] = date.split("-").map(Number);
  // Day 0 of the next month is the last of this one.
  const last = day === undefined ? Date.UTC(year, month, 0) : Date.UTC(year, month - 1, day);
  return Math.max(0, Math.floor((now.getTime() - last) / DAY_MS));
}

function statusOf(
  corpus: Corpus,
  index: SentenceIndex,
  softwareVersion: string,
): Omit<LibraryStatus, "daysSinceNewest"> {
  return {
    event: corpus.event,
    corpusVersion: corpus.version,
    articleCount: corpus.articles.length,
    sentenceCount: index.sentenceCount,
    newest: corpus.articles.find(({ published }) => published !== null)?.published ?? null,
    softwareVersion,
  };
}
