import type { Span } from "../domain/sentence.ts";
import type { QuestionKind } from "../question/question.ts";
import { answerSpans, isRecognised, timesAtAGlance } from "./answer-spans.ts";
import { attribution } from "./attribution.ts";
import type { Comparison } from "./comparison.ts";
import { cosine, encodedFeatures, mixedCosine } from "./cosines.ts";
import type { Idea } from "./ideas.ts";
import type { Held } from "./likeness.ts";
import type { ReadText, Surroundings } from "./sentence-reader.ts";
import { isCounted, pointedness, togetherness } from "./word-features.ts";

/**
 * What is known of a sentence when it is ranked for a question, mostly from 0 to 1. "Said" is by the question's own words,
 * their other names and corrected spellings; "meant" is also by words of about the same meaning. Shares are of the
 * question's ideas by weight.
 */
export const RANKING_FEATURES = [
  /** BM25F beside what the whole question could earn, beside the best sentence found, and as it stands. */
  "words",
  "words-relative",
  "words-earned",
  /** Share said by the sentence; by it and what stands around it. */
  "said",
  "said-with-before",
  "said-with-two-before",
  "said-with-after",
  "said-with-title",
  "said-in-article",
  /** Share meant by the sentence; by it and, counting less, its title and neighbours; what of that is not said. */
  "meant",
  "meant-nearby",
  "meant-only",
  "meant-by-title",
  /** Cosine of question and sentence, each as a whole; and with the sentence before and the title mixed in. */
  "meaning",
  "meaning-nearby",
  /** The same by a sentence encoder, where an operator has installed one; and with the sentences around it mixed in. */
  "encoded",
  "encoded-nearby",
  /** Share of the sentence's own telling words that the question says. */
  "to-the-point",
  /** Share of neighbouring ideas that stand close together in the sentence too. */
  "together",
  /** Share said by the sentences before, where this one leans on them: "he", "the ministry". */
  "leaning-said",
  "leaning-said-before-that",
  /** Whether it holds the kind of thing asked for, or lacks it; the share said with it; how many of them. */
  "kind-found",
  "kind-missing",
  "kind-said",
  "kind-times",
  "agent-found",
  "person-found",
  "time-found",
  "place-found",
  "quantity-found",
  "reason-found",
  "manner-found",
  "definition-found",
  "statement-found",
  /** Whether a number is followed by what the question counts; whether no number is where a number is sought. */
  "quantity-of",
  "uncounted",
  /** Whether it lacks the unit that the question asks in, as "how old" asks for years. */
  "unit-missing",
  /** How little it means the noun whose value is asked for: "which prison". */
  "focus-missing",
  /** How plainly it says who did what the question asks. */
  "attributes",
  /** The sentence is a question itself; the first of its article; hardly more than a heading; its length. */
  "asks",
  "first",
  "short",
  "length",
  /** Share of the question's names, and of its numbers, that it lacks. */
  "names-missing",
  "numbers-missing",
  /** Share of what the question has in quotes that it holds word for word. */
  "quoted",
] as const;

/** Features that are 0 wherever there is no sentence encoder: weights learned without one need not name them. */
export const OPTIONAL_FEATURES = ["encoded", "encoded-nearby"] as const satisfies readonly RankingFeature[];

export type RankingFeature = (typeof RANKING_FEATURES)[number];

/** The values of {@link RANKING_FEATURES}. */
export type FeatureValues = Readonly<Record<RankingFeature, number>>;

/** What a sentence's features depend on beyond it and the question. */
export interface Standing {
  /** BM25F score of the sentence, of the best one found, and the most that the question could earn. */
  readonly score: number;
  readonly best: number;
  readonly most: number;
  /** How much of each idea the sentences found in its article say. */
  readonly inArticle: Float64Array;
}

/** A BM25F score that only long questions earn: shares say little of those, since one idea is a small share of many. */
const MUCH_EARNED = 20;
/** How much what stands around a sentence counts for what it means. */
const NEARBY = 0.7;
/** How much the sentence before and the title count beside a sentence. */
const MIXED = { before: 0.25, title: 0.15 } as const;
const SHORT_TERMS = 5;
const MANY_ANSWERS = 3;
const LEANS =
  /^["“'‘(]?(?:he|she|it|they|this|that|these|those|his|her|its|their|such|both|the (?:ministry|minister|government|president|company|group|organi[sz]ation|authorities|officials?|statement|country|agency|spokes\p{L}+|attacks?|incident|move|decision|report|case|law|city|team|firm))\b/iu;

/** Reads off a sentence what tells whether it answers. */
export function rankingFeatures(asked: Comparison, around: Surroundings, standing: Standing): FeatureValues {
  const { ideas, likeness, kind } = asked;
  const { own, title, before, beforeThat, after, sentence } = around;
  const held = likeness.in(own);
  const inTitle = likeness.in(title);
  const none = new Float64Array(ideas.length);
  const heldIn = (text: ReadText | null): Held => (text === null ? { said: none, meant: none } : likeness.in(text));
  const inBefore = heldIn(before);
  const inBeforeThat = beforeThat === null ? none : likeness.said(beforeThat);
  const inAfter = after === null ? none : likeness.said(after);
  const share = (of: (idea: number) => number): number =>
    ideas.reduce((sum, { weight }, idea) => sum + weight * of(idea), 0);
  const at = (values: Float64Array, idea: number): number => values[idea] ?? 0;
  const missing = (some: readonly Idea[]): number =>
    some.length === 0 ? 0 : some.filter((idea) => at(held.said, ideas.indexOf(idea)) === 0).length / some.length;

  const said = share((idea) => at(held.said, idea));
  const meantNearby = share((idea) =>
    Math.max(at(held.meant, idea), NEARBY * at(inBefore.meant, idea), NEARBY * at(inTitle.meant, idea)),
  );
  const answers = evidenceOfKind(asked, own);
  const found = answers.length > 0 ? 1 : 0;
  const recognised = isRecognised(kind);
  const foundAs = (wanted: QuestionKind): number => (kind === wanted ? found : 0);
  const counted = kind === "quantity" && answers.some((answer) => isCounted(answer, own, asked));
  const leans = LEANS.test(own.text);

  return {
    words: standing.most > 0 ? standing.score / standing.most : 0,
    "words-relative": standing.best > 0 ? standing.score / standing.best : 0,
    "words-earned": standing.score / MUCH_EARNED,
    said,
    "said-with-before": share((idea) => Math.max(at(held.said, idea), at(inBefore.said, idea))),
    "said-with-two-before": share((idea) =>
      Math.max(at(held.said, idea), at(inBefore.said, idea), at(inBeforeThat, idea)),
    ),
    "said-with-after": share((idea) => Math.max(at(held.said, idea), at(inAfter, idea))),
    "said-with-title": share((idea) => Math.max(at(held.said, idea), at(inTitle.said, idea))),
    "said-in-article": share((idea) => at(standing.inArticle, idea)),
    meant: share((idea) => at(held.meant, idea)),
    "meant-nearby": meantNearby,
    "meant-only": meantNearby - said,
    "meant-by-title": share((idea) => at(inTitle.meant, idea)),
    meaning: cosine(asked.meaning, own.meaning),
    "meaning-nearby": mixedCosine(asked.meaning, own.meaning, [
      [before?.meaning, MIXED.before],
      [title.meaning, MIXED.title],
    ]),
    ...encodedFeatures(asked.encoded, sentence),
    "to-the-point": pointedness(own, asked.terms),
    together: togetherness(own, ideas, held),
    "leaning-said": leans ? share((idea) => at(inBefore.said, idea)) : 0,
    "leaning-said-before-that": leans ? share((idea) => at(inBeforeThat, idea)) : 0,
    "kind-found": found,
    "kind-missing": recognised ? 1 - found : 0,
    "kind-said": found * said,
    "kind-times": Math.min(MANY_ANSWERS, answers.length) / MANY_ANSWERS,
    "agent-found": foundAs("agent"),
    "person-found": foundAs("person"),
    "time-found": foundAs("time"),
    "place-found": foundAs("place"),
    "quantity-found": foundAs("quantity"),
    "reason-found": foundAs("reason"),
    "manner-found": foundAs("manner"),
    "definition-found": foundAs("definition"),
    "statement-found": foundAs("statement"),
    "quantity-of": counted ? 1 : 0,
    uncounted: kind === "quantity" && !counted ? 1 : 0,
    "unit-missing": asked.unit !== null && !asked.unit.test(own.text) ? 1 : 0,
    "focus-missing":
      asked.focus === null ? 0 : 1 - Math.max(at(held.meant, asked.focus), NEARBY * at(inTitle.meant, asked.focus)),
    attributes: kind === "agent" && found > 0 ? said ** 2 * attribution(own.text) : 0,
    asks: /\?["”’']?\s*$/u.test(own.text) ? 1 : 0,
    first: sentence.position === 0 ? 1 : 0,
    short: own.terms.length < SHORT_TERMS ? 1 : 0,
    length: Math.log(1 + own.terms.length),
    "names-missing": missing(ideas.filter(({ isName }) => isName)),
    "numbers-missing": missing(ideas.filter(({ isNumber }) => isNumber)),
    quoted: asked.heldShare === null ? 0 : asked.heldShare(own.text),
  };
}

/** The parts of a text that look like what a question of this kind asks for. */
export function evidenceOfKind({ kind, terms }: Pick<Comparison, "kind" | "terms">, own: ReadText): readonly Span[] {
  if (!isRecognised(kind)) return [];
  return answerSpans(
    kind,
    own.text,
    timesAtAGlance(own.text),
    own.terms.filter(({ term }) => terms.has(term)),
  );
}
