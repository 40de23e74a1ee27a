import { setImmediate as tick } from "node:timers/promises";
import { type Gold, goldOf, isSame } from "../../eval/judge/same-sentence.ts";
import type { Found } from "../../src/answer/asking.ts";
import type { Corpora } from "./corpora.ts";
import type { EncodedSets } from "./encoded-sets.ts";
import { findCandidates } from "./find.ts";
import { type Group, SMALL_CORPUS, settingsOf } from "./mixture.ts";
import type { TrainingQuestion } from "./training-question.ts";

/** A question as it was asked over some articles. */
export interface AskedCase extends Group {
  readonly question: TrainingQuestion;
  /** Null where nothing was found. */
  readonly found: Found | null;
  /** Whether a sentence answers the question. */
  readonly isRight: (sentence: string) => boolean;
}

/**
 * Asks every question in the settings of its source.
 *
 * @param encoded what a sentence encoder makes of questions and articles; null to do without
 * @param onProgress told how many questions have been asked
 * @throws the signal's reason once it fires
 */
export async function* askAll(
  questions: readonly TrainingQuestion[],
  corpora: Corpora,
  encoded: EncodedSets | null,
  onProgress: (done: number) => void,
  signal: AbortSignal,
): AsyncGenerator<AskedCase, void> {
  const compared = new Map<string, Gold>();
  for (const [place, question] of questions.entries()) {
    await tick();
    signal.throwIfAborted();
    const { source, set, text, golds } = question;
    const isRight = (sentence: string): boolean => {
      const known = compared.get(sentence) ?? goldOf(sentence);
      compared.set(sentence, known);
      return golds.some((gold) => isSame(known, gold));
    };
    const encodedQuestion = encoded === null ? null : encoded.questionOf(set, text);
    const whole = findCandidates(corpora.whole(set), text, encodedQuestion);
    for (const setting of settingsOf(source)) {
      const found =
        setting === "whole"
          ? whole
          : findCandidates(corpora.small(set, smallCorpus(question, whole)), text, encodedQuestion);
      const none = found === null || found.candidates.length === 0;
      yield { source, setting, question, found: none ? null : found, isRight };
    }
    onProgress(place + 1);
  }
}

/**
 * The articles a question is about, and with them, until there are enough, those that come nearest: a community's articles
 * are about the same things.
 */
function smallCorpus({ docs, set }: TrainingQuestion, whole: Found | null): readonly string[] {
  const nearest = (whole?.ranking.hits ?? []).map(({ sentence }) => sentence.article.id);
  const ordered = [...new Set([...docs, ...nearest])];
  return ordered.slice(0, Math.max(SMALL_CORPUS[set], docs.length));
}
