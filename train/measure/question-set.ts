import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { z } from "zod";
import { loadCorpus } from "../../src/corpus/load-corpus.ts";
import { sentencesOf } from "../../src/text/sentences-of.ts";
import { tokenize } from "../../src/text/tokens.ts";

/** Questions with the sentences that answer them. */
export interface QuestionSet {
  readonly name: string;
  /** All sentences of the set's articles, white space collapsed. */
  readonly sentences: readonly string[];
  readonly questions: readonly AskedQuestion[];
}

export interface AskedQuestion {
  readonly text: string;
  /** Numbers of the sentences that count as right, at least one. */
  readonly right: readonly number[];
}

/** Most questions taken from a set, evenly. */
const MAX_QUESTIONS = 300;
/** A sentence with so large a share of the other's words counts as the same: splitters differ. */
const SAME_SHARE = 0.8;

const QUESTION = z.object({
  question: z.string(),
  gold_sentences: z.array(z.string()),
  unanswerable: z.boolean(),
});

/**
 * Reads a folder with `corpus.jsonl` (one article a line) and `questions.jsonl` (one question a line with `question`,
 * `gold_sentences` and `unanswerable`). Questions without an answer are left out.
 *
 * @throws the file system's error, or a ZodError for a line that is none of this
 */
export async function readQuestionSet(folder: string): Promise<QuestionSet> {
  const corpus = await loadCorpus([join(folder, "corpus.jsonl")]);
  const sentences = corpus.articles.flatMap((article) => sentencesOf(article)).map(({ text }) => collapse(text));
  const words = sentences.map((sentence) => wordsOf(sentence));
  const lines = (await readFile(join(folder, "questions.jsonl"), "utf8")).split("\n").filter((line) => line !== "");
  const answerable = lines.map((line) => QUESTION.parse(JSON.parse(line))).filter((one) => !one.unanswerable);
  const stride = Math.max(1, Math.ceil(answerable.length / MAX_QUESTIONS));
  const questions = answerable
    .filter((_, number) => number % stride === 0)
    .map(({ question, gold_sentences: gold }) => ({ text: question, right: rightOnes(gold) }));
  return { name: basename(folder), sentences, questions: questions.filter(({ right }) => right.length > 0) };

  function rightOnes(gold: readonly string[]): readonly number[] {
    const wanted = gold.map((text) => ({ text: collapse(text), words: wordsOf(text) }));
    return sentences.flatMap((sentence, number) => {
      const own = words[number] ?? new Set();
      return wanted.some(({ text, words: other }) => isSame(sentence, own, text, other)) ? [number] : [];
    });
  }
}

function isSame(a: string, wordsOfA: ReadonlySet<string>, b: string, wordsOfB: ReadonlySet<string>): boolean {
  if (a.includes(b) || b.includes(a)) return true;
  const shared = [...wordsOfA].filter((word) => wordsOfB.has(word)).length;
  return shared >= SAME_SHARE * Math.max(wordsOfA.size, wordsOfB.size);
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(tokenize(text).map(({ folded }) => folded));
}

function collapse(text: string): string {
  return text.replaceAll(/\s+/gu, " ").trim();
}
