import type { AnswerModel } from "../../src/answer/model.ts";
import { RANKING_FEATURES, type RankingFeature } from "../../src/answer/features.ts";

/** What ranking is made of, part by part: what each earns is seen by switching it off. */
export const PARTS = {
  meaning: ["meant", "meant-nearby", "meant-only", "meant-by-title", "meaning", "meaning-nearby"],
  title: ["said-with-title", "meant-by-title"],
  surroundings: [
    "said-with-before",
    "said-with-two-before",
    "said-with-after",
    "said-in-article",
    "leaning-said",
    "leaning-said-before-that",
  ],
  kind: RANKING_FEATURES.filter((name) =>
    /^kind-|-found$|^(?:attributes|quantity-of|uncounted|unit-missing|focus-missing)$/u.test(name),
  ),
  "names and numbers": ["names-missing", "numbers-missing"],
  closeness: ["together", "to-the-point"],
  shape: ["asks", "first", "short", "length"],
  bm25: ["words", "words-relative", "words-earned"],
} as const satisfies Readonly<Record<string, readonly RankingFeature[]>>;

export type Part = keyof typeof PARTS;

export const PART_NAMES: readonly Part[] = [
  "meaning",
  "title",
  "surroundings",
  "kind",
  "names and numbers",
  "closeness",
  "shape",
  "bm25",
];

/** The same model with the weights of a part at 0; the others are not learned again. */
export function withoutPart(model: AnswerModel, part: Part): AnswerModel {
  const off: ReadonlySet<string> = new Set(PARTS[part]);
  const ranking = { ...model.ranking };
  for (const name of RANKING_FEATURES) if (off.has(name)) ranking[name] = 0;
  return { ...model, ranking };
}
