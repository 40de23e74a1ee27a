import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { goldOf } from "../../eval/judge/same-sentence.ts";
import { RANKING_FEATURES } from "../../src/answer/features.ts";
import { readAnswerModel } from "../../src/answer/model.ts";
import { SILENCE_SIGNALS } from "../../src/answer/silence.ts";
import { projectRoot } from "../../src/app/project-root.ts";
import type { Article } from "../../src/domain/article.ts";
import { decodeWordVectors } from "../../src/meaning/word-vectors.ts";
import { PART_NAMES } from "../../eval/systems/parts.ts";
import { ablate } from "../../train/answers/ablate.ts";
import { askAll } from "../../train/answers/ask-all.ts";
import { Corpora } from "../../train/answers/corpora.ts";
import { PUBLIC_SETS, type PublicSet, SOURCES, type Source } from "../../train/answers/mixture.ts";
import { type TrainedModel, trainModel } from "../../train/answers/train-model.ts";
import type { TrainingQuestion } from "../../train/answers/training-question.ts";

const THINGS = ["ferry", "bakery", "museum", "bridge", "orchard", "library"] as const;
const SENTENCES = THINGS.map((thing, n) => `The ${thing} was opened by the mayor in May 19${String(60 + n)}.`);

function articleOf(set: PublicSet, n: number): Article {
  const body = `${SENTENCES[n] ?? ""} Many people like the ${THINGS[n] ?? ""} very much. It rained all day.`;
  return {
    id: `${set}-${String(n)}`,
    title: `About the ${THINGS[n] ?? ""}`,
    publisher: "Test",
    agency: null,
    authors: [],
    url: null,
    published: "2020-01-01",
    language: "en",
    kind: "original",
    note: null,
    reprintOf: null,
    body,
    source: { file: "test.jsonl", bodyLine: 1 },
  };
}

function questionsOf(source: Source): readonly TrainingQuestion[] {
  const set = source === "chat" ? "selqa" : source;
  return THINGS.flatMap((thing, n) => [
    {
      id: `${source}-${thing}`,
      source,
      set,
      text: `when was the ${thing} opened`,
      docs: [`${set}-${String(n)}`],
      golds: [goldOf(SENTENCES[n] ?? "")],
      unanswerable: false,
    },
    {
      id: `${source}-no-${thing}`,
      source,
      set,
      text: `who sold tickets for the ${thing}`,
      docs: [],
      golds: [],
      unanswerable: true,
    },
  ]);
}

const QUESTIONS = SOURCES.flatMap((source) => questionsOf(source));

function corporaOfThings(): Corpora {
  const vectors = decodeWordVectors(readFileSync(join(projectRoot(), "models", "word-vectors.bin")));
  if (!vectors.ok) throw new Error(vectors.error);
  const articles = new Map(PUBLIC_SETS.map((set) => [set, THINGS.map((_, n) => articleOf(set, n))]));
  return new Corpora(vectors.value, articles);
}

async function train(without: readonly string[] = [], signal = new AbortController().signal): Promise<TrainedModel> {
  const corpora = corporaOfThings();
  return trainModel({
    questions: QUESTIONS,
    without,
    askAll: () => askAll(QUESTIONS, corpora, null, () => undefined, signal),
    onExamples: () => Promise.resolve(),
    onProgress: () => undefined,
    signal,
  });
}

describe("training the answer model", () => {
  let model: TrainedModel;
  before(async () => {
    model = await train();
  });

  it("gives what there is not without a sentence encoder no weight", () => {
    expect([model.ranking.encoded, model.ranking["encoded-nearby"], model.silence.encoded]).to.deep.equal([0, 0, 0]);
  });

  it("makes a file that the program reads, with every feature and signal", () => {
    const read = readAnswerModel(JSON.stringify(model));
    expect(read.ok).to.equal(true);
    expect(Object.keys(model.ranking)).to.deep.equal([...RANKING_FEATURES]);
    expect(Object.keys(model.silence)).to.deep.equal([...SILENCE_SIGNALS]);
  });

  it("learns what is to be learned, so that it holds for sources it has not seen", () => {
    for (const [group, { success1, aurocAnswerable }] of Object.entries(model.figures.heldOut)) {
      expect(success1, group).to.equal(1);
      expect(aurocAnswerable, group).to.equal(1);
    }
    expect(model.figures.answering).to.include({ precision: 1, recall: 1, silence: 1 });
  });

  it("asks our own questions over few articles and over all, the other sources' at least over all", () => {
    const { questions } = model.trained;
    expect(questions["chat/small"]).to.equal(2 * THINGS.length);
    for (const source of SOURCES) expect(questions[`${source}/whole`], source).to.equal(2 * THINGS.length);
  });

  it("gives what is left out no weight, and says so", async () => {
    const { ranking, silence, trained } = await train(["words", "silence:margin"]);
    expect([ranking.words, silence.words, silence.margin]).to.deep.equal([0, 0, 0]);
    expect(trained.without).to.deep.equal(["words", "silence:margin"]);
    expect(model.ranking.words).to.not.equal(0);
  });

  it("makes the same of the same", async () => {
    expect(await train()).to.deep.equal(model);
  });

  it("stops when it is told to", async () => {
    const cancel = new AbortController();
    cancel.abort();
    const error = await train([], cancel.signal).catch((reason: unknown) => reason);
    expect(error).to.equal(cancel.signal.reason);
  });
});

describe("leaving parts of ranking out", () => {
  it("tells for every part what is reached without it, by source and setting", async () => {
    const corpora = corporaOfThings();
    const { signal } = new AbortController();
    const ablations = await ablate({
      questions: QUESTIONS,
      askAll: () => askAll(QUESTIONS, corpora, null, () => undefined, signal),
      onProgress: () => undefined,
      signal,
    });
    expect(ablations.map(({ without }) => without)).to.deep.equal([null, ...PART_NAMES]);
    const [all] = ablations;
    for (const { figures } of ablations) {
      expect(Object.keys(figures)).to.deep.equal(Object.keys(all?.figures ?? {}));
      expect(figures["selqa/whole"]?.questions).to.equal(2 * THINGS.length);
    }
    expect(all?.figures["selqa/whole"]?.success1).to.equal(1);
  });
});
