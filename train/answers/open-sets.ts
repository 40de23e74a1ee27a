import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { goldOf } from "../../eval/judge/same-sentence.ts";
import { findSet, openSetCorpus } from "../../eval/run/question-set.ts";
import { InputError, readQuestions } from "../../eval/run/read-questions.ts";
import type { Article } from "../../src/domain/article.ts";
import { EVERY, PUBLIC_SETS, type PublicSet } from "./mixture.ts";
import { readOwnQuestions } from "./own-questions.ts";
import type { TrainingQuestion } from "./training-question.ts";

/** All there is to learn from. */
export interface TrainingInput {
  /** In the order of the corpus: newest first. */
  readonly articles: ReadonlyMap<PublicSet, readonly Article[]>;
  readonly questions: readonly TrainingQuestion[];
}

const ARTICLE = z.object({ id: z.string(), text: z.string() });

/**
 * Reads the public sets, and the project's own questions about their articles.
 *
 * @param folder holds a folder for each of the public sets, with `corpus.jsonl` and `questions.jsonl`
 * @param own the file of the project's own questions
 * @throws InputError naming the file, and the line where one is wrong
 */
export async function openTrainingInput(
  folder: string,
  own: string,
  tell: (line: string) => void,
  signal: AbortSignal,
): Promise<TrainingInput> {
  const articles = new Map<PublicSet, readonly Article[]>();
  const texts = new Map<PublicSet, ReadonlyMap<string, string>>();
  const questions: TrainingQuestion[] = [];
  for (const name of PUBLIC_SETS) {
    const set = await findSet(join(folder, name), undefined);
    articles.set(name, (await openSetCorpus(set, tell, signal)).articles);
    texts.set(name, await readTexts(set.corpus));
    let place = 0;
    for await (const { id, text, goldDocs, goldSentences, unanswerable } of readQuestions(set.questions, signal)) {
      place += 1;
      if (place % EVERY[name] !== 0) continue;
      const golds = unanswerable ? [] : goldSentences.map((gold) => goldOf(gold));
      questions.push({ id, source: name, set: name, text, docs: goldDocs, golds, unanswerable });
    }
  }
  const content = await readFile(own, "utf8").catch((error: unknown) => {
    throw new InputError(`${own}: cannot be read (${error instanceof Error ? error.message : String(error)})`);
  });
  const ours = readOwnQuestions(own, content, (set, doc) => texts.get(set)?.get(doc) ?? null);
  return { articles, questions: [...ours, ...questions] };
}

/** The articles' texts just as the file has them, by id. */
async function readTexts(file: string): Promise<ReadonlyMap<string, string>> {
  const lines = (await readFile(file, "utf8")).split("\n");
  const texts = new Map<string, string>();
  for (const [place, line] of lines.entries()) {
    if (line.trim() === "") continue;
    try {
      const { id, text } = ARTICLE.parse(JSON.parse(line));
      texts.set(id, text);
    } catch {
      throw new InputError(`${file}:${String(place + 1)}: no article with id and text`);
    }
  }
  return texts;
}
