import type { Budget } from "../../src/digest/summary/choose.ts";
import { type Rouge, rougeL, rougeN, rougeWords } from "../metrics/rouge.ts";

export const MEASURES = ["rouge1", "rouge2", "rougeL"] as const;
export type Measure = (typeof MEASURES)[number];
export type Scores = Readonly<Record<Measure, Rouge>>;

/** A reference, sentence by sentence, as ROUGE compares it. */
export type Reference = readonly (readonly string[])[];

/** The first sentences of a summary that the budget has room for, the last one cut where words are counted. */
export function withinBudget(sentences: readonly string[], budget: Budget): readonly string[] {
  if ("sentences" in budget) return sentences.slice(0, budget.sentences);
  const kept: string[] = [];
  let room = budget.words;
  for (const sentence of sentences) {
    if (room <= 0) break;
    const words = wordsOf(sentence);
    kept.push(words.slice(0, room).join(" "));
    room -= words.length;
  }
  return kept;
}

/** Words as they are counted for budgets: what stands between white space. */
export function wordsOf(text: string): readonly string[] {
  return text.split(/\s+/u).filter((word) => word !== "");
}

/** A summary's scores; against several references the mean. */
export function scoresOf(summary: readonly string[], references: readonly Reference[]): Scores {
  const sentences = summary.map((text) => rougeWords(text));
  const all = sentences.flat();
  const mean = (score: (reference: Reference) => Rouge): Rouge => {
    const scores = references.map(score);
    const of = (field: keyof Rouge): number =>
      scores.reduce((sum, one) => sum + one[field], 0) / Math.max(1, scores.length);
    return { precision: of("precision"), recall: of("recall"), f1: of("f1") };
  };
  return {
    rouge1: mean((reference) => rougeN(all, reference.flat(), 1)),
    rouge2: mean((reference) => rougeN(all, reference.flat(), 2)),
    rougeL: mean((reference) => rougeL(sentences, reference)),
  };
}
