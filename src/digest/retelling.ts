import type { Answerer } from "../answer/answerer.ts";
import type { Independence } from "../answer/independence.ts";
import type { Retelling } from "../domain/digest.ts";
import type { Sentence } from "../domain/sentence.ts";
import type { SentenceIndex } from "../search/sentence-index.ts";
import { compareTopic } from "./comparison/compare-topic.ts";
import { otherWordings } from "./summary/other-wordings.ts";
import { summarise } from "./summary/summarise.ts";
import { tellTimeline } from "./timeline/tell-timeline.ts";

/** What retelling one state of a corpus takes. */
export interface RetellingSource {
  readonly index: SentenceIndex;
  readonly answerer: Answerer;
  readonly independence: Independence;
  /** The sentence that a ref names. */
  readonly sentenceOf: (ref: string) => Sentence | undefined;
  readonly refOf: (sentence: Sentence) => string;
}

/** Retells one state of a corpus. */
export function retellingOf(source: RetellingSource): Retelling {
  return {
    summarise: async (request, signal, onProgress) => summarise(source, request, signal, onProgress),
    otherWordings: (ref, without, limit) => otherWordings(source, ref, without, limit),
    timeline: async (request, signal, onProgress) => tellTimeline(source, request, signal, onProgress),
    compare: async (topic, signal) => compareTopic(source, topic, signal),
  };
}
