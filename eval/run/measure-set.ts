import { setImmediate as tick } from "node:timers/promises";
import type { SentenceModelName } from "../../src/app/configuration.ts";
import type { Corpus } from "../../src/domain/corpus.ts";
import { sentencesOf } from "../../src/text/sentences-of.ts";
import { type Judgement, judge } from "../judge/judgement.ts";
import type { SetFigures } from "../report/figures.ts";
import { type Miss, WorstMisses } from "../report/misses.ts";
import { summarise } from "../report/summarise.ts";
import { type SystemName, createSystems } from "../systems/roster.ts";
import { type QuestionSet, openSetCorpus } from "./question-set.ts";
import { countQuestions, readQuestions } from "./read-questions.ts";

export interface MeasureOptions {
  readonly systems: readonly SystemName[];
  /** Measures Footnote with this sentence model too. */
  readonly sentenceModel?: SentenceModelName | null;
  readonly parts?: boolean;
  /** Asks at most so many questions, spread evenly over the file; all when null. */
  readonly sample: number | null;
  /** How many of the worst misses of each kind are kept. */
  readonly misses: number;
  readonly onProgress: (message: string) => void;
  /** Told what is wrong with the set and does not stop the run. */
  readonly tell: (line: string) => void;
  /** Once it fires no further question is asked; the figures are of those asked by then. */
  readonly signal: AbortSignal;
}

export interface MeasuredSet {
  readonly figures: SetFigures;
  /** By the system's name, question by question. */
  readonly judgements: ReadonlyMap<string, readonly Judgement[]>;
  /** Of the first system that gives answers. */
  readonly misses: readonly Miss[];
}

/**
 * Puts the questions of a set to every system, each question to all of them before the next, so that a run that is ended
 * early compares them over the same questions.
 *
 * @throws InputError where the set cannot be read
 */
export async function measureSet(set: QuestionSet, options: MeasureOptions): Promise<MeasuredSet> {
  const { systems: names, sample, onProgress, tell, signal } = options;
  const available = await countQuestions(set.questions);
  const corpus = await openSetCorpus(set, tell);
  const known = new Set(corpus.articles.map(({ id }) => id));
  onProgress(`${set.name} · building ${names.join(", ")}`);
  const systems = await createSystems(corpus, names, options);
  const runs = systems.map((system) => ({
    system,
    judgements: new Array<Judgement>(),
    inconsistent: new Array<string>(),
  }));
  const explained = systems.find(({ ask }) => ask !== undefined);
  const misses = new WorstMisses(options.misses);
  const wanted = Math.min(sample ?? available, available);
  let asked = 0;
  let place = 0;
  let unknownArticles = 0;

  for await (const question of readQuestions(set.questions)) {
    if (signal.aborted) break;
    place += 1;
    if (!isSampled(place, wanted, available)) continue;
    if (!question.goldDocs.every((id) => known.has(id))) unknownArticles += 1;
    for (const { system, judgements, inconsistent } of runs) {
      await system.prepare?.(question);
      const judged = judge(system, question);
      judgements.push(judged.judgement);
      if (!judged.consistent) inconsistent.push(question.id);
      if (system === explained) misses.add(question, judged);
    }
    asked += 1;
    onProgress(`${set.name} · ${String(asked)} of ${String(wanted)} questions`);
    // Lets Ctrl-C be heard.
    await tick();
  }
  await Promise.all(systems.map(async (system) => system.close?.()));
  if (unknownArticles > 0) {
    const counted = `${String(unknownArticles)} question${unknownArticles === 1 ? "" : "s"}`;
    tell(`${set.questions}: there are gold_docs of ${counted} that are not among the articles.`);
  }

  const first = runs[0]?.judgements ?? [];
  const unanswerable = first.filter((one) => one.unanswerable).length;
  return {
    figures: {
      name: set.name,
      articles: corpus.articles.length,
      sentences: sentenceCount(corpus),
      available,
      questions: asked,
      answerable: asked - unanswerable,
      unanswerable,
      systems: runs.map(({ system, judgements, inconsistent }) => summarise(system, judgements, inconsistent)),
    },
    judgements: new Map(runs.map(({ system, judgements }) => [system.name, judgements])),
    misses: misses.list(),
  };
}

/** Whether the question at this place, from 1, is among as many as wanted, spread evenly. */
function isSampled(place: number, wanted: number, available: number): boolean {
  return Math.floor((place * wanted) / available) > Math.floor(((place - 1) * wanted) / available);
}

function sentenceCount({ articles }: Corpus): number {
  return articles.reduce((sum, article) => sum + sentencesOf(article).length, 0);
}
