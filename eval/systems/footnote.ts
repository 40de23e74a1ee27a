import type { Answer, Evidence, Point } from "../../src/domain/answer.ts";
import type { Corpus } from "../../src/domain/corpus.ts";
import { openLibrary } from "../../src/app/library.ts";
import { openModels } from "../../src/app/models.ts";
import { softwareVersion } from "../../src/app/project-root.ts";
import { buildGenerationAside } from "../../src/index/build-generation.ts";
import { createSentenceIndex } from "../../src/search/sentence-index.ts";
import type { Reply, ShownSentence, System } from "./system.ts";

/**
 * Footnote, put together as the bot does it: answers are the ones that Discord would give. The one file here that knows
 * how that is done.
 */
export async function createFootnote({ articles, event, ...rest }: Corpus): Promise<System> {
  const generation = await buildGenerationAside(articles, { glossary: event.glossary });
  const models = await openModels();
  if (!models.ok) throw new Error(`${models.error.file}: ${models.error.reason}`);
  const { vectors, answers } = models.value;
  const index = createSentenceIndex(generation, { vectors });
  const { answerer } = openLibrary({ articles, event, ...rest }, index, softwareVersion(), { model: answers });
  return {
    name: "footnote",
    title: "Footnote",
    rank(question, limit, within) {
      const options = { offset: 0, limit, ...(within === undefined ? {} : { within }) };
      const { hits, confidence } = answerer.search(question, options);
      return { hits: hits.map((hit) => shown(hit)), confidence };
    },
    ask: (question) => replyOf(answerer.ask(question)),
  };
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
