import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { z } from "zod";
import { projectRoot } from "../../src/app/project-root.ts";
import { loadCorpus } from "../../src/corpus/load-corpus.ts";
import { stem } from "../../src/text/stems.ts";
import { sentencesOf } from "../../src/text/sentences-of.ts";
import { STOP_WORDS } from "../../src/text/stop-words.ts";
import { tokenize } from "../../src/text/tokens.ts";

/** What is sought. */
const TYPES = [
  "who",
  "when",
  "where",
  "how-many",
  "why",
  "what",
  "yes-no",
  "definition",
  "list",
  "comparison",
  "timeline",
] as const;

/**
 * How it is typed: `chat` in a hurry, `typos` with slips, `paraphrase` in the words of someone who has not read the
 * articles, `followup` leaning on the turns before.
 */
const STYLES = ["plain", "chat", "typos", "paraphrase", "followup"] as const;

const ASKED = {
  id: z.string().regex(/^[a-z]+-\d{3}$/u),
  question: z.string().min(1).max(200),
  type: z.enum(TYPES),
  style: z.enum(STYLES),
  /** Earlier turns, user and bot in turn. */
  context: z.array(z.string().min(1)).min(2).optional(),
};
const TEXTS = z.array(z.string().min(1)).min(1);
const NONE = z.array(z.string()).max(0);

const ANSWERABLE = z.strictObject({
  ...ASKED,
  unanswerable: z.literal(false),
  /** Words of the gold sentences that a reader looks for. */
  answers: TEXTS,
  gold_docs: TEXTS,
  /** Every sentence of the corpus that answers by itself. */
  gold_sentences: TEXTS,
});
const UNANSWERABLE = z.strictObject({
  ...ASKED,
  unanswerable: z.literal(true),
  answers: NONE,
  gold_docs: NONE,
  gold_sentences: NONE,
  /** `near`: about the same event, but no article holds it. */
  miss: z.enum(["near", "off-topic"]),
});
const QUESTION = z.discriminatedUnion("unanswerable", [ANSWERABLE, UNANSWERABLE]);

type Question = z.infer<typeof QUESTION>;

const FILE = join(projectRoot(), "eval", "questions", "albania-cyberattacks.jsonl");
/** The most stems that a paraphrase may share with the nearest of its gold sentences. */
const SHARED_BY_PARAPHRASES = 2;

describe("the questions about the shipped corpus", () => {
  let questions: readonly Question[];
  let answerable: readonly Extract<Question, { unanswerable: false }>[];
  let sentences: ReadonlyMap<string, readonly string[]>;

  before(async () => {
    const lines = readFileSync(FILE, "utf8").trimEnd().split("\n");
    questions = lines.map((line) => QUESTION.parse(JSON.parse(line)));
    answerable = questions.filter((question) => !question.unanswerable);
    const corpus = await loadCorpus([join(projectRoot(), "corpus")]);
    sentences = new Map(
      corpus.articles.map((article) => [article.id, sentencesOf(article).map(({ text }) => text)] as const),
    );
  });

  it("are each asked once", () => {
    expect(new Set(questions.map(({ id }) => id)).size).to.equal(questions.length);
    const asked = questions.map(({ question, context = [] }) => [...context, question.toLowerCase()].join("\n"));
    expect(new Set(asked).size).to.equal(asked.length);
  });

  it("are enough of every type, style and miss to measure with", () => {
    expect(answerable.length).to.be.at.least(210);
    for (const type of TYPES)
      expect(
        countOf(({ type: its }) => its === type),
        type,
      ).to.be.at.least(10);
    for (const style of STYLES) {
      expect(
        countOf(({ style: its }) => its === style),
        style,
      ).to.be.at.least(style === "followup" ? 12 : 50);
    }
    expect(countOf((question) => question.unanswerable && question.miss === "near")).to.be.at.least(60);
    expect(countOf((question) => question.unanswerable && question.miss === "off-topic")).to.be.at.least(25);
  });

  it("name as gold what the articles say, word for word", () => {
    for (const { id, gold_docs: docs, gold_sentences: gold } of answerable) {
      const said = docs.map((doc) => sentences.get(doc) ?? []);
      for (const sentence of gold) expect(said.flat(), id).to.include(sentence);
      for (const [index, own] of said.entries()) {
        expect(
          own.some((sentence) => gold.includes(sentence)),
          `${id}: ${docs[index] ?? ""}`,
        ).to.equal(true);
      }
      expect(new Set(gold).size, id).to.equal(gold.length);
    }
  });

  it("have an answer in each gold sentence, and no answer that stands in none", () => {
    for (const { id, answers, gold_sentences: gold } of answerable) {
      for (const answer of answers)
        expect(
          gold.some((sentence) => sentence.includes(answer)),
          `${id}: ${answer}`,
        ).to.equal(true);
      for (const sentence of gold)
        expect(
          answers.some((answer) => sentence.includes(answer)),
          `${id}: ${sentence}`,
        ).to.equal(true);
    }
  });

  it("share few words with what they ask for where they are paraphrases", () => {
    for (const { id, style, question, gold_sentences: gold } of answerable) {
      if (style !== "paraphrase") continue;
      const asked = stemsOf(question);
      const shared = gold.map((sentence) => [...stemsOf(sentence)].filter((word) => asked.has(word)).length);
      expect(Math.min(...shared), `${id}: ${question}`).to.be.at.most(SHARED_BY_PARAPHRASES);
    }
  });

  it("are typed as their style says", () => {
    for (const { id, style, question, context } of questions) {
      if (style === "chat") expect(question, id).to.match(/^[^\p{Lu}?!.,]+$/u);
      if (style === "plain") expect(question, id).to.match(/^\p{Lu}.*\?$/u);
      expect(context === undefined, id).to.equal(style !== "followup");
      expect((context ?? []).length % 2, id).to.equal(0);
    }
  });

  it("lean on replies that the articles can give", () => {
    const possible = new Set([...sentences.values()].flat()).add("The articles do not say.");
    for (const { id, context = [] } of questions) {
      for (const [turn, text] of context.entries()) if (turn % 2 === 1) expect(possible, id).to.include(text);
    }
  });

  function countOf(holds: (question: Question) => boolean): number {
    return questions.filter(holds).length;
  }
});

function stemsOf(text: string): ReadonlySet<string> {
  const words = tokenize(text).map(({ folded }) => folded);
  return new Set(words.filter((word) => !STOP_WORDS.has(word)).map(stem));
}
