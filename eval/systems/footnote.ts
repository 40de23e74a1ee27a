import type { Answer, Evidence, Point } from "../../src/domain/answer.ts";
import type { Corpus } from "../../src/domain/corpus.ts";
import type { EncodedQuestion } from "../../src/answer/comparison.ts";
import type { SentenceModelName } from "../../src/app/configuration.ts";
import { openLibrary } from "../../src/app/library.ts";
import { openModels } from "../../src/app/models.ts";
import { type OpenSentenceModel, openSentenceModel } from "../../src/app/open-sentence-model.ts";
import { softwareVersion } from "../../src/app/project-root.ts";
import { buildGenerationAside } from "../../src/index/build-generation.ts";
import { describeFailure } from "../../src/present/operator/failures.ts";
import { createSentenceIndex } from "../../src/search/sentence-index.ts";
import { InputError } from "../run/read-questions.ts";
import { type Part, withoutPart } from "./parts.ts";
import type { Reply, ShownSentence, System } from "./system.ts";

/** Milliseconds that a question waits for the sentence model: as long as it takes. */
const DEADLINE = 60_000;

/** How the Footnote that is measured differs from the one that comes out of the box. */
export interface FootnoteOptions {
  readonly sentenceModel?: SentenceModelName | null;
  /** A part of ranking that is switched off. */
  readonly without?: Part | null;
}

/**
 * Footnote, put together as the bot does it: answers are the ones that Discord would give. The one file here that knows
 * how that is done.
 */
export async function createFootnote(
  { articles, event, ...rest }: Corpus,
  { sentenceModel = null, without = null }: FootnoteOptions = {},
): Promise<System> {
  const generation = await buildGenerationAside(articles, { glossary: event.glossary });
  const models = await openModels();
  if (!models.ok) throw new Error(`${models.error.file}: ${models.error.reason}`);
  const { vectors, answers } = models.value;
  const index = createSentenceIndex(generation, { vectors });
  const { encodingFor, encodedModel, close } = await openedSentenceModel(sentenceModel);
  const encoding = encodingFor(event.id, []);
  const library = openLibrary({ articles, event, ...rest }, index, softwareVersion(), {
    model: without === null ? answers : withoutPart(answers, without),
    encodedModel,
    encoding,
  });
  await encoding?.whenSettled;
  const { answerer, encoded } = library.current();
  let asked: EncodedQuestion | null = null;
  return {
    name: ["footnote", sentenceModel, without].filter((word) => word !== null).join("-"),
    title: `Footnote${sentenceModel === null ? "" : ` with ${sentenceModel}`}${without === null ? "" : ` without ${without}`}`,
    prepare: async (question) => {
      asked = await encoded(question);
    },
    close,
    rank(question, limit, within) {
      const options = { offset: 0, limit, encoded: asked, ...(within === undefined ? {} : { within }) };
      const { hits, confidence } = answerer.search(question, options);
      return { hits: hits.map((hit) => shown(hit)), confidence };
    },
    ask: (question) => replyOf(answerer.ask(question, asked)),
  };
}

async function openedSentenceModel(name: SentenceModelName | null): Promise<OpenSentenceModel> {
  const opened = await openSentenceModel({ name, folder: null, deadline: DEADLINE, onEvent: () => {} });
  if (!opened.ok) throw new InputError(describeFailure(opened.error));
  return opened.value;
}

function replyOf(answer: Answer): Reply {
  switch (answer.status) {
    case "answered":
      return { status: "answered", confidence: answer.confidence, shown: shownOf(answer.points) };
    case "not-in-articles":
      return { status: "silent", confidence: answer.confidence, shown: shownOf(answer.closest) };
    case "unusable-question":
      return { status: "unusable", confidence: 0, shown: [] };
  }
}

function shownOf(points: readonly Point[]): readonly ShownSentence[] {
  return points.map(({ evidence }) => shown(evidence));
}

function shown({ sentence, contributions }: Evidence): ShownSentence {
  return { text: sentence.text, article: sentence.article.id, contributions };
}
