import { expect } from "chai";
import { createAnswerer } from "../../src/answer/answerer.ts";
import type { EncodedQuestion } from "../../src/answer/comparison.ts";
import { readAnswerModel } from "../../src/answer/model.ts";
import { encodedSentences } from "../../src/meaning/encode-sentences.ts";
import { textKey } from "../../src/meaning/vector-store.ts";
import { sentencesOf } from "../../src/text/sentences-of.ts";
import { article } from "../fixtures/articles.ts";
import { fakeEncoder, fakeVector } from "../fixtures/encoder.ts";
import { meaningfulIndex, shippedModels } from "../fixtures/models.ts";

const MATCH = "The burgomaster forbade every vessel to leave.";
/** More sentences than are compared anyway, all about something else. */
const FILLER = Array.from({ length: 150 }, (_, n) =>
  article({ id: `filler-${String(n)}`, body: `Oats were cheap in week ${String(n)}. Barley was dear then.` }),
);
const ARTICLES = [...FILLER, article({ id: "match", title: "Order", body: `It rained. ${MATCH} It went on.` })];
const QUESTION = { text: "what did the mayor say about the ferry", context: [] };

const { answers, vectors } = shippedModels();
const encodedModel = {
  ...answers,
  ranking: { ...answers.ranking, encoded: 20 },
  silence: { ...answers.silence, encoded: 20 },
};
const index = meaningfulIndex({ answers, vectors: vectors }, ARTICLES);
const answerer = createAnswerer(index, { model: answers, encodedModel });

function encoded(text: string): EncodedQuestion {
  const texts = ARTICLES.map((one) => ({ article: one, texts: sentencesOf(one).map((sentence) => sentence.text) }));
  const known = new Map(texts.flatMap((one) => one.texts).map((one) => [textKey(one), fakeVector(one)]));
  return { vector: fakeVector(text), sentences: encodedSentences(fakeEncoder(), texts, known) };
}

describe("a question with a sentence encoder", () => {
  it("finds a sentence that shares no word with it", () => {
    const options = { offset: 0, limit: 5 };
    const without = answerer.search(QUESTION, options).hits.map(({ sentence }) => sentence.text);
    expect(without).not.to.include(MATCH);
    const [first] = answerer.search(QUESTION, { ...options, encoded: encoded(QUESTION.text) }).hits;
    expect(first?.sentence.text).to.equal(MATCH);
  });

  it("looks only in the articles that are asked for", () => {
    const within = new Set(["filler-1"]);
    const { hits } = answerer.search(QUESTION, { offset: 0, limit: 5, within, encoded: encoded(QUESTION.text) });
    expect(hits.map(({ sentence }) => sentence.article.id)).not.to.include("match");
  });

  it("is weighed with what was learned with one, and says so", () => {
    const answer = answerer.ask(QUESTION, encoded(QUESTION.text));
    const names = answer.status === "unusable-question" ? [] : answer.explanation.ranking.map(({ name }) => name);
    expect(names).to.include("encoded");
  });

  it("gives the encoder the turn before where it leans on it, and operators never", () => {
    const turns = ["who stopped the ferry", "The mayor did."];
    expect(answerer.wording({ text: "and when was that?", context: turns })).to.match(
      /^who stopped the ferry and when/u,
    );
    expect(answerer.wording({ text: "who stopped the ferry", context: turns })).to.equal("who stopped the ferry");
    expect(answerer.wording({ text: "ferry -rain", context: [] })).not.to.contain("rain");
    expect(answerer.wording({ text: "  ", context: [] })).to.equal(null);
  });
});

describe("weights learned without a sentence encoder", () => {
  const file = (lost: readonly string[]): string =>
    JSON.stringify(answers, (key, value: unknown) => (lost.includes(key) ? undefined : value));

  it("need not name what comes with one", () => {
    const read = readAnswerModel(file(["encoded", "encoded-nearby"]));
    expect(read.ok ? [read.value.ranking.encoded, read.value.silence.encoded] : read.error).to.deep.equal([0, 0]);
  });

  it("must name all else", () => {
    expect(readAnswerModel(file(["meaning"])).ok).to.equal(false);
  });
});
