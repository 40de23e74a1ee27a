import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { setImmediate as tick } from "node:timers/promises";
import { splitSentences } from "../../src/text/sentences.ts";
import { STOP_WORDS } from "../../src/text/stop-words.ts";
import { tokenize } from "../../src/text/tokens.ts";
import { questionsFrom } from "../generate/questions.ts";
import { withSlips } from "../generate/slips.ts";
import { ARTICLE_LINE } from "./article-line.ts";
import { DATA_FILES, type Facts } from "./data-files.ts";

type Added = Facts["added"][number];
type Questions = Facts["questions"]["plain"];

export interface PrepareOptions {
  readonly articles: AsyncIterable<ArticleToPrepare> | Iterable<ArticleToPrepare>;
  readonly seed: number;
  readonly questionsCount: number;
  /** Questions to ask instead of ones made from the sentences. */
  readonly questions: readonly string[] | null;
  readonly onProgress: (sentences: number) => void;
  readonly signal: AbortSignal;
}

export interface ArticleToPrepare {
  /** The article as a line of JSON. */
  readonly line: string;
  /** Whether it is left out of the corpus, to be added later. Such articles come after all others. */
  readonly heldBack: boolean;
}

/**
 * Splits and tokenises articles with Footnote's own `src/text` and writes what every engine is given into a folder, which
 * is there whole or not at all.
 */
export async function prepareCorpus(folder: string, options: PrepareOptions): Promise<void> {
  const aside = `${folder}.${process.pid}.part`;
  try {
    await mkdir(aside, { recursive: true });
    await writeCorpus(aside, options);
    await rename(aside, folder);
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

async function writeCorpus(folder: string, options: PrepareOptions): Promise<void> {
  const files = {
    articles: openLines(join(folder, DATA_FILES.articles)),
    text: openLines(join(folder, DATA_FILES.text)),
    words: openLines(join(folder, DATA_FILES.words)),
  };
  const distinct = new Set<string>();
  const wordsOf: string[] = [];
  const added: Added[] = [];
  let articles = 0;
  let tokens = 0;
  for await (const { line, heldBack } of options.articles) {
    const sentences = analyseArticle(line);
    if (heldBack) {
      const first = wordsOf.length + added.reduce((sum, one) => sum + one.sentences.length, 0);
      added.push({
        line,
        sentences: sentences.map(({ text, words }, place) => ({ id: first + place, text, words: words.join(" ") })),
      });
      continue;
    }
    articles += 1;
    await files.articles.write(line);
    for (const { text, words, tokens: all } of sentences) {
      tokens += all;
      for (const word of words) distinct.add(word);
      const joined = words.join(" ");
      wordsOf.push(joined);
      await files.text.write(text);
      await files.words.write(joined);
    }
    if (articles % 500 === 0) {
      options.onProgress(wordsOf.length);
      // Lets Ctrl-C be heard.
      await tick();
      options.signal.throwIfAborted();
    }
  }
  for (const file of Object.values(files)) await file.close();
  const plain = options.questions ?? questionsFrom(wordsOf, options.questionsCount, options.seed);
  const facts: Facts = {
    sentences: wordsOf.length,
    articles,
    tokens,
    distinctWords: distinct.size,
    questions: {
      plain: questionsOf(plain),
      slips: questionsOf(withSlips(plain, (word) => STOP_WORDS.has(word), options.seed)),
    },
    added,
  };
  await writeFile(join(folder, DATA_FILES.facts), JSON.stringify(facts));
}

interface AnalysedSentence {
  readonly text: string;
  readonly words: readonly string[];
  readonly tokens: number;
}

/** The sentences of an article with their words. @param line the article as JSON */
export function analyseArticle(line: string): readonly AnalysedSentence[] {
  const body = ARTICLE_LINE.parse(JSON.parse(line)).text;
  return splitSentences(body).map(({ start, end }) => {
    const text = body.slice(start, end).replaceAll(/\s+/gu, " ");
    const tokens = tokenize(text);
    return { text, words: wordsOfTokens(tokens), tokens: tokens.length };
  });
}

/** Folded words without stop words and, as Footnote has it, without single letters. */
function wordsOfTokens(tokens: ReturnType<typeof tokenize>): readonly string[] {
  return tokens.map(({ folded }) => folded).filter((word) => !STOP_WORDS.has(word) && !/^\p{L}$/u.test(word));
}

function questionsOf(texts: readonly string[]): Questions {
  return texts.map((text) => ({ text, words: [...new Set(wordsOfTokens(tokenize(text)))] }));
}

interface LineFile {
  readonly write: (line: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

function openLines(file: string): LineFile {
  const stream = createWriteStream(file);
  return {
    write: async (line) => {
      if (!stream.write(`${line}\n`)) await once(stream, "drain");
    },
    close: async () => {
      stream.end();
      await finished(stream);
    },
  };
}
