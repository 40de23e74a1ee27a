import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { z } from "zod";
import { generateArticles } from "../generate/articles.ts";
import { type ArticleToPrepare, analyseArticle, prepareCorpus } from "./prepare.ts";
import { readLines } from "./read-lines.ts";

/** What to index: so many generated sentences, or a file of articles. */
export type CorpusWanted =
  | { readonly kind: "generated"; readonly sentences: number }
  | { readonly kind: "file"; readonly file: string; readonly questionsFile: string | null };

export interface CorpusOptions {
  readonly seed: number;
  readonly questionsCount: number;
  readonly onProgress: (message: string) => void;
  readonly signal: AbortSignal;
}

/** How many articles are held back, to be added one by one. */
const HELD_BACK = 7;
/** What an article to be added has, in sentences. */
const ADDED_LEAST = 23;
const ADDED_MOST = 27;
/** Sentences of the sample. */
const SAMPLE = 200;

const QUESTION_LINE = z.object({ question: z.string() });

/** Prepares a corpus in a folder of `dataFolder`, or finds it there from an earlier run. */
export async function ensureCorpus(dataFolder: string, wanted: CorpusWanted, options: CorpusOptions): Promise<string> {
  const folder = join(dataFolder, await keyOf(wanted, options));
  if (existsSync(folder)) return folder;
  await prepareCorpus(folder, {
    articles: wanted.kind === "generated" ? generated(options.seed, wanted.sentences) : fromFile(wanted.file),
    seed: options.seed,
    questionsCount: options.questionsCount,
    questions: wanted.kind === "file" && wanted.questionsFile !== null ? await questionsIn(wanted.questionsFile) : null,
    onProgress: (sentences) => options.onProgress(`preparing ${sentences.toLocaleString("en")} sentences`),
    signal: options.signal,
  });
  return folder;
}

/**
 * A name that tells apart all that a prepared corpus depends on. The generator and the analysis are told apart by what they
 * make of a sample.
 */
async function keyOf(wanted: CorpusWanted, { seed, questionsCount }: CorpusOptions): Promise<string> {
  const hash = createHash("sha256").update(JSON.stringify([seed, questionsCount]));
  for (const { line } of generated(seed, SAMPLE)) hash.update(JSON.stringify(analyseArticle(line)));
  if (wanted.kind === "generated") return `generated-${wanted.sentences}-${hash.digest("hex").slice(0, 12)}`;
  for (const file of [wanted.file, wanted.questionsFile]) if (file !== null) hash.update(await readFile(file));
  return `${basename(wanted.file, ".jsonl")}-${hash.digest("hex").slice(0, 12)}`;
}

function* generated(seed: number, sentences: number): Generator<ArticleToPrepare, void> {
  let written = 0;
  let held = 0;
  for (const article of generateArticles(seed)) {
    const heldBack = written >= sentences;
    if (heldBack && (article.sentences < ADDED_LEAST || article.sentences > ADDED_MOST)) continue;
    const { sentences: count, ...line } = article;
    yield { line: JSON.stringify(line), heldBack };
    written += count;
    held += Number(heldBack);
    if (held === HELD_BACK) return;
  }
}

async function* fromFile(file: string): AsyncGenerator<ArticleToPrepare, void> {
  let articles = 0;
  for await (const line of readLines(file)) articles += Number(line.trim() !== "");
  const kept = articles - Math.min(HELD_BACK, Math.floor(articles / 20));
  let number = 0;
  for await (const line of readLines(file)) {
    if (line.trim() === "") continue;
    yield { line, heldBack: number >= kept };
    number += 1;
  }
}

async function questionsIn(file: string): Promise<readonly string[]> {
  const questions: string[] = [];
  for await (const line of readLines(file)) {
    if (line.trim() !== "") questions.push(QUESTION_LINE.parse(JSON.parse(line)).question);
  }
  return questions;
}
