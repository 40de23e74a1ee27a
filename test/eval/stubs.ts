import type { Judgement } from "../../eval/judge/judgement.ts";
import type { TestQuestion } from "../../eval/run/question-line.ts";
import type { Reply, System } from "../../eval/systems/system.ts";

/** A question with what a test does not care about filled in. */
export function testQuestion(given: Partial<TestQuestion>): TestQuestion {
  return {
    id: "q1",
    text: "Who leads the union?",
    context: [],
    unanswerable: false,
    goldDocs: [],
    goldSentences: [],
    type: null,
    style: null,
    miss: null,
    candidates: [],
    ...given,
  };
}

/** A system that finds these sentences whatever it is asked, with a confidence of .7. */
export function stubSystem(texts: readonly string[], reply?: Reply): System {
  return {
    name: "stub",
    title: "Stub",
    rank: (_, limit) => ({ hits: texts.slice(0, limit).map((text) => ({ text, article: "a" })), confidence: 0.7 }),
    ...(reply === undefined ? {} : { ask: () => reply }),
  };
}

/** A judgement with what a test does not care about filled in: answered, and right. */
export function judgement(given: Partial<Judgement> & Pick<Judgement, "id">): Judgement {
  return {
    type: null,
    style: null,
    miss: null,
    unanswerable: false,
    rank: 1,
    confidence: 0.9,
    status: "answered",
    answeredRight: true,
    shownRight: given.rank === undefined || given.rank === 1,
    candidates: null,
    ms: 1,
    ...given,
  };
}
