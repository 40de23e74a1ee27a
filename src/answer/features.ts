import type { Sentence, Span } from "../domain/sentence.ts";
import type { EncodedSentences } from "../meaning/encoded-sentences.ts";
import { COSINE_PER_DOT } from "../meaning/sentence-vector.ts";
import type { QuestionKind } from "../question/question.ts";
import type { Query } from "../search/query.ts";
import { answerSpans, isRecognised, timesAtAGlance } from "./answer-spans.ts";
import { attribution } from "./attribution.ts";
import type { Idea } from "./ideas.ts";
import type { Held, Likeness } from "./likeness.ts";
import type { ReadText, Surroundings } from "./sentence-reader.ts";

/**
 * What is known of a sentence when it is ranked for a question, mostly from 0 to 1. "Said" is by the question's own words,
 * their other names and corrected spellings; "meant" is also by words of about the same meaning. Shares are of the
 * question's ideas by weight.
 */
export const RANKING_FEATURES = [
  /** BM25F beside what the whole question could earn, and beside the best sentence found. */
  "words",
  "words-relative",
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

/** A question as sentences are compared with it. */
export interface Comparison {
  readonly query: Query;
  readonly kind: QuestionKind;
  readonly ideas: readonly Idea[];
  /** Terms of the index that say one of the ideas. */
  readonly terms: ReadonlySet<string>;
  readonly likeness: Likeness;
  /** Which idea is the noun whose value is asked for; null where none is. */
  readonly focus: number | null;
  /** What a number looks like in the unit that the question asks in; null where it names none. */
  readonly unit: RegExp | null;
  /** Meaning of the question as a whole; null where no table is there. */
  readonly meaning: Int8Array | null;
  /** The question and the sentences as a sentence encoder sees them; null where there is none, or not yet. */
  readonly encoded: EncodedQuestion | null;
  /** Share of what is in quotes that a text holds, 0 to 1; null where nothing is. */
  readonly heldShare: ((text: string) => number) | null;
}

/** A question's vector, and those of the sentences it is compared with. */
export interface EncodedQuestion {
  readonly vector: Int8Array;
  readonly sentences: EncodedSentences;
}

/** What a sentence's features depend on beyond it and the question. */
export interface Standing {
  /** BM25F score of the sentence, of the best one found, and the most that the question could earn. */
  readonly score: number;
  readonly best: number;
  readonly most: number;
  /** How much of each idea the sentences found in its article say. */
  readonly inArticle: Float64Array;
}

/** How much what stands around a sentence counts for what it means. */
const NEARBY = 0.7;
const OWN_SHARE = 0.6;
const MIXED = { before: 0.25, title: 0.15 } as const;
const ENCODED_MIX = { before: 0.2, after: 0.2 } as const;
const SHORT_TERMS = 5;
const MANY_ANSWERS = 3;
/** How far apart neighbouring ideas may stand, in words with content, to be together, and half together. */
const CLOSE = 2;
const NEAR = 5;
/** Telling words after a number within which what it counts stands, and how near in meaning that must be. */
const COUNTED_WITHIN = 3;
const COUNTED_ALIKE = 0.6;

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

/** Cosine of a question and a text, 0 where either means nothing known. */
export function cosine(question: Int8Array | null, text: Int8Array | null): number {
  return question === null || text === null ? 0 : dot(question, text) * COSINE_PER_DOT;
}

/** Compares a question with a sentence as a sentence encoder sees them. */
function encodedFeatures(
  encoded: EncodedQuestion | null,
  sentence: Sentence,
): Pick<FeatureValues, (typeof OPTIONAL_FEATURES)[number]> {
  if (encoded === null) return { encoded: 0, "encoded-nearby": 0 };
  const { vector, sentences } = encoded;
  const own = sentences.of(sentence.article, sentence.position);
  const around = (step: number): Int8Array | null => sentences.of(sentence.article, sentence.position + step);
  return {
    encoded: cosine(vector, own),
    "encoded-nearby": mixedCosine(vector, own, [
      [around(-1), ENCODED_MIX.before],
      [around(1), ENCODED_MIX.after],
    ]),
  };
}

type Share = readonly [vector: Int8Array | null | undefined, weight: number];

/** Cosine of a question and a text mixed with what stands around it; its own share is {@link OWN_SHARE}. */
function mixedCosine(question: Int8Array | null, own: Int8Array | null, around: readonly Share[]): number {
  if (question === null || own === null) return 0;
  const mixed = new Float64Array(own.length);
  const add = ([vector, weight]: Share): void => {
    if (vector === null || vector === undefined) return;
    for (let index = 0; index < mixed.length; index += 1)
      mixed[index] = (mixed[index] ?? 0) + weight * (vector[index] ?? 0);
  };
  add([own, OWN_SHARE]);
  for (const share of around) add(share);
  const length = Math.sqrt(dot(mixed, mixed));
  return length === 0 ? 0 : dot(question, mixed) / (length * Math.sqrt(1 / COSINE_PER_DOT));
}

function dot(a: Int8Array | Float64Array, b: Int8Array | Float64Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index += 1) sum += (a[index] ?? 0) * (b[index] ?? 0);
  return sum;
}

/** Share of a text's words, by how telling they are, that the question says too. */
function pointedness({ terms, rarities }: ReadText, asked: ReadonlySet<string>): number {
  let all = 0;
  let said = 0;
  for (const [place, { term }] of terms.entries()) {
    const rarity = rarities[place] ?? 0;
    all += rarity;
    if (asked.has(term)) said += rarity;
  }
  return all === 0 ? 0 : said / all;
}

/** Share of neighbouring ideas of the question that stand close to each other in a text. */
function togetherness({ places }: ReadText, ideas: readonly Idea[], { said }: Held): number {
  if (ideas.length < 2) return 0;
  const placesOf = (idea: Idea | undefined): readonly number[] =>
    (idea?.concept.alternatives ?? [])
      .flat()
      .flatMap(({ term, how }) => (how === "meaning" ? [] : (places.get(term) ?? [])));
  let close = 0;
  for (let idea = 0; idea + 1 < ideas.length; idea += 1) {
    if (said[idea] === 0 || said[idea + 1] === 0) continue;
    const others = placesOf(ideas[idea + 1]);
    const distance = Math.min(
      ...placesOf(ideas[idea]).flatMap((place) => others.map((other) => Math.abs(place - other))),
    );
    if (distance <= CLOSE) close += 1;
    else if (distance <= NEAR) close += 0.5;
  }
  return close / (ideas.length - 1);
}

/** Whether what follows a number is, or means about, one of the question's ideas. */
function isCounted(number: Span, { terms }: ReadText, { ideas, likeness, terms: asked }: Comparison): boolean {
  const following = terms.filter(({ start, kind }) => start >= number.end && kind === "word").slice(0, COUNTED_WITHIN);
  return following.some(
    ({ term, folded }) => asked.has(term) || ideas.some((_, idea) => likeness.cosineOf(idea, folded) >= COUNTED_ALIKE),
  );
}
